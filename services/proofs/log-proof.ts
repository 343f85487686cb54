import { canonicalJson } from './canonical-json.ts'
import { digestHex } from './hash.ts'
import { leafHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { cosignedAt, isSignedBy } from './note-signature.ts'
import { type Checkpoint, readCheckpoint, readVerifierKey, type VerifierKey } from './signed-note.ts'
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

/** A place whose entry may be sealed: then with the opening. */
export interface OpenedPlace extends LogPlace {
  readonly opening?: { readonly part: object }
}

const LISTS = /^lists ([A-Za-z0-9+/]{43}=)$/
const ISSUED = /^issued (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)$/

/** The two lines that our own checkpoints have behind the root; undefined for one without them. */
export const claimsOf = ({
  extensions,
}: Pick<Checkpoint, 'extensions'>): { readonly mapRoot: Uint8Array; readonly issuedAt: string } | undefined => {
  const [, encoded] = LISTS.exec(extensions[0] ?? '') ?? []
  const [, issuedAt] = ISSUED.exec(extensions[1] ?? '') ?? []
  return encoded === undefined || issuedAt === undefined
    ? undefined
    : { mapRoot: Uint8Array.fromBase64(encoded), issuedAt }
}

/** Whether an opening fits the seal of its entry. */
export const checkSeal = ({ entry, opening }: Pick<OpenedPlace, 'entry' | 'opening'>): Outcome => {
  const { sealed } = entry as { readonly sealed?: unknown }
  const found = digestHex('sha-256', canonicalJson(opening))
  return sealed === found
    ? passed(`the entry's seal ${found} is that of this content`)
    : failed(`the content has the seal ${found}, the entry says ${sealed}`)
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

/** Whether the tree of a later checkpoint is that of an earlier one with more behind it. `proof`: of RFC 6962, base64. */
export const checkGrowth = (earlier: LogCheckpoint, later: LogCheckpoint, proof: readonly string[]): Outcome => {
  const wrong = fault(earlier) ?? fault(later)
  const [root1, root2] = [earlier, later].map(({ checkpoint }) => readCheckpoint(checkpoint)?.root)
  if (wrong !== undefined || root1 === undefined || root2 === undefined) return failed(wrong ?? '')
  const [size1, size2] = [earlier.treeSize, later.treeSize]
  if (earlier.origin !== later.origin) return failed(`${earlier.origin} and ${later.origin} are two logs`)
  const grown = verifyConsistency({
    size1,
    size2,
    root1,
    root2,
    proof: proof.map((hash) => Uint8Array.fromBase64(hash)),
  })
  return grown
    ? passed(`the tree of ${size2} is that of ${size1}, grown`)
    : failed(`the tree of ${size2} is not that of ${size1}, grown`)
}

/** Whether the file's checkpoint is what it says it is: its origin and size. */
export const checkCheckpoint = (place: LogCheckpoint): Outcome => {
  const wrong = fault(place)
  return wrong === undefined ? passed(`${place.treeSize} entries of ${place.origin}`) : failed(wrong)
}

/** Keys of the log and its witnesses, a line each; undefined when a line is no key. */
const readKeys = (lines: string): readonly VerifierKey[] | undefined => {
  const keys = lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [readVerifierKey(line)]))
  return keys.every((key) => key !== undefined) ? keys : undefined
}

/**
 * Whether the log itself signed that checkpoint, and which witnesses saw it. `keys`: verifier key lines; the log's, and those of witnesses, who
 * are to have seen it unless they are only to be named where they have.
 */
export const checkSignature = (
  { checkpoint: note }: LogCheckpoint,
  keys: string | undefined,
  witnesses: 'demanded' | 'named' = 'demanded',
): Outcome => {
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
    if (at === undefined && witnesses === 'demanded') return failed(`the witness ${witness.name} has not seen it`)
    if (at !== undefined) seen.push(`seen by ${witness.name} at ${new Date(at * 1000).toISOString()}`)
  }
  return passed([`signed by ${signer.name}`, ...seen].join(', '))
}
