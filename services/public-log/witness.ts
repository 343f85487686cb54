import { cosignedAt, readSignatures, readVerifierKey, signatureLine, type VerifierKey } from '@mingjian/proofs'
import { checkpointOf } from './checkpoint.ts'
import type { Issued, PublicLogStore } from './store.ts'
import { consistencyRanges, hashesOf } from './tree/ranges.ts'

// C2SP tlog-witness: a witness 见证方 signs that a checkpoint continues the last one that it saw, so a log that shows two faces is found out.

export interface Witness {
  readonly key: VerifierKey
  /** Where checkpoints are submitted to: `add-checkpoint` is behind it. */
  readonly url: string
}

/** `KEY URL` a line; undefined where one is none. */
export const readWitnesses = (text: string): readonly Witness[] | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const witnesses = lines.map((line) => {
    const [keyLine = '', url = ''] = line.trim().split(/\s+/)
    const key = readVerifierKey(keyLine)
    return key?.kind === 'witness' && URL.canParse(url) ? { key, url: url.replace(/\/$/, '') } : undefined
  })
  return witnesses.every((witness) => witness !== undefined) ? witnesses : undefined
}

export type Post = (url: string, body: string) => Promise<{ readonly status: number; readonly body: string }>

export interface WitnessPorts {
  readonly store: Pick<PublicLogStore, 'tiles' | 'cosign' | 'checkpoint'>
  readonly post: Post
}

/** Shows checkpoints to one witness and keeps its signatures. */
export const witnessing = ({ store, post }: WitnessPorts, { key, url }: Witness) => {
  /** Size of the tree that it saw last; it says so itself where we don't know. */
  let seen = 0

  const submit = async ({ size, note }: Issued): Promise<{ readonly status: number; readonly body: string }> => {
    const proof = await hashesOf(consistencyRanges(seen, size), store.tiles)
    const lines = [`old ${seen}`, ...proof.map((hash) => hash.toBase64()), '', note]
    return post(`${url}/add-checkpoint`, lines.join('\n'))
  }

  /** Throws where the witness does not answer or refuses. Says whether there was something to show. */
  return async (): Promise<boolean> => {
    const issued = await store.checkpoint()
    if (issued === undefined || cosignedAt(checkpointOf(issued), key) !== undefined) return false
    let answer = await submit(issued)
    if (answer.status === 409) {
      seen = Number(answer.body.trim())
      if (!Number.isSafeInteger(seen) || seen > issued.size)
        throw new Error(`${key.name} knows a larger tree: ${answer.body}`)
      answer = await submit(issued)
    }
    if (answer.status !== 200) throw new Error(`${key.name} answered ${answer.status}: ${answer.body.slice(0, 200)}`)
    const { body } = checkpointOf(issued)
    const own = (readSignatures(answer.body) ?? []).filter(
      (signature) => cosignedAt({ body, signatures: [signature] }, key) !== undefined,
    )
    if (own.length === 0) throw new Error(`${key.name} answered without a signature of its own`)
    await store.cosign(issued, own.map(signatureLine).join(''))
    seen = issued.size
    return true
  }
}
