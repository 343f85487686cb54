import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  canonicalJson,
  consistencyProof,
  digest,
  digestHex,
  inclusionProof,
  leafHash,
  merkleRoot,
} from '@mingjian/proofs'
import type { LogPlace } from '@mingjian/proofs/log-proof'
import { stepLine, type Verification } from '@mingjian/proofs/verification'
import { describe, expect, test } from 'vitest'
import { drawn, input, inspector, plan } from './example-draw.ts'
import { type Proof, proofOf, publicDigestOf, withLog, writeProof } from './proof.ts'
import { verifyProof } from './verify.ts'

const proof = proofOf(drawn(), '福彩3D')
const file = writeProof(proof)
const key = 'c0d3e5abb77a6bf17706129ab60084c09d1894f22b87670da4d6b103eb5ac322'
const sealedDraw = drawn({ plan: { ...plan, sealed: true }, key })
const publicProof = proofOf(sealedDraw, '福彩3D')
const oversightProof = proofOf(sealedDraw, '福彩3D', { to: 'oversight', key })

const failures = ({ steps }: Verification) => steps.filter(({ ok }) => ok === false).map(({ step }) => step)
const unchecked = ({ steps }: Verification) => steps.filter(({ ok }) => ok === 'not-checked').map(({ step }) => step)
/** The steps of a file without its place in the log. */
const LOG = ['log', 'log-commitment', 'log-signature']
/** As another program would write it: no digests, its own form. */
const foreign = (content: Proof): string => JSON.stringify(content, null, 2)

describe('a proof as it was written', () => {
  test('passes every step that it has something for', () => {
    const verification = verifyProof(file)
    expect(verification.ok).toBe(true)
    expect(unchecked(verification)).toEqual(LOG)
    expect(verification.steps.map(stepLine)).toContain('--   log: not part of this file')
    expect(verification.steps.map(stepLine)).toContain(`ok   seed: ${proof.seed}`)
  })

  test('passes as bytes too', () => expect(verifyProof(new TextEncoder().encode(file)).ok).toBe(true))

  test('says when it is a rehearsal', () => {
    const rehearsal = drawn({ plan: { ...plan, rehearsal: true } as typeof plan })
    const { steps } = verifyProof(writeProof(proofOf(rehearsal, '福彩3D')))
    expect(steps.find(({ step }) => step === 'plan')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('演练'),
    })
  })

  test('of a joint check passes with the departments in its roster', () => {
    const tax = '税务局'
    const joint = drawn({
      plan: { ...plan, departments: [tax, '昆都仑区市场监督管理局'], inspectorsPerObject: 3 },
      inspectors: [
        ...input.inspectors,
        inspector('K005', { department: tax }),
        inspector('K006', { department: '消防' }),
      ],
    })
    const verification = verifyProof(writeProof(proofOf(joint, '福彩3D')))
    expect(failures(verification)).toEqual([])
    expect(joint.selected[0]?.inspectors?.[0]).toBe('K005')
    expect(joint.selected[0]?.excluded).toContainEqual({ inspector: 'K006', reason: 'office' })
  })
})

