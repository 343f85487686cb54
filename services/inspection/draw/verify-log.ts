import { checkInclusion, checkSignature } from '@mingjian/kernel/log-proof'
import { failed, notChecked, type Outcome } from '@mingjian/kernel/verification'
import { type Proof, publicDigestOf } from './proof.ts'

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

/** Whether the log itself signed that checkpoint. */
export const logSignature = ({ log }: Proof, logKey: string | undefined): Outcome =>
  log === undefined ? notChecked('not part of this file') : checkSignature(log, logKey)
