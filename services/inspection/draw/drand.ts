import { digest } from '@mingjian/proofs'
import { bls12_381 } from '@noble/curves/bls12-381.js'

// The League of Entropy's beacon quicknet: a signature every three seconds that nobody can foresee or choose, and anybody can check
// without a network (scheme bls-unchained-g1-rfc9380, https://docs.drand.love).

const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'
const GENESIS_SECONDS = 1_692_803_367
const PERIOD_SECONDS = 3
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

/** The first round that comes out at a moment or after it. */
export const roundFrom = (moment: Temporal.Instant): number =>
  Math.max(1, Math.ceil((moment.epochMilliseconds / 1000 - GENESIS_SECONDS) / PERIOD_SECONDS) + 1)

/** When a round comes out. */
export const timeOfRound = (round: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds((GENESIS_SECONDS + PERIOD_SECONDS * (round - 1)) * 1000)

/** Whether a text is the beacon's signature of a round: 48 bytes in hexadecimal. */
export const isRoundSignature = (round: number, signature: string): boolean => {
  if (!/^[0-9a-f]{96}$/.test(signature)) return false
  const message = new Uint8Array(8)
  new DataView(message.buffer).setBigUint64(0, BigInt(round))
  const { hash, verify } = bls12_381.shortSignatures
  try {
    return verify(
      Uint8Array.fromHex(signature),
      hash(digest('sha-256', message), DOMAIN),
      Uint8Array.fromHex(PUBLIC_KEY),
    )
  } catch {
    // Bytes that are no point of the curve.
    return false
  }
}
