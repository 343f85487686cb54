import { isSignedBy, leafHash, readCheckpoint, readVerifierKey, verifyInclusion } from '@mingjian/kernel'
import { failed, notChecked, type Outcome, passed } from '@mingjian/kernel/verification'
import { logEntryOf, type Proof } from './proof.ts'

/** Whether the result is in the tree of the checkpoint, as RFC 6962 proves it. */
export const logInclusion = (proof: Proof): Outcome => {
  const { log } = proof
  if (log === undefined) return notChecked('not part of this file')
  const checkpoint = readCheckpoint(log.checkpoint)
  if (checkpoint === undefined) return failed('the checkpoint is not a signed note of a tree')
  if (checkpoint.origin !== log.origin)
    return failed(`the checkpoint is of ${checkpoint.origin}, the file says ${log.origin}`)
  if (checkpoint.size !== log.treeSize)
    return failed(`the checkpoint has ${checkpoint.size} entries, the file says ${log.treeSize}`)
  const included = verifyInclusion({
    index: log.index,
    size: checkpoint.size,
    leaf: leafHash(new TextEncoder().encode(logEntryOf(proof))),
    proof: log.proof.map((hash) => Uint8Array.fromBase64(hash)),
    root: checkpoint.root,
  })
  return included
    ? passed(`entry ${log.index} of ${checkpoint.size} of ${log.origin}`)
    : failed(`the result is not entry ${log.index} of this tree`)
}

/** Whether the log itself signed that checkpoint. */
export const logSignature = ({ log }: Proof, logKey: string | undefined): Outcome => {
  if (log === undefined) return notChecked('not part of this file')
  if (logKey === undefined) return notChecked('no key of the log was given')
  const key = readVerifierKey(logKey)
  if (key === undefined) return failed('the key given is not a verifier key of Ed25519')
  const checkpoint = readCheckpoint(log.checkpoint)
  const signed = checkpoint === undefined ? false : isSignedBy(checkpoint, key)
  return signed ? passed(`signed by ${key.name}`) : failed(`the checkpoint is not signed by ${key.name}`)
}
