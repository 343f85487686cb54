import {
  type Checkpoint,
  type Issued,
  type NoteSigner,
  readCheckpoint,
  signedNote,
  writeCheckpoint,
  writeVerifierKey,
} from '@mingjian/kernel'

// Two lines behind the root: the root of the map of the lists, and when the checkpoint was issued.

const LISTS = /^lists ([A-Za-z0-9+/]{43}=)$/
const ISSUED = /^issued (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)$/

export const issue = async (
  tree: { readonly size: number; readonly root: Uint8Array; readonly mapRoot: Uint8Array },
  issuedAt: string,
  signers: readonly NoteSigner[],
): Promise<Issued> => {
  const [first] = signers
  if (first === undefined) throw new Error('a checkpoint needs a key to sign it')
  const extensions = [`lists ${tree.mapRoot.toBase64()}`, `issued ${issuedAt}`]
  const body = writeCheckpoint({ origin: first.key.name, size: tree.size, root: tree.root, extensions })
  const signatures = await Promise.all(signers.map(async ({ key, sign }) => ({ ...key, signature: await sign(body) })))
  return {
    size: tree.size,
    issuedAt,
    note: signedNote(body, signatures),
    keys: signers.map(({ key }) => writeVerifierKey(key)),
  }
}

/** What our own checkpoints say beside the tree; undefined for one that says no such thing. */
export const claimsOf = ({
  extensions,
}: Pick<Checkpoint, 'extensions'>): { readonly mapRoot: Uint8Array; readonly issuedAt: string } | undefined => {
  const [, encoded] = LISTS.exec(extensions[0] ?? '') ?? []
  const [, issuedAt] = ISSUED.exec(extensions[1] ?? '') ?? []
  return encoded === undefined || issuedAt === undefined
    ? undefined
    : { mapRoot: Uint8Array.fromBase64(encoded), issuedAt }
}

export const checkpointOf = ({ note }: Pick<Issued, 'note'>): Checkpoint => {
  const checkpoint = readCheckpoint(note)
  if (checkpoint === undefined) throw new Error('the log keeps a checkpoint that can not be read')
  return checkpoint
}