describe('a proof with any byte changed', () => {
  const original = new TextEncoder().encode(file)
  const fails = (bytes: Uint8Array, what: string) => {
    const verification = verifyProof(bytes)
    expect(verification.ok, what).toBe(false)
    expect(failures(verification).length, what).toBeGreaterThan(0)
  }

  test.each([
    ['flipped in its lowest bit', (byte: number) => byte ^ 1],
    ['another digit, letter or sign', (byte: number) => (byte === 0x37 ? 0x38 : 0x37)],
    ['a blank', (byte: number) => (byte === 0x20 ? 0x09 : 0x20)],
    ['a quotation mark', (byte: number) => (byte === 0x22 ? 0x27 : 0x22)],
    ['no UTF-8', () => 0xff],
  ])('fails at a step that it names: %s', (_, change) => {
    for (const [i, byte] of original.entries()) fails(original.with(i, change(byte)), `byte ${i}`)
  })

  test('fails with a byte more or a byte less anywhere', () => {
    for (let i = 0; i <= original.length; i++) {
      fails(Uint8Array.of(...original.subarray(0, i), 0x20, ...original.subarray(i)), `a blank before byte ${i}`)
      if (i < original.length)
        fails(Uint8Array.of(...original.subarray(0, i), ...original.subarray(i + 1)), `without byte ${i}`)
    }
  })

  test('says where the file differs from what its content is written with', () => {
    const at = file.indexOf('"seed"')
    const { steps } = verifyProof(`${file.slice(0, at)} ${file.slice(at)}`)
    const offset = new TextEncoder().encode(file.slice(0, at)).length
    expect(steps[0]).toEqual({
      step: 'file',
      ok: false,
      detail: `byte ${offset} is not what this content is written with`,
    })
  })

  test('fails with a byte order mark, an unknown member, a member twice, nothing at all', () => {
    expect(failures(verifyProof(`\ufeff${file}`))).toEqual(['file'])
    expect(failures(verifyProof(file.replace('{', '{"note":"checked",')))).toEqual(['form'])
    expect(failures(verifyProof(file.replace('{', `{"seed":"${proof.seed}",`)))).toContain('file')
    expect(failures(verifyProof(''))).toEqual(['file'])
    expect(failures(verifyProof('null'))).toEqual(['form'])
    expect(
      failures(verifyProof(foreign({ ...proof, reveals: [{ official: '甲', nonce: key, note: '\ud800' } as never] }))),
    ).toEqual(['file'])
  })

  test('fails at the step of the rules when its digests are computed for the changed file', () => {
    const swapped = { ...proof, selected: proof.selected.toReversed() }
    expect(failures(verifyProof(writeProof(swapped)))).toEqual(expect.arrayContaining(['tickets', 'selection']))
  })
})

