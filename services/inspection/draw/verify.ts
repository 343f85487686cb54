import { failed, notChecked, type Outcome, passed, type Step, type Verification } from '@mingjian/proofs/verification'
import { digestsOf, formsOf, PROOF, type Proof, writeForms } from './proof.ts'
import { faultsOf } from './schema.ts'
import {
  commitments,
  plan,
  population,
  populationRoot,
  publicValue,
  roster,
  rosterRoot,
  seed,
  strata,
} from './verify-inputs.ts'
import { logCommitment, logInclusion, logSignature } from './verify-log.ts'
import { exclusions, pairing, replacements } from './verify-pairing.ts'
import { selection, tickets } from './verify-result.ts'

export interface VerifyOptions {
  /** Verifier key line of the public log (C2SP signed-note): the one thing that is trusted. */
  readonly logKey?: string
  /** Hears of each step when it is done. */
  readonly told?: (step: Step) => void
}

type Check = (proof: Proof, options: VerifyOptions) => Outcome

const CONTENT: readonly (readonly [string, Check])[] = [
  ['plan', plan],
  ['population', population],
  ['population-root', populationRoot],
  ['strata', strata],
  ['roster', roster],
  ['roster-root', rosterRoot],
  ['commitments', commitments],
  ['public-value', publicValue],
  ['seed', seed],
  ['tickets', tickets],
  ['selection', selection],
  ['exclusions', exclusions],
  ['pairing', pairing],
  ['replacements', replacements],
  ['log', logInclusion],
  ['log-commitment', logCommitment],
  ['log-signature', (proof, { logKey }) => logSignature(proof, logKey)],
]

/** Redoes a draw from its proof file, which may be anything at all (draw protocol 1 §7). */
export const verifyProof = (file: string | Uint8Array, options: VerifyOptions = {}): Verification => {
  const steps: Step[] = []
  const take = (name: string, outcome: Outcome): void => {
    const step = { step: name, ...outcome }
    steps.push(step)
    options.told?.(step)
  }
  const result = (): Verification => ({ ok: steps.every(({ ok }) => ok !== false), steps })

  const read = readDocument(file)
  if ('ok' in read) {
    take('file', read)
    return result()
  }
  const faults = faultsOf(PROOF, read.document)
  const [fault] = faults
  if (fault !== undefined) {
    take('file', notChecked('its members are not those of a proof'))
    take('form', failed(faults.length === 1 ? fault.message : `${fault.message}, and ${faults.length - 1} more`))
    return result()
  }
  const proof = read.document as Proof
  const forms = readForms(proof)
  if ('ok' in forms) {
    take('file', forms)
    return result()
  }
  take('file', bytes(read.text, proof, forms))
  take('digests', digests(proof, forms))
  take('form', passed(`members of ${proof.protocol}`))
  for (const [step, check] of CONTENT) take(step, check(proof, options))
  return result()
}

const readDocument = (file: string | Uint8Array): { readonly text: string; readonly document: unknown } | Outcome => {
  let text: string
  try {
    // With a byte order mark it would not be the file that was written.
    text = typeof file === 'string' ? file : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file)
  } catch {
    return failed('it is not UTF-8')
  }
  try {
    return { text, document: JSON.parse(text) }
  } catch (error) {
    return failed(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Fails for what JSON can write but not carry: halves of a character, numbers beyond all bounds. */
const readForms = (proof: Proof): ReadonlyMap<string, string> | Outcome => {
  try {
    return formsOf(proof)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

const FOREIGN = 'written by another program, without digests'

/** A file of ours has one way to be written, so that no byte of it can change unnoticed. */
const bytes = (text: string, { digests }: Proof, forms: ReadonlyMap<string, string>): Outcome => {
  if (digests === undefined) return notChecked(`${FOREIGN}: its form byte for byte`)
  const written = writeForms(forms, digests)
  if (written === text) return passed(`${new TextEncoder().encode(text).length} bytes, as this content is written`)
  let same = 0
  while (same < text.length && text[same] === written[same]) same++
  return failed(`byte ${new TextEncoder().encode(text.slice(0, same)).length} is not what this content is written with`)
}

const digests = ({ digests: declared }: Proof, forms: ReadonlyMap<string, string>): Outcome => {
  if (declared === undefined) return notChecked(`${FOREIGN} of its members`)
  const found = digestsOf(forms)
  const names = [...new Set([...Object.keys(found), ...Object.keys(declared)])]
  const wrong = names.find((name) => found[name] !== declared[name])
  if (wrong === undefined) return passed(`${names.length} members`)
  if (!forms.has(wrong)) return failed(`there is a digest of "${wrong}", which is not there`)
  return failed(`"${wrong}" has the digest ${found[wrong]}, the file says ${declared[wrong] ?? 'nothing of it'}`)
}
