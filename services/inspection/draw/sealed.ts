import { beginningWith, type Digest, digestEach } from '@mingjian/proofs'
import { USCC_LENGTH } from './tickets.ts'

// Credit-risk classes guide where the regulator looks and are no rating of the enterprise, so a plan with strata by class
// publishes a commitment to each object's stratum instead (draw protocol 1 §2.3).

const BLOCK = 64
const HASH = 32
const BATCH = 1024

/** Calls `take` with each object's salt: HMAC-SHA-256 (RFC 2104) of its USCC under the plan's key. */
type EachSalt = (lines: readonly string[], take: (index: number, salt: Digest) => void) => void

const salting = (key: string): EachSalt => {
  // HMAC begins every message with one of two blocks made of the key, which are hashed once.
  const block = new Uint8Array(BLOCK)
  block.set(Uint8Array.fromHex(key))
  const inner = beginningWith(block.map((byte) => byte ^ 0x36))
  const outer = beginningWith(block.map((byte) => byte ^ 0x5c))
  return (lines, take) => {
    const view = new DataView(new ArrayBuffer(HASH * lines.length))
    digestEach(
      lines.length,
      (index, message) => message.text(lines[index] as string, 0, USCC_LENGTH),
      (index, digest) => digest.copyTo(view, HASH * index),
      inner,
    )
    digestEach(lines.length, (index, message) => message.bytes(view, HASH * index, HASH * (index + 1)), take, outer)
  }
}

const sealBatch = (eachSalt: EachSalt, lines: readonly string[]): readonly string[] => {
  const openings: string[] = []
  eachSalt(lines, (index, salt) => {
    openings[index] = salt.bytes.toHex() + (lines[index] as string).slice(USCC_LENGTH)
  })
  const sealed: string[] = []
  digestEach(
    lines.length,
    (index, message) => message.text(openings[index] as string),
    (index, digest) => {
      sealed[index] = `${(lines[index] as string).slice(0, USCC_LENGTH)},${digest.bytes.toHex()}`
    },
  )
  return sealed
}

/** `USCC,c` for each `USCC,stratum`, with c = SHA-256(`salt,stratum`). `key`: the plan's 32 random bytes, hexadecimal. */
export const sealStrata = (key: string, lines: readonly string[]): readonly string[] => {
  const eachSalt = salting(key)
  const sealed: string[] = []
  for (let from = 0; from < lines.length; from += BATCH) {
    for (const line of sealBatch(eachSalt, lines.slice(from, from + BATCH))) sealed.push(line)
  }
  return sealed
}

/** `salt,stratum`: what the enterprise is given, so that it can check its own leaf. */
export const openingOf = (key: string, line: string): string => {
  let opening = ''
  salting(key)([line], (_, salt) => {
    opening = salt.bytes.toHex() + line.slice(USCC_LENGTH)
  })
  return opening
}
