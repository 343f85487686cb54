import type { EventType } from '@mingjian/schemas'
import { type Batch, inOrder, isBeyond, markBehind, seen } from './batch.ts'
import type { CommandHandler } from './command-handler.ts'
import type { Command } from './decider.ts'
import type { RecordedEvent } from './event.ts'
import type { Checkpoints, EventLog, Fence } from './ports.ts'

/** An automatic actor: commands that follow from an event. Their ids come from the event, so a second reading changes nothing. */
export interface Reaction {
  readonly name: string
  readonly events: readonly EventType[]
  readonly react: (event: RecordedEvent) => readonly Command[]
}

const PAGE = 1000

export interface ReactionTools {
  readonly log: EventLog
  readonly handler: CommandHandler
  readonly checkpoints: Checkpoints
  readonly fence?: Fence
}

/** The consumer under which a reaction's position and letters are kept. */
export const consumerOf = ({ name }: Pick<Reaction, 'name'>): string => `reaction:${name}`

/** A refused command is parked with its reason. Returns the last position recorded. */
const carryOut = async (
  reaction: Reaction,
  events: readonly RecordedEvent[],
  { handler, checkpoints, fence }: ReactionTools,
): Promise<number> => {
  const consumer = consumerOf(reaction)
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
  // One event may ask for thousands of acts, as a draw's result does. Each is carried out once by its id, so the loop may stop anywhere.
  let recorded = 0
  for (let from = 0; from < requests.length; from += PAGE) {
    const some = requests.slice(from, from + PAGE)
    const outcomes = await handler.handleAll(some, fence)
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.outcome === 'recorded') recorded = Math.max(recorded, outcome.last)
      const request = some[index]
      if (outcome.outcome !== 'refused' || request === undefined) continue
      const { code, text } = outcome.refusal
      await checkpoints.park({
        consumer,
        key: request.commandId,
        position: Number(request.causationId),
        reason: `${request.command.type}: ${code} ${text.zh} ${text.en}`,
      })
    }
  }
  return recorded
}

/** Carries out what follows from everything up to a position; returns the last position recorded by it, 0 if nothing was. */
const advance = async (reaction: Reaction, end: number, tools: ReactionTools): Promise<number> => {
  const { log, checkpoints } = tools
  const consumer = consumerOf(reaction)
  let recorded = 0
  for (let position = await checkpoints.get(consumer); position < end; ) {
    const isSeen = seen(position, await checkpoints.marks(consumer))
    const page = await log.read(position, PAGE, reaction.events)
    const events = page.filter((event) => event.position <= end && !isSeen(event))
    recorded = Math.max(recorded, await carryOut(reaction, events, tools))
    position = Math.min(end, page.length === PAGE ? (page.at(-1)?.position ?? end) : end)
    await checkpoints.set([consumer], position)
  }
  return recorded
}

/**
 * Carries out what follows from everything up to a position; returns the last position recorded by it, 0 if nothing was. Events that
 * concern none of them are skipped in one read for all.
 */
export const advanceReactions = async (
  reactions: readonly Reaction[],
  end: number,
  tools: ReactionTools,
): Promise<number> => {
  if (reactions.length === 0) return 0
  const { log, checkpoints } = tools
  const positions = await checkpoints.positions(reactions.map(consumerOf))
  const behind = reactions
    .map((reaction) => ({ reaction, position: positions.get(consumerOf(reaction)) ?? 0 }))
    .filter(({ position }) => position < end)
  if (behind.length === 0) return 0
  const from = Math.min(...behind.map(({ position }) => position))
  const types = [...new Set(behind.flatMap(({ reaction }) => reaction.events))]
  const [first] = await log.read(from, 1, types)
  const quiet = Math.min(end, first === undefined ? end : first.position - 1)
  const moved = behind.filter(({ position }) => position < quiet)
  if (moved.length > 0)
    await checkpoints.set(
      moved.map(({ reaction }) => consumerOf(reaction)),
      quiet,
    )
  if (quiet === end) return 0
  let recorded = 0
  for (const { reaction } of behind) recorded = Math.max(recorded, await advance(reaction, end, tools))
  return recorded
}

/** Carries out what follows from what a topic delivers; where messages are missing, from the log. */
export const reactTo = async (reaction: Reaction, batches: readonly Batch[], tools: ReactionTools): Promise<void> => {
  const { checkpoints } = tools
  const consumer = consumerOf(reaction)
  const marks = await checkpoints.marks(consumer)
  if (batches.some((batch) => isBeyond(batch, marks))) await advance(reaction, await tools.log.head(), tools)
  const isSeen = seen(await checkpoints.get(consumer), marks)
  const events = inOrder(batches).filter((event) => reaction.events.includes(event.type) && !isSeen(event))
  for (let from = 0; from < events.length; from += PAGE)
    await carryOut(reaction, events.slice(from, from + PAGE), tools)
  await checkpoints.mark(
    consumer,
    batches.map((batch) => markBehind(batch, marks)),
  )
}
