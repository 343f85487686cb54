import { beginningWith, digestEach, digestHex, type Message } from '@mingjian/proofs'

// Tickets of draw protocol 1 §4: Rivest's consistent sampler, first generation. A ticket is SHA-256(h ‖ id) as a decimal number,
// its digits reversed behind `0.`; tickets compare as these texts, so the last digits of the number decide first.

/** An object's id is what stands in front of the comma of its line. */
export const USCC_LENGTH = 18

/** What all tickets of a seed begin with, `h`: just one block of the hash. */
const common = (seed: string) => beginningWith(digestHex('sha-256', seed))

/** Tickets of these ids (of the first `length` characters of each text). */
export const ticketsOf = (seed: string, ids: readonly string[], length = USCC_LENGTH): readonly string[] => {
  const tickets: string[] = []
  digestEach(
    ids.length,
    (index, message) => writeId(message, ids[index] as string, length),
    (index, digest) => {
      tickets[index] = `0.${reversed(BigInt(`0x${digest.bytes.toHex()}`).toString().padStart(64, '0'))}`
    },
    common(seed),
  )
  return tickets
}

// By way of bytes, because a text built up one digit at a time costs three times as much.
const ascii = new TextDecoder('latin1')
const scratch = new Uint8Array(78)
const reversed = (digits: string): string => {
  const { length } = digits
  for (let i = 0; i < length; i++) scratch[length - 1 - i] = digits.charCodeAt(i)
  return ascii.decode(scratch.subarray(0, length))
}

const writeId = (message: Message, text: string, length: number): void =>
  message.text(text, 0, Math.min(length, text.length))

// Sorting texts of 78 digits would cost more than all the hashing. The last eleven digits, reversed, are the first eleven of
// the ticket; with the object's index they fill a 64-bit word, which the runtime sorts natively. Equal words are rare (one
// pair in 10^6 objects takes ten draws) and are settled by whole tickets.
const DIGITS = 11
const INDEX_BITS = 27
const INDEX = 2 ** INDEX_BITS - 1
const KEY_IN_LOW_WORD = 2 ** (32 - INDEX_BITS)

// x mod 10^11 by the Chinese remainder theorem: mod 2^11 is its last bits; mod 5^11 the sum of what each byte in its place
// leaves, which for 32 bytes stays below 2^31.
const TWOS = 2 ** DIGITS
const FIVES = 5 ** DIGITS
const REMAINDERS = Int32Array.from({ length: 32 * 256 }, (_, i) =>
  Number((BigInt(i & 255) << BigInt(8 * (31 - (i >> 8)))) % BigInt(FIVES)),
)
const FIVES_INVERSE = (() => {
  let inverse = 1
  while ((inverse * FIVES) % TWOS !== 1) inverse += 2
  return inverse
})()

const REVERSED = Uint16Array.from({ length: 10_000 }, (_, n) =>
  Number(Array.from(String(n).padStart(4, '0')).reverse().join('')),
)

/** Exact for these sizes, and several times faster than `%`, which is a library call for what doesn't fit 32 bits. */
const remainder = (n: number, divisor: number): number => n - Math.floor(n / divisor) * divisor

/** The first eleven digits of a ticket as a number. */
const firstDigits = (hash: Uint8Array): number => {
  let sum = 0
  for (let i = 0; i < 32; i++) sum += REMAINDERS[(i << 8) | (hash[i] as number)] as number
  const byFives = sum % FIVES
  const byTwos = ((hash[30] as number) << 8) | (hash[31] as number)
  const last = byFives + FIVES * (((byTwos - byFives) * FIVES_INVERSE) & (TWOS - 1))
  const low = remainder(last, 1e4)
  const middle = remainder(Math.floor(last / 1e4), 1e4)
  const high = Math.floor(last / 1e8)
  return (
    (REVERSED[low] as number) * 1e7 + (REVERSED[middle] as number) * 1e3 + Math.floor((REVERSED[high] as number) / 10)
  )
}

/** High half of a key, at most: eleven digits in the words of `inTicketOrder`. */
const HIGHEST = Math.floor(1e11 / KEY_IN_LOW_WORD)
/** By so many deviations more tickets than expected lie below a bound; short of that, all are sorted. */
const SPARE = 8

/** Sorts the lowest keys, at least `most` of them, to the front and says how many are in order there. */
const sortLowest = (keys: BigUint64Array, halves: Uint32Array, most: number): number => {
  // Tickets are even: a share of them lies below that share of the highest there can be.
  const bound = Math.ceil((HIGHEST * (most + SPARE * (Math.sqrt(most) + 1))) / keys.length)
  if (bound < HIGHEST) {
    let kept = 0
    for (let i = 0; i < keys.length; i++) {
      if ((halves[2 * i + 1] as number) >= bound) continue
      const key = keys[kept] as bigint
      keys[kept++] = keys[i] as bigint
      keys[i] = key
    }
    if (kept >= most) {
      keys.subarray(0, kept).sort()
      return kept
    }
  }
  keys.sort()
  return keys.length
}

/**
 * Indices of the ids (of the first `length` characters of each text) in ascending order of their tickets; of the first `most` at least, where
 * no more are asked for. At most 2^27 ids.
 */
export const inTicketOrder = (
  seed: string,
  ids: readonly string[],
  length = USCC_LENGTH,
  most = ids.length,
): Uint32Array => {
  if (ids.length > INDEX) throw new RangeError(`a draw orders at most ${INDEX} objects`)
  const keys = new BigUint64Array(ids.length)
  // Every supported processor keeps the low half of a word first.
  const halves = new Uint32Array(keys.buffer)
  digestEach(
    ids.length,
    (index, message) => writeId(message, ids[index] as string, length),
    (index, digest) => {
      const digits = firstDigits(digest.bytes)
      const high = Math.floor(digits / KEY_IN_LOW_WORD)
      halves[2 * index] = ((digits - high * KEY_IN_LOW_WORD) << INDEX_BITS) | index
      halves[2 * index + 1] = high
    },
    common(seed),
  )
  const front = sortLowest(keys, halves, most)
  const order = new Uint32Array(front)
  for (let i = 0; i < order.length; i++) order[i] = (halves[2 * i] as number) & INDEX
  settleTies(seed, ids, length, order, (i) => sameKey(halves, i))
  return order
}

/** Whether the keys at `i - 1` and `i` differ in nothing but the index. */
const sameKey = (halves: Uint32Array, i: number): boolean =>
  halves[2 * i + 1] === halves[2 * i - 1] &&
  (halves[2 * i] as number) >>> INDEX_BITS === (halves[2 * i - 2] as number) >>> INDEX_BITS

const settleTies = (
  seed: string,
  ids: readonly string[],
  length: number,
  order: Uint32Array,
  tied: (i: number) => boolean,
): void => {
  for (let i = 1; i < order.length; i++) {
    if (!tied(i)) continue
    const from = i - 1
    while (i + 1 < order.length && tied(i + 1)) i++
    const run = Array.from(order.subarray(from, i + 1))
    const tickets = ticketsOf(
      seed,
      run.map((index) => ids[index] as string),
      length,
    )
    const sorted = run.map((index, at) => ({ index, ticket: tickets[at] as string }))
    sorted.sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    order.set(
      sorted.map(({ index }) => index),
      from,
    )
  }
}
