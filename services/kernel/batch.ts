import type { RecordedEvent } from './event.ts'
import { partitionOf } from './partition.ts'

/** A run of one partition's messages, in the order of the topic. */
export interface Batch {
  readonly topic: string
  readonly partition: number
  /** How many partitions the topic has. */
  readonly of: number
  /** Offset of its first message. */
  readonly from: number
  /** Offset behind its last message. */
  readonly next: number
  /** Position of the newest event among its messages, of whatever type. */
  readonly position: number
  readonly events: readonly RecordedEvent[]
}

/** How far a consumer has come in a partition; stored in one transaction with its result. */
export interface Mark {
  readonly topic: string
  readonly partition: number
  readonly of: number
  /** The consumer has every event of this partition up to this position. */
  readonly position: number
  /** Offset of the next message. */
  readonly next: number
}

/** The events of several partitions in the order of the log, without the repetitions of a relay. */
export const inOrder = (batches: readonly Batch[]): readonly RecordedEvent[] =>
  batches
    .flatMap(({ events }) => events)
    .sort((a, b) => a.position - b.position)
    .filter(({ position }, index, sorted) => position !== sorted[index - 1]?.position)

const isOf =
  (batch: Batch) =>
  ({ topic, partition }: Mark): boolean =>
    topic === batch.topic && partition === batch.partition

/** Of several marks of a partition, the new ones. */
export const withMarks = (before: readonly Mark[], moved: readonly Mark[]): readonly Mark[] => [
  ...before.filter((old) => !moved.some(({ topic, partition }) => topic === old.topic && partition === old.partition)),
  ...moved,
]

/** Whether messages are missing between a consumer's marks and this batch: deleted by age, or consumed before a crash that lost the mark. */
export const isBeyond = (batch: Batch, marks: readonly Mark[]): boolean =>
  batch.from > (marks.find(isOf(batch))?.next ?? 0)

/** The mark behind a batch; neither redelivery nor a repeating relay moves it back. */
export const markBehind = (batch: Batch, marks: readonly Mark[]): Mark => {
  const { topic, partition, of, position, next } = batch
  const before = marks.find(isOf(batch))
  return {
    topic,
    partition,
    of,
    next: Math.max(next, before?.next ?? 0),
    position: Math.max(position, before?.position ?? 0),
  }
}

/** Tells which events a consumer has: those up to its position in the log, and beyond it those up to the marks of their partitions. */
export const seen = (position: number, marks: readonly Mark[]): ((event: RecordedEvent) => boolean) => {
  const ahead = marks.filter((mark) => mark.position > position)
  if (ahead.length === 0) return (event) => event.position <= position
  return (event) =>
    event.position <= position ||
    ahead.some((mark) => event.position <= mark.position && partitionOf(event.subject, mark.of) === mark.partition)
}

/**
 * Reads the log page by page until `left` positions have been read; returns how many are still left. Events recorded meanwhile are for the
 * next call: under a steady load the loop would not end.
 */
export const readOut = async (
  left: number,
  readPage: () => Promise<number>,
  said: (left: number) => void = () => {},
): Promise<void> => {
  for (let steps = 1; left > 0 && steps > 0; ) {
    steps = await readPage()
    left -= steps
    said(left)
  }
}
