import { canonicalJson, digestHex } from '@mingjian/proofs'
import type { LogPlace, OpenedPlace } from '@mingjian/proofs/log-proof'
import type { TSchema } from 'typebox'
import type { Drawn, DrawPlan, Selected } from './draw.ts'
import { listOf, matching, members, oneOf, satisfying, tableOf, text, wholeNumber, yes } from './schema.ts'
import { type Commitment, PROTOCOL, type Reveal } from './seed.ts'

/** An inspector who could not go to an object, and who goes instead. */
export interface Replacement {
  readonly uscc: string
  readonly inspector: string
  readonly replacement: string
  readonly reason: string
}

/** The proof file (draw protocol 1 §7), of this program or another. */
export interface Proof {
  readonly protocol: typeof PROTOCOL
  readonly sealed?: true
  readonly plan: Omit<DrawPlan, 'inspectorsPerObject' | 'window'> &
    Partial<DrawPlan> & {
      readonly key?: string
      readonly rehearsal?: true
      readonly publicSource?: { readonly name: string; readonly at?: string }
    }
  readonly population: {
    readonly size: number
    readonly root: string
    readonly lines: readonly string[]
    readonly perStratum?: Readonly<Record<string, number>>
    /** Of each line, for an oversight body. */
    readonly strata?: readonly string[]
  }
  readonly roster: {
    readonly root: string
    readonly lines: readonly string[]
    /** Of each line, for a joint check. */
    readonly departments?: readonly string[]
  }
  readonly commitments: readonly Commitment[]
  readonly reveals: readonly Reveal[]
  readonly public: { readonly source: string; readonly value: string }
  readonly seed: string
  readonly selected: readonly (Omit<Selected, 'stratum' | 'excluded'> & Partial<Selected>)[]
  /** Inspectors replaced after the draw, in the order in which that was done. */
  readonly replacements?: readonly Replacement[]
  readonly log?: DrawPlace
  /** SHA-256 of the canonical form (RFC 8785) of each other member: what makes a change anywhere in the file visible. */
  readonly digests?: Readonly<Record<string, string>>
}

/** Where the result of a draw is in the public log, and where its commitments were before the public value existed. */
export interface DrawPlace extends LogPlace {
  readonly commitment?: OpenedPlace & {
    /** RFC 6962 proof that the tree of the result is that of the commitments, grown; base64. */
    readonly consistency: readonly string[]
  }
}

/** Top-level members in the order in which the file has them. */
export const MEMBERS = [
  'protocol',
  'sealed',
  'plan',
  'population',
  'roster',
  'commitments',
  'reveals',
  'public',
  'seed',
  'selected',
  'replacements',
  'log',
] as const satisfies readonly (keyof Proof)[]