describe('a proof by another program', () => {
  const changed = (changes: Partial<Proof>): readonly string[] =>
    failures(verifyProof(foreign({ ...proof, ...changes })))
  const [first, second] = proof.selected
  if (first === undefined || second === undefined) throw new Error('the example draws at least two')
  const withFirst = (own: Partial<typeof first>) =>
    changed({ selected: [{ ...first, ...own }, ...proof.selected.slice(1)] })
  const lines = proof.population.lines
  const population = (own: readonly string[]) => ({ ...proof.population, lines: own, size: own.length })

  test('passes, and says that it has no digests', () => {
    const verification = verifyProof(foreign(proof))
    expect(verification.ok).toBe(true)
    expect(unchecked(verification)).toEqual(['file', 'digests', ...LOG])
  })

  test.each([
    ['plan: a floor below the law', { plan: { ...proof.plan, floor: '1/100' } }],
    ['plan: a rate over one', { plan: { ...proof.plan, rates: { 餐饮: '5/4', 其他: '1/10' } } }],
    [
      'plan: an excluded enterprise in the population',
      { plan: { ...proof.plan, excluded: [{ uscc: first.uscc, reason: 'frequency-cap' }] } },
    ],
    ['population: out of order', { population: population(lines.toReversed()) }],
    ['population: twice the same', { population: population([...lines, lines.at(-1) ?? '']) }],
    ['population: another size', { population: { ...proof.population, size: 13 } }],
    ['population: a stratum without a rate', { population: population([...lines, '99999999Y000000000,其它']) }],
    ['population-root: one dropped', { population: population(lines.slice(1)) }],
    [
      'population-root: one moved to another stratum',
      { population: population(lines.map((line) => line.replace('餐饮', '其他'))) },
    ],
    ['strata: a key in a plan that is not sealed', { plan: { ...proof.plan, key } }],
    [
      'roster: twice the same',
      { roster: { ...proof.roster, lines: [...proof.roster.lines, proof.roster.lines.at(-1) ?? ''] } },
    ],
    [
      'roster-root: one swapped',
      { roster: { ...proof.roster, lines: proof.roster.lines.map((line) => line.replace('K004', 'K005')) } },
    ],
    [
      'commitments: a nonce that does not open',
      { reveals: proof.reveals.map((reveal) => ({ ...reveal, nonce: key })) },
    ],
    ['commitments: a reveal missing', { reveals: proof.reveals.slice(1) }],
    ['commitments: one official alone', { commitments: proof.commitments.slice(1), reveals: proof.reveals.slice(1) }],
    ['public-value: of another source', { public: { ...proof.public, source: '骰子' } }],
    ['seed: another public value', { public: { ...proof.public, value: '3 7 2' } }],
    ['selection: one drawn too few', { selected: proof.selected.slice(0, -1) }],
  ] satisfies readonly (readonly [string, Partial<Proof>])[])('fails at %s', (what, changes) => {
    expect(changed(changes)).toContain(what.slice(0, what.indexOf(':')))
  })

  test('fails at the ticket, the reason, the stratum, the exclusions, the pairing of an object', () => {
    expect(withFirst({ ticket: second.ticket })).toContain('tickets')
    expect(withFirst({ reason: 'floor' })).toEqual(['selection'])
    expect(withFirst({ stratum: first.stratum === '餐饮' ? '其他' : '餐饮' })).toEqual(['selection'])
    expect(withFirst({ excluded: [] })).toContain('exclusions')
    const declared = { inspector: 'K003', reason: 'conflict' } as const
    expect(withFirst({ excluded: [...(first.excluded ?? []), declared] })).toEqual(['pairing'])
    expect(withFirst({ excluded: [...(first.excluded ?? []), { inspector: 'K009', reason: 'conflict' }] })).toEqual([
      'exclusions',
    ])
    expect(withFirst({ inspectors: first.inspectors?.toReversed() ?? [] })).toEqual(['pairing'])
    expect(changed({ selected: [{ ...first, unassigned: 'nobody' }, ...proof.selected.slice(1)] })).toEqual(['pairing'])
  })

  interface Vector {
    readonly plan: Proof['plan']
    readonly population: Proof['population']
    readonly roster: Proof['roster']
    readonly commitments: readonly string[]
    readonly nonces: readonly string[]
    readonly public: string
    readonly seed: string
    readonly selected: Proof['selected']
    readonly sealed?: true
    readonly name: string
  }
  const vectors: Vector[] = JSON.parse(readFileSync(new URL('../vectors/draw-1.json', import.meta.url), 'utf8'))
  const published = (vector: Vector): Proof => ({
    protocol: 'mingjian-draw-1',
    ...(vector.sealed ? { sealed: true } : {}),
    plan: vector.plan,
    population: vector.population,
    roster: vector.roster,
    commitments: vector.commitments.map((sha256, i) => ({ official: `${i}`, sha256 })),
    reveals: vector.nonces.map((nonce, i) => ({ official: `${i}`, nonce })),
    public: { source: '3D', value: vector.public },
    seed: vector.seed,
    selected: vector.selected,
  })

  test.each(vectors)('passes for the vector "$name"', (vector) => {
    expect(failures(verifyProof(foreign(published(vector))))).toEqual([])
  })
})

