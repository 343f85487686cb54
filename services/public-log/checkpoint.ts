import { type Checkpoint, readCheckpoint, signedNote, writeCheckpoint, writeVerifierKey } from '@mingjian/proofs'
import type { Issued, NoteSigner } from './store.ts'

/** With two lines behind the root: the root of the map of the lists, and when the checkpoint was issued. */
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

export const checkpointOf = ({ note }: Pick<Issued, 'note'>): Checkpoint => {
  const checkpoint = readCheckpoint(note)
  if (checkpoint === undefined) throw new Error('the log keeps a checkpoint that can not be read')
  return checkpoint
}
