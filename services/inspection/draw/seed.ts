import { type Refusal, refusal } from '@mingjian/kernel'
import { digestHex } from '@mingjian/proofs'

/** Names the rules by which a draw was made; first line of the seed's text and of the proof. */
export const PROTOCOL = 'mingjian-draw-1'

/** What an official promised beforehand: SHA-256 of a nonce. */
export interface Commitment {
  readonly official: string
  readonly sha256: string
}

/** What the official then disclosed: 32 random bytes in hexadecimal. */
export interface Reveal {
  readonly official: string
  readonly nonce: string
}

export const isHex32 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** SHA-256 of the nonce's 32 raw bytes, both in hexadecimal. */
export const commitmentOf = (nonce: string): string => digestHex('sha-256', Uint8Array.fromHex(nonce))

const revealMissing = refusal('reveal-missing', {
  zh: '{official}没有公布随机数。',
  en: '{official} has not revealed the nonce',
})
const otherOrder = refusal('reveal-order', {
  zh: '第{place}个公布者是{by}，而承诺者是{official}。',
  en: 'reveal {place} is by {by}, the commitment by {official}',
})
const malformed = refusal('nonce-malformed', {
  zh: '{official}的随机数不是十六进制的32字节。',
  en: 'the nonce of {official} is not 32 bytes in hexadecimal',
})
const mismatch = refusal('nonce-mismatch', {
  zh: '{official}的随机数不是所承诺的。',
  en: 'the nonce of {official} is not the one committed',
})
const unasked = refusal('reveal-unasked', {
  zh: '{official}没有承诺而公布。',
  en: '{official} revealed without a commitment',
})

/** Whether every promise was kept, in its order; a draw on any other nonce would let the last official choose the result. */
export const checkReveals = (commitments: readonly Commitment[], reveals: readonly Reveal[]): Refusal | undefined => {
  for (const [i, { official, sha256 }] of commitments.entries()) {
    const reveal = reveals[i]
    if (reveal === undefined) return revealMissing({ official })
    if (reveal.official !== official) return otherOrder({ place: i + 1, by: reveal.official, official })
    if (!isHex32(reveal.nonce)) return malformed({ official })
    if (commitmentOf(reveal.nonce) !== sha256) return mismatch({ official })
  }
  const extra = reveals[commitments.length]
  return extra === undefined ? undefined : unasked({ official: extra.official })
}

export interface SeedParts {
  readonly planId: string
  readonly populationRoot: string
  readonly rosterRoot: string
  /** In the order of the commitments. */
  readonly nonces: readonly string[]
  readonly publicValue: string
}

/** The text of draw protocol 1 §3, every line ended. */
export const seedText = ({ planId, populationRoot, rosterRoot, nonces, publicValue }: SeedParts): string =>
  [PROTOCOL, planId, populationRoot, rosterRoot, ...nonces, publicValue.trim(), ''].join('\n')

/** `S`, lower-case hexadecimal. */
export const seedOf = (parts: SeedParts): string => digestHex('sha-256', seedText(parts))