describe('a sealed proof', () => {
  test('for the public shows no stratum, and says what it could not check', () => {
    const verification = verifyProof(writeProof(publicProof))
    expect(failures(verification)).toEqual([])
    expect(unchecked(verification)).toEqual(['strata', ...LOG])
    expect(writeProof(publicProof)).not.toContain('"stratum":')
    expect(writeProof(publicProof)).not.toContain(key)
    expect(verification.steps.find(({ step }) => step === 'selection')?.detail).toContain(
      'not the division into strata',
    )
  })

  test('passes for the public where a stratum gives nobody, even with the lowest tickets', () => {
    for (const rates of [
      { 餐饮: '1/1', 其他: '0/1' },
      { 餐饮: '0/1', 其他: '1/1' },
    ]) {
      const own = proofOf(drawn({ plan: { ...plan, rates, sealed: true }, key }), '福彩3D')
      expect(failures(verifyProof(writeProof(own)))).toEqual([])
    }
  })

  test('for oversight is the same file with the key and the strata, and checked in full', () => {
    const verification = verifyProof(writeProof(oversightProof))
    expect(failures(verification)).toEqual([])
    expect(unchecked(verification)).toEqual(LOG)
    const { key: _, ...openPlan } = oversightProof.plan
    const { strata: __, ...openPopulation } = oversightProof.population
    expect({ ...oversightProof, plan: openPlan, population: openPopulation }).toEqual(publicProof)
  })

  test('fails for oversight with a stratum or the key changed', () => {
    const { strata = [] } = oversightProof.population
    const moved = { ...oversightProof.population, strata: strata.toReversed() }
    expect(failures(verifyProof(foreign({ ...oversightProof, population: moved })))).toContain('strata')
    const other = { ...oversightProof.plan, key: merkleRoot([]).toHex() }
    expect(failures(verifyProof(foreign({ ...oversightProof, plan: other })))).toEqual(['strata'])
  })

  test('fails for the public when the lowest ticket is passed over, or the numbers are not those of the rates', () => {
    const passedOver = { ...publicProof, selected: publicProof.selected.slice(1) }
    expect(failures(verifyProof(foreign(passedOver)))).toEqual(['selection'])
    const [, ...rest] = publicProof.population.lines.map((line) => line.slice(0, 18))
    const last = rest.find((uscc) => !publicProof.selected.some((own) => own.uscc === uscc)) ?? ''
    const swapped = publicProof.selected.map((own, i) => (i === 0 ? { ...own, uscc: last } : own))
    expect(failures(verifyProof(foreign({ ...publicProof, selected: swapped })))).toContain('selection')
  })
})

