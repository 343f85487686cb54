import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import type { CommandHandler, Outcome } from './command-handler.ts'
import type { Command } from './decider.ts'
import type { Attachments, Clock, EventLog, Provenance, ReadModels } from './ports.ts'
import type { Refusal } from './refusal.ts'

export interface ActPorts {
  readonly reads: ReadModels
  readonly log: Pick<EventLog, 'readStreams'>
  readonly attachments: Attachments
  readonly clock: Clock
  /** When a checkpoint of the public log first had the event of a position; undefined while none has. RFC 3339 UTC. */
  readonly enteredAt: (position: number) => Promise<string | undefined>
  /** Unpredictable bytes. */
  readonly random: (bytes: number) => Uint8Array
}

/**
 * An act of staff that rests on more than streams: a library as it stands, a file among the attachments. It reads them, puts the result into
 * a command, and the decider of that command decides. Broken off before, it leaves no trace.
 */
export interface PreparedAct<D> {
  /** Imperative, as staff ask for it. */
  readonly name: string
  readonly data: TSchema
  readonly prepare: (data: D, ports: ActPorts, authority: string) => Promise<Command | Refusal>
}

export type AnyPreparedAct = PreparedAct<unknown>

/** Declares a prepared act: its name, the schema of its data, and how the command is prepared. */
export const preparedAct = <P extends TProperties>(
  name: string,
  fields: P,
  prepare: PreparedAct<Static<TObject<P>>>['prepare'],
): AnyPreparedAct => ({ name, data: Type.Object(fields), prepare: prepare as AnyPreparedAct['prepare'] })

export const carryOut = async <D>(
  act: PreparedAct<D>,
  data: D,
  provenance: Provenance,
  ports: ActPorts,
  handler: Pick<CommandHandler, 'handle'>,
): Promise<Outcome> => {
  const prepared = await act.prepare(data, ports, provenance.authority)
  if ('code' in prepared) return { outcome: 'refused', refusal: prepared }
  return handler.handle({ ...provenance, command: prepared })
}

/** The refusal in an outcome: the decider's own, or that of an attempt which was recorded as failed. */
export const refusalIn = (outcome: Outcome): Refusal | undefined => {
  if (outcome.outcome === 'refused') return outcome.refusal
  return outcome.outcome === 'recorded' ? outcome.events.find((event) => event.answeredAs)?.answeredAs : undefined
}
