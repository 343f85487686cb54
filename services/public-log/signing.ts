import { isSignedBy } from '@mingjian/proofs'
import { checkpointOf } from './checkpoint.ts'
import type { Issued, NoteSigner, SigningKeys } from './store.ts'

/** The log was signed by keys that are not here: one sentence that says what to do. */
export class ForeignLog extends Error {}

/**
 * The keys that sign next, the newest last. A log goes on under a key that signed its last checkpoint, or it would be another log: so keys
 * given from outside are changed by giving both for a while, and those kept here by `rotate`.
 */
export const signersAfter = async (last: Issued | undefined, keys: SigningKeys): Promise<readonly NoteSigner[]> => {
  const held = await keys.held()
  if (last === undefined) return keys.given ? held : [await keys.make()]
  const checkpoint = checkpointOf(last)
  const signed = held.filter(({ key }) => isSignedBy(checkpoint, key))
  if (signed.length === 0)
    throw new ForeignLog(
      `The public log of this data is signed by ${checkpoint.signatures.map(({ name, id }) => `${name}+${id}`).join(', ')}, whose key is not here: give it as LOG_KEY, or the DATA_DIR that has it.`,
    )
  if (keys.given) return held
  const order = checkpoint.signatures.map(({ id }) => id)
  return signed.sort((a, b) => order.indexOf(a.key.id) - order.indexOf(b.key.id))
}
