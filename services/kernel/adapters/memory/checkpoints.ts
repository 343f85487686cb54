import { type Mark, withMarks } from '../../batch.ts'
import type { Checkpoints, DeadLetter } from '../../ports.ts'

/** `letters` is where parked events go, by consumer and key. */
export const memoryCheckpoints = (letters: Map<string, DeadLetter>): Checkpoints => {
  const positions = new Map<string, number>()
  const marks = new Map<string, readonly Mark[]>()
  return {
    get: async (consumer, readUpTo = 0) => Math.max(readUpTo, positions.get(consumer) ?? 0),
    positions: async (consumers) => new Map(consumers.map((consumer) => [consumer, positions.get(consumer) ?? 0])),
    set: async (consumers, position) => {
      for (const consumer of consumers) positions.set(consumer, Math.max(position, positions.get(consumer) ?? 0))
    },
    marks: async (consumer) => marks.get(consumer) ?? [],
    mark: async (consumer, moved) => void marks.set(consumer, withMarks(marks.get(consumer) ?? [], moved)),
    park: async (letter) => {
      const place = letterPlace(letter)
      if (!letters.has(place)) letters.set(place, letter)
    },
  }
}

export const letterPlace = ({ consumer, key }: Pick<DeadLetter, 'consumer' | 'key'>): string => `${consumer}\n${key}`
