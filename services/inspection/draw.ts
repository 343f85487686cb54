// The verifiable draw as others use it: plans, the ceremony's two halves, proofs and their verification. Pure throughout.
export * from './draw/draw.ts'
export * from './draw/plan.ts'
export { type Audience, type Proof, proofOf, withLog, writeProof } from './draw/proof.ts'
export type { Inspector } from './draw/roster.ts'
export { openingOf } from './draw/sealed.ts'
export { type Commitment, checkReveals, commitmentOf, isHex32, PROTOCOL, type Reveal, seedOf } from './draw/seed.ts'
export { inTicketOrder, ticketsOf } from './draw/tickets.ts'
export { type VerifyOptions, verifyProof } from './draw/verify.ts'
