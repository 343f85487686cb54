import { type Checkpoint, canonicalJson, readCheckpoint } from '@mingjian/proofs'
import { checkGrowth, checkInclusion, checkSeal, checkSignature, claimsOf } from '@mingjian/proofs/log-proof'
import { failed, notChecked, type Outcome, passed } from '@mingjian/proofs/verification'
import { timeOfRound } from './drand.ts'
import { type Proof, publicDigestOf } from './proof.ts'
import { drandRoundOf, valueTimeOf } from './public-source.ts'

/** What the log says of a draw: its result, or that an inspector gave way to another. */
interface ResultEntry {
  readonly subject: string
  readonly data: { readonly proofSha256: string }
}

const isResult = (entry: object): entry is ResultEntry => {
  const { data } = entry as { readonly data?: Partial<ResultEntry['data']> }
  return 'subject' in entry && typeof data?.proofSha256 === 'string'
}

/** Whether this very file is named by an entry that is in the tree of the checkpoint. */
export const logInclusion = (proof: Proof): Outcome => {
  const { log } = proof
  if (log === undefined) return notChecked('not part of this file')
  const { entry } = log
  if (!isResult(entry)) return failed('the entry is not of the result of a draw')
  if (entry.subject !== proof.plan.id)
    return failed(`the entry is of the draw "${entry.subject}", the file of "${proof.plan.id}"`)
  const found = publicDigestOf(proof)
  if (entry.data.proofSha256 !== found)
    return failed(`this file has the SHA-256 ${found}, the entry names ${entry.data.proofSha256}`)
  return checkInclusion(log)
}

/** What the log says of a draw's commitments. */
interface CommitmentEntry {
  readonly type: string
  readonly subject: string
  readonly data: {
    readonly plan: object
    readonly populationRoot: string
    readonly rosterRoot: string
    readonly commitments: Proof['commitments']
  }
}

/** What was fixed, as this file has it and as the entry has it: the same in every member. */
const fixedIn = ({ plan: { key: _, ...plan }, population, roster, commitments }: Proof) => ({
  plan,
  populationRoot: population.root,
  rosterRoot: roster.root,
  commitments,
})

const entryFault = (proof: Proof, { type, subject, data }: CommitmentEntry): string | undefined => {
  if (type !== 'DrawCommitted' || subject !== proof.plan.id) return 'the entry is not of the commitments of this draw'
  const differs = Object.entries(fixedIn(proof)).find(
    ([name, own]) => canonicalJson(own) !== canonicalJson(data?.[name as keyof CommitmentEntry['data']] ?? null),
  )
  return differs === undefined ? undefined : `the entry has another ${differs[0]} than this file`
}

/** When the public value came out at the latest, by what the plan named beforehand. */
const valueOut = ({ plan: { publicSource } }: Proof): Temporal.Instant | undefined => {
  const round = publicSource && drandRoundOf(publicSource)
  return round === undefined ? valueTimeOf(publicSource?.at ?? '')?.latest : timeOfRound(round)
}

/** Whether everything that was fixed stood in the public log before the public value existed (§2.5). */
export const logCommitment = (proof: Proof): Outcome => {
  const { log, plan } = proof
  if (log === undefined) return notChecked('not part of this file')
  if (plan.rehearsal === true) return notChecked('a rehearsal: committed and drawn at once')
  const { commitment } = log
  if (commitment === undefined) return notChecked('where the commitments stand is not part of this file')
  const { entry, opening, index, consistency } = commitment
  const steps = [
    ...(opening === undefined ? [] : [checkSeal(commitment)]),
    checkInclusion(commitment),
    checkGrowth(commitment, log, consistency),
  ]
  const wrong = steps.find(({ ok }) => ok === false)
  if (wrong !== undefined) return wrong
  const fault = entryFault(proof, (opening?.part ?? entry) as CommitmentEntry)
  if (fault !== undefined) return failed(fault)
  if (index >= log.index) return failed('the result is entered before the commitments')
  return inTime(proof, index, readCheckpoint(commitment.checkpoint))
}

const inTime = (proof: Proof, index: number, checkpoint: Checkpoint | undefined): Outcome => {
  const issuedAt = checkpoint && claimsOf(checkpoint)?.issuedAt
  if (issuedAt === undefined) return failed('the checkpoint does not say when it was issued')
  const out = valueOut(proof)
  if (out === undefined) return notChecked(`entry ${index}, signed at ${issuedAt}: the plan names no time of the value`)
  const said = `entry ${index} was signed at ${issuedAt}, the public value came out ${proof.plan.publicSource?.at ?? out}`
  return Temporal.Instant.compare(Temporal.Instant.from(issuedAt), out) < 0 ? passed(said) : failed(said)
}

/** Whether the log itself signed the checkpoints. The witnesses of the commitments' checkpoint are named: they sign the newest alone. */
export const logSignature = ({ log }: Proof, logKey: string | undefined): Outcome => {
  if (log === undefined) return notChecked('not part of this file')
  const signed = checkSignature(log, logKey)
  if (signed.ok !== true || log.commitment === undefined) return signed
  const before = checkSignature(log.commitment, logKey, 'named')
  return before.ok === true ? passed(`${signed.detail}; that of the commitments ${before.detail}`) : before
}
