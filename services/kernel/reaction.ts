import type { EventType } from '@mingjian/schemas'
import type { CommandHandler } from './command-handler.ts'
import type { Command } from './decider.ts'
import type { RecordedEvent } from './event.ts'
import type { Checkpoints, EventLog, Fence } from './ports.ts'

/** An automatic actor: from an event follow commands. Their ids come from the event, so reading it again does nothing. */
export interface Reaction {
  readonly name: string
  readonly events: readonly EventType[]
  readonly react: (event: RecordedEvent) => readonly Command[]
}

const PAGE = 1000

/** Carries out what follows from the next page of events; returns how many positions that was. A refused command is parked with its reason. */
export const advanceReaction = async (
  reaction: Reaction,
  {
    log,
    handler,
    checkpoints,
    fence,
  }: { log: EventLog; handler: CommandHandler; checkpoints: Checkpoints; fence?: Fence },
): Promise<number> => {
  const consumer = `reaction:${reaction.name}`
  const position = await checkpoints.get(consumer)
  const head = await log.head()
  if (head <= position) return 0
  const events = await log.read(position, PAGE, reaction.events)
  const requests = events.flatMap((event) =>
    reaction.react(event).map((command, index) => ({
      command,
      actor: consumer,
      authority: event.authority,
      commandId: `${consumer}/${event.position}/${index}`,
      causationId: String(event.position),
      ...(event.correlationId === null ? {} : { correlationId: event.correlationId }),
    })),
  )
  if (requests.length > 0) {
    const outcomes = await handler.handleAll(requests, fence)
    for (const [index, outcome] of outcomes.entries()) {
      const request = requests[index]
      if (outcome.outcome !== 'refused' || request === undefined) continue
      const { code, message } = outcome.refusal
      await checkpoints.park({
        consumer,
        key: request.commandId,
        position: Number(request.causationId),
        reason: `${request.command.type}: ${code} ${message}`,
      })
    }
  }
  const reached = Math.max(events.length === PAGE ? 0 : head, events.at(-1)?.position ?? 0)
  await checkpoints.set(consumer, reached)
  return reached - position
}
