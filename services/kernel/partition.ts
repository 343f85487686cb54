const SEED = 0x9747b28c
const M = 0x5bd1e995

/** MurmurHash2 (32 bits) as Kafka's own clients use it, signed. */
export const murmur2 = (bytes: Uint8Array): number => {
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  let hash = SEED ^ length
  let at = 0
  for (; at + 4 <= length; at += 4) {
    let word = Math.imul(view.getInt32(at, true), M)
    word = Math.imul(word ^ (word >>> 24), M)
    hash = Math.imul(hash, M) ^ word
  }
  const rest = length - at
  if (rest > 2) hash ^= view.getUint8(at + 2) << 16
  if (rest > 1) hash ^= view.getUint8(at + 1) << 8
  if (rest > 0) hash = Math.imul(hash ^ view.getUint8(at), M)
  hash = Math.imul(hash ^ (hash >>> 13), M)
  return hash ^ (hash >>> 15)
}

const text = new TextEncoder()

/** The partition of a subject's events: that of Kafka's default partitioner for this key, so that other programs can join by it. */
export const partitionOf = (subject: string, partitions: number): number =>
  (murmur2(text.encode(subject)) & 0x7fffffff) % partitions
