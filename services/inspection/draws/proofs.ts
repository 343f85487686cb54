import type { Attachments, EventLog, Refusal } from '@mingjian/kernel'
import { usccOf } from '../draw/population.ts'
import { proofOf, writeProof } from '../draw/proof.ts'
import { openingOf } from '../draw/sealed.ts'
import { readFrozen } from './frozen.ts'
import { drawIn } from './past.ts'
import { noProofYet, notInPopulation, notOpened, notSealed, proofMissing } from './refusals.ts'
import { drawnAgain } from './run.ts'

interface Ports {
  readonly log: Pick<EventLog, 'readStreams'>
  readonly attachments: Attachments
}

/** A file, as bytes. */
export interface Handed {
  readonly file: Uint8Array
  /** Of the public file, by which the log knows the result. */
  readonly sha256: string
}

/** The proof of a draw that has been run; for an oversight body with the key and the strata of a sealed plan. */
export const proofFor = async (
  { log, attachments }: Ports,
  planId: string,
  { oversight }: { readonly oversight: boolean },
): Promise<Handed | Refusal> => {
  const { ceremony } = await drawIn(log, planId)
  if (ceremony === undefined) return notOpened({ planId })
  const { run, plan } = ceremony
  if (run === undefined) return noProofYet({ planId })
  if (!oversight || plan.sealed !== true) {
    const file = await attachments.get(run.proofSha256)
    return file === undefined ? proofMissing({ sha256: run.proofSha256 }) : { file, sha256: run.proofSha256 }
  }
  const frozen = await readFrozen(attachments, ceremony)
  const drawn = drawnAgain(ceremony, frozen, run.publicValue)
  if ('code' in drawn) return drawn
  const proof = proofOf(drawn, plan.publicSource.name, { to: 'oversight', key: frozen.key ?? '' })
  const replacements = ceremony.replacements.map(({ task: _, on: __, ...replacement }) => replacement)
  const whole = replacements.length === 0 ? proof : { ...proof, replacements }
  return { file: new TextEncoder().encode(writeProof(whole)), sha256: run.proofSha256 }
}

/** `salt,stratum` of an enterprise in a sealed draw: for itself alone, so that it can check its own line. */
export const leafOf = async (
  { log, attachments }: Ports,
  planId: string,
  uscc: string,
): Promise<{ readonly opening: string } | Refusal> => {
  const { ceremony } = await drawIn(log, planId)
  if (ceremony === undefined) return notOpened({ planId })
  const { objects, key } = await readFrozen(attachments, ceremony)
  if (key === undefined) return notSealed({ planId })
  const line = objects.find((object) => usccOf(object) === uscc)
  return line === undefined ? notInPopulation({ uscc, planId }) : { opening: openingOf(key, line) }
}