describe('a proof with its place in the public log', () => {
  const origin = 'log.example.cn/mingjian'
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const typed = Uint8Array.of(1, ...publicKey)
  const id = digest('sha-256', Uint8Array.of(...new TextEncoder().encode(`${origin}\n`), ...typed)).slice(0, 4)
  const logKey = `${origin}+${id.toHex()}+${typed.toBase64()}`

  const { plan: fixed, population, roster, commitments } = proof
  const fixing = {
    ...{ type: 'DrawCommitted', subject: fixed.id },
    data: { plan: fixed, populationRoot: population.root, rosterRoot: roster.root, commitments, rehearsal: false },
  }
  const entry = { type: 'DrawConducted', subject: fixed.id, data: { proofSha256: digestHex('sha-256', file) } }
  const entriesOf = (second: object): readonly Uint8Array[] =>
    ['{"a":1}', canonicalJson(second), canonicalJson(entry), '{"c":3}', '{"d":4}'].map((one) =>
      new TextEncoder().encode(one),
    )
  const signed = (entries: readonly Uint8Array[], issued: string): string => {
    const body = `${origin}\n${entries.length}\n${merkleRoot(entries).toBase64()}\nlists ${digest('sha-256', '').toBase64()}\nissued ${issued}\n`
    const signature = Uint8Array.of(...id, ...sign(null, Buffer.from(body), pair.privateKey)).toBase64()
    return `${body}\n— ${origin} ${signature}\n`
  }
  const placeIn = (entries: readonly Uint8Array[], index: number, issued: string): Omit<LogPlace, 'entry'> => ({
    ...{ origin, index, treeSize: entries.length, checkpoint: signed(entries, issued) },
    proof: inclusionProof(index, entries.map(leafHash)).map((hash) => hash.toBase64()),
  })
  /** A log in which the commitments were signed at some time, with the draw behind them. */
  const logOf = (committed: object = fixing, issued = '2026-11-30T12:00:00Z'): Proof['log'] & object => {
    const entries = entriesOf(committed)
    return {
      ...placeIn(entries, 2, '2026-12-01T00:00:00Z'),
      entry,
      commitment: {
        ...placeIn(entries.slice(0, 2), 1, issued),
        entry: committed,
        consistency: consistencyProof(2, entries.map(leafHash)).map((hash) => hash.toBase64()),
      },
    }
  }
  const log = logOf()
  const logged = (changes: Partial<Proof['log'] & object> = {}) => withLog(file, { ...log, ...changes })

  test('passes with the key of the log, and nothing is left unchecked', () => {
    const verification = verifyProof(logged(), { logKey })
    expect(failures(verification)).toEqual([])
    expect(unchecked(verification)).toEqual([])
  })

  test('is the file that its content is written with, and is named by what is public of it', () => {
    expect(logged()).toBe(writeProof({ ...proof, log }))
    expect(publicDigestOf({ ...proof, log })).toBe(digestHex('sha-256', file))
    expect(publicDigestOf(oversightProof)).toBe(digestHex('sha-256', writeProof(publicProof)))
  })

  test('is included, but by nobody in particular, without the key', () => {
    expect(unchecked(verifyProof(logged()))).toEqual(['log-signature'])
  })

  const failuresOf = (own: Proof['log'] & object) => failures(verifyProof(withLog(file, own), { logKey }))
  const { commitment } = log
  if (commitment === undefined) throw new Error('the log has it')

  test('shows that all that was fixed stood in the log before the public value', () => {
    const { steps } = verifyProof(logged(), { logKey })
    expect(steps.find(({ step }) => step === 'log-commitment')).toEqual({
      ...{ step: 'log-commitment', ok: true },
      detail: 'entry 1 was signed at 2026-11-30T12:00:00Z, the public value came out 2026-11-30',
    })
    // A plan that is too long for an entry is under a seal.
    const opening = { part: fixing, salt: key }
    const sealed = logOf({ sealed: digestHex('sha-256', canonicalJson(opening)) })
    const opened = { ...sealed, commitment: { ...commitment, ...sealed.commitment, opening } }
    expect(failuresOf(opened)).toEqual([])
    const other = { ...opened.commitment, opening: { ...opening, salt: '00'.repeat(32) } }
    expect(failuresOf({ ...opened, commitment: other })).toEqual(['log-commitment'])
  })

  test('fails where they were signed too late, are of other roots, another plan or other promises, or of a tree of its own', () => {
    // Midnight in Shanghai: a day alone leaves open at which hour the value comes out.
    expect(failuresOf(logOf(fixing, '2026-11-30T15:59:59Z'))).toEqual([])
    expect(failuresOf(logOf(fixing, '2026-11-30T16:00:00Z'))).toEqual(['log-commitment'])
    for (const own of [
      { populationRoot: roster.root },
      { rosterRoot: population.root },
      { plan: { ...fixed, floor: '4/100' } },
      { commitments: commitments.toReversed() },
      { commitments: undefined },
    ])
      expect(failuresOf(logOf({ ...fixing, data: { ...fixing.data, ...own } }))).toEqual(['log-commitment'])
    expect(failuresOf(logOf({ ...fixing, type: 'DrawOpened' }))).toEqual(['log-commitment'])
    expect(failuresOf(logOf({ ...fixing, data: null }))).toEqual(['log-commitment'])
    const elsewhere = logOf({ ...fixing, position: 7 }).commitment ?? commitment
    expect(failuresOf({ ...log, commitment: elsewhere })).toEqual(['log-commitment'])
    const forged = { ...commitment, checkpoint: commitment.checkpoint.replace('T12', 'T11') }
    expect(failuresOf({ ...log, commitment: forged })).toEqual(['log-signature'])
  })

  test('fails at another place, of another tree, for another draw, with another key', () => {
    expect(failures(verifyProof(logged({ index: 3 }), { logKey }))).toEqual(['log'])
    const ofTree = ['log', 'log-commitment']
    expect(failures(verifyProof(logged({ treeSize: 6 }), { logKey }))).toEqual(ofTree)
    expect(failures(verifyProof(logged({ origin: 'log.example.org' }), { logKey }))).toEqual(ofTree)
    expect(failures(verifyProof(logged({ checkpoint: log.checkpoint.replace('5', '6') }), { logKey }))).toEqual([
      ...ofTree,
      'log-signature',
    ])
    const other = withLog(writeProof(proofOf(drawn({ publicValue: '0 0 0' }), '福彩3D')), log)
    expect(failures(verifyProof(other, { logKey }))).toEqual(['log'])
    expect(failures(verifyProof(logged({ entry: { ...entry, subject: 'other' } }), { logKey }))).toEqual(['log'])
    expect(failures(verifyProof(logged({ entry: {} }), { logKey }))).toEqual(['log'])
    expect(failures(verifyProof(logged(), { logKey: logKey.replace('+', 'x+') }))).toEqual(['log-signature'])
  })
})