const hash = matching(/^[0-9a-f]{64}$/, '32 bytes in lower-case hexadecimal')
const base64Hash = matching(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in base64')
const day = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date YYYY-MM-DD')
const line: TSchema = satisfying(
  'a line of at most 1000 characters',
  (value) => value.length <= 1000 && !/[\r\n]/.test(value),
)

const place = {
  ...{ origin: text, index: wholeNumber(0), treeSize: wholeNumber(1), checkpoint: text },
  ...{ proof: listOf(base64Hash), entry: members({}, {}, 'open') },
}

export const PROOF: TSchema = members(
  {
    protocol: oneOf(PROTOCOL),
    plan: members(
      { id: text, rates: tableOf(text) },
      {
        floor: text,
        inspectorsPerObject: wholeNumber(2),
        window: members({ from: day, to: day }),
        departments: listOf(text),
        excluded: listOf(members({ uscc: text, reason: text }, {}, 'open')),
        key: hash,
        rehearsal: yes,
        publicSource: members({ name: text }, { at: text }, 'open'),
      },
      'open',
    ),
    population: members(
      { size: wholeNumber(1), root: hash, lines: listOf(line) },
      { perStratum: tableOf(wholeNumber(0)), strata: listOf(text) },
      'open',
    ),
    roster: members({ root: hash, lines: listOf(line) }, { departments: listOf(text) }, 'open'),
    commitments: listOf(members({ official: text, sha256: hash }, {}, 'open')),
    reveals: listOf(members({ official: text, nonce: hash }, {}, 'open')),
    public: members({ source: text, value: text }, {}, 'open'),
    seed: hash,
    selected: listOf(
      members(
        { uscc: text, reason: oneOf('stratum', 'floor'), ticket: matching(/^0\.\d{64,78}$/, 'a ticket 0.…') },
        {
          stratum: text,
          excluded: listOf(
            members({ inspector: text, reason: oneOf('certificate', 'office', 'speciality', 'conflict') }, {}, 'open'),
          ),
          inspectors: listOf(text),
          unassigned: text,
        },
        'open',
      ),
    ),
  },
  {
    sealed: yes,
    replacements: listOf(members({ uscc: text, inspector: text, replacement: text, reason: text }, {}, 'open')),
    log: members(
      place,
      {
        commitment: members(
          { ...place, consistency: listOf(base64Hash) },
          { opening: members({ part: members({}, {}, 'open') }, {}, 'open') },
          'open',
        ),
      },
      'open',
    ),
    digests: tableOf(hash),
  },
)

/** Who reads it: everybody, or the oversight body that is told the key and the strata of a sealed plan. */
export type Audience = { readonly to: 'public' } | { readonly to: 'oversight'; readonly key: string }

/** Proof of a draw as it is handed out; `writeProof` makes the file of it. */
export const proofOf = (
  { committed, commitments, reveals, publicValue, seed, selected }: Drawn,
  publicSource: string,
  audience: Audience = { to: 'public' },
): Proof => {
  const { plan, population, roster } = committed
  const { lines, root, strata, stratumOf, sizes } = population
  const sealed = plan.sealed === true
  const oversight = sealed && audience.to === 'oversight'
  const names = () => Array.from(stratumOf, (place) => strata[place] as string)
  const joint = (plan.departments ?? []).length > 1
  return {
    protocol: PROTOCOL,
    ...(sealed ? { sealed } : {}),
    plan: oversight ? { ...plan, key: audience.key } : plan,
    population: {
      size: lines.length,
      root,
      lines,
      ...(sealed
        ? { perStratum: Object.fromEntries(strata.map((name, place) => [name, sizes[place] as number])) }
        : {}),
      ...(oversight ? { strata: names() } : {}),
    },
    roster: {
      root: roster.root,
      lines: roster.lines,
      ...(joint ? { departments: roster.inspectors.map(({ department }) => department) } : {}),
    },
    commitments,
    reveals,
    public: { source: publicSource, value: publicValue.trim() },
    seed,
    selected: sealed ? selected.map(({ stratum: _, ...open }) => open) : selected,
  }
}

/** Canonical form of each member that is there, `digests` aside. Throws a TypeError where a text or number has none. */
export const formsOf = (proof: Proof): ReadonlyMap<string, string> =>
  new Map(MEMBERS.filter((name) => proof[name] !== undefined).map((name) => [name, canonicalJson(proof[name])]))

export const digestsOf = (forms: ReadonlyMap<string, string>): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from(forms, ([name, form]) => [name, digestHex('sha-256', form)]))

/** The file: a line for each member in canonical form, so that its digest can be checked with a text tool and SHA-256 alone. */
export const writeForms = (forms: ReadonlyMap<string, string>, digests: Proof['digests']): string => {
  const lines = digests === undefined ? [...forms] : [...forms, ['digests', canonicalJson(digests)]]
  return `{\n${lines.map(([name, form]) => `"${name}":${form}`).join(',\n')}\n}\n`
}

/** The file of a proof, with new digests. */
export const writeProof = (proof: Proof): string => {
  const forms = formsOf(proof)
  return writeForms(forms, digestsOf(forms))
}

const DIGESTS = ',\n"digests":'

/** The file with its place in the public log, which is the same file otherwise: only its last lines are new. */
export const withLog = (file: string, log: DrawPlace): string => {
  const at = file.lastIndexOf(DIGESTS)
  const digests = JSON.parse(file.slice(at + DIGESTS.length, file.lastIndexOf('}'))) as Readonly<Record<string, string>>
  const form = canonicalJson(log)
  const all = canonicalJson({ ...digests, log: digestHex('sha-256', form) })
  return `${file.slice(0, at)},\n"log":${form}${DIGESTS}${all}\n}\n`
}

/** SHA-256 of the file as the public log names it: what is public of it, without its place there. */
export const publicDigestOf = ({ log: _, ...proof }: Proof): string => {
  const { key: _key, ...plan } = proof.plan
  const { strata: _strata, ...population } = proof.population
  return digestHex('sha-256', writeProof({ ...proof, plan, population }))
}
