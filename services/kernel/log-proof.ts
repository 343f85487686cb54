import { canonicalJson } from './canonical-json.ts'
import { leafHash, verifyInclusion } from './merkle.ts'
import { cosignedAt, isSignedBy } from './note-signature.ts'
import { readCheckpoint, readVerifierKey, type VerifierKey } from './signed-note.ts'
import { failed, notChecked, type Outcome, passed } from './verification.ts'

/** A checkpoint of the public log as proof files carry it. */
export interface LogCheckpoint {
  readonly origin: string
  readonly treeSize: number
  /** Signed note of C2SP tlog-checkpoint. */
  readonly checkpoint: string
}

/** Where an entry is in the tree of a checkpoint. */
export interface LogPlace extends LogCheckpoint {
  readonly index: number
  /** RFC 6962 inclusion proof, base64. */
  readonly proof: readonly string[]
  /** The entry, whose canonical JSON is the leaf. */
  readonly entry: object
}

const fault = ({ origin, treeSize, checkpoint: note }: LogCheckpoint): string | undefined => {
  const checkpoint = readCheckpoint(note)
  if (checkpoint === undefined) return 'the checkpoint is not a signed note of a tree'
  if (checkpoint.origin !== origin) return `the checkpoint is of ${checkpoint.origin}, the file says ${origin}`
  if (checkpoint.size !== treeSize) return `the checkpoint has ${checkpoint.size} entries, the file says ${treeSize}`
  return undefined
}

/** Whether the entry is in the tree of the checkpoint, as RFC 6962 proves it. */
export const checkInclusion = (place: LogPlace): Outcome => {
  const { origin, index, treeSize, proof, entry } = place
  const wrong = fault(place)
  const root = readCheckpoint(place.checkpoint)?.root
  if (wrong !== undefined || root === undefined) return failed(wrong ?? '')
  const included = verifyInclusion({
    ...{ index, size: treeSize, root },
    leaf: leafHash(new TextEncoder().encode(canonicalJson(entry))),
    proof: proof.map((hash) => Uint8Array.fromBase64(hash)),
  })
  return included
    ? passed(`entry ${index} of ${treeSize} of ${origin}`)
    : failed(`this is not entry ${index} of this tree`)
}

/** Whether the file's checkpoint is what it says it is: its origin and size. */
export const checkCheckpoint = (place: LogCheckpoint): Outcome => {
  const wrong = fault(place)
  return wrong === undefined ? passed(`${place.treeSize} entries of ${place.origin}`) : failed(wrong)
}

/** Keys of the log and its witnesses, a line each; undefined where one of them is none. */
const readKeys = (lines: string): readonly VerifierKey[] | undefined => {
  const keys = lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [readVerifierKey(line)]))
  return keys.every((key) => key !== undefined) ? keys : undefined
}

/** Whether the log itself signed that checkpoint, and which witnesses saw it. `keys`: verifier key lines; the log's, and those of witnesses that are to have seen it. */
export const checkSignature = ({ checkpoint: note }: LogCheckpoint, keys: string | undefined): Outcome => {
  if (keys === undefined) return notChecked('no key of the log was given')
  const known = readKeys(keys)
  if (known === undefined || known.every(({ kind }) => kind !== 'log'))
    return failed('the key given is not a verifier key of Ed25519')
  const checkpoint = readCheckpoint(note)
  if (checkpoint === undefined) return failed('the checkpoint is not a signed note of a tree')
  const signer = known.find((key) => isSignedBy(checkpoint, key))
  if (signer === undefined)
    return failed(`the checkpoint is not signed by ${known.find(({ kind }) => kind === 'log')?.name}`)
  const seen: string[] = []
  for (const witness of known.filter(({ kind }) => kind === 'witness')) {
    const at = cosignedAt(checkpoint, witness)
    if (at === undefined) return failed(`the witness ${witness.name} has not seen it`)
    seen.push(`seen by ${witness.name} at ${new Date(at * 1000).toISOString()}`)
  }
  return passed([`signed by ${signer.name}`, ...seen].join(', '))
}
