import { isSignedBy, merkleRoot, readCheckpoint, readVerifierKey, verifyConsistency } from '@mingjian/proofs'
import { claimsOf } from '@mingjian/proofs/log-proof'
import { stepLine } from '@mingjian/proofs/verification'
import { describe, expect, test } from 'vitest'
import {
  A,
  B,
  delisted,
  keysOf,
  listed,
  marked,
  openLog,
  publicised,
  recall,
  rescinded,
  serious,
  signerOf,
} from './log.fixture.ts'
import type { EntryProof } from './protocol.ts'
import { ForeignLog } from './signing.ts'
import { consistencyRanges, hashesOf } from './tree/ranges.ts'
import { ENTRIES, entryInBundle } from './tree/tile.ts'
import { verifyLogProof } from './verify.ts'

const read = (note: string | undefined) => {
  const checkpoint = readCheckpoint(note ?? '')
  if (checkpoint === undefined) throw new Error('it is a checkpoint')
  return checkpoint
}
/** What verification says of a proof as a file carries it. */
const verdict = (proof: unknown, keys?: string) => {
  const { ok, steps } = verifyLogProof(JSON.parse(JSON.stringify(proof)), keys)
  return { ok, lines: steps.map(stepLine) }
}

describe('an empty log', () => {
  test('signs the empty tree, and that nobody is on a list', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A)
    expect(read((await log.checkpoint())?.note)).toMatchObject({ size: 0, root: Uint8Array.from(merkleRoot([])) })
    expect(verdict(await log.lists(A), keyLines()[0]).ok).toBe(true)
  })

  test('knows no entry, no tile and no time before it began', async () => {
    const { happened, log } = openLog()
    await happened(A)
    expect(await log.entry(1)).toBeUndefined()
    expect(await log.file('tile/0/000.p/1')).toBeUndefined()
    expect(await log.lists(A, '2020-01-01T00:00:00Z')).toBeUndefined()
  })
})

describe('a decision', () => {
  test('is an entry whose canonical JSON anybody can hash', async () => {
    const { happened, log, store, keyLines } = openLog()
    await happened(A, listed(2024), listed(2025))
    const [bundle] = await store.tiles([{ level: ENTRIES, index: 0 }])
    const entries = [0, 1].map((at) => entryInBundle(bundle ?? new Uint8Array(), at))
    expect(read((await log.checkpoint())?.note).root.toHex()).toBe(merkleRoot(entries).toHex())
    expect(new TextDecoder().decode(entries[0])).toMatch(
      /^\{"authority":"昆都仑区市场监督管理局","basis":\[\],"data":\{/,
    )
    const { ok, lines } = verdict(await log.entry(2), keyLines()[0])
    expect({ ok, lines }).toMatchObject({
      ok: true,
      lines: [/form/, /entry 1 of 2/, /signed by/].map((line) => expect.stringMatching(line)),
    })
  })

  test('can not be changed in its proof, not by a byte of its content nor its place', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, listed(2023), listed(2024), listed(2025))
    const proof = JSON.parse(JSON.stringify(await log.entry(2)))
    const [key] = keyLines()
    const forged = [
      { ...proof, log: { ...proof.log, index: 0 } },
      { ...proof, log: { ...proof.log, treeSize: 4 } },
      { ...proof, log: { ...proof.log, origin: 'other.example' } },
      { ...proof, log: { ...proof.log, entry: { ...proof.log.entry, subject: B } } },
      { ...proof, log: { ...proof.log, proof: proof.log.proof.slice(1) } },
      { ...proof, log: { ...proof.log, checkpoint: proof.log.checkpoint.replace('issued 2026', 'issued 2025') } },
      { ...proof, protocol: 'other' },
      {},
      [],
      null,
    ]
    expect(verdict(proof, key).ok).toBe(true)
    for (const one of forged) expect(verdict(one, key).ok, JSON.stringify(one)).toBe(false)
    expect(verdict(proof, 'log.example/kundulun+00000000+AAAA').ok).toBe(false)
  })

  test('stays provable in the tree that first had it', async () => {
    const { happened, log } = openLog()
    await happened(A, listed(2024))
    const before = await log.entry(1)
    await happened(A, listed(2025))
    expect(await log.entry(1)).toEqual(before)
  })
})

describe('a penalty', () => {
  test('is entered under a seal that tells nothing, and opened while it is shown', async () => {
    const { happened, log, store, withhold, keyLines } = openLog()
    await happened(A, publicised('昆市监罚〔2026〕1号'))
    const [bundle] = await store.tiles([{ level: ENTRIES, index: 0 }])
    const entry = new TextDecoder().decode(entryInBundle(bundle ?? new Uint8Array(), 0))
    expect(Object.keys(JSON.parse(entry))).toEqual(['position', 'recordedAt', 'sealed'])
    const proof = await log.entry(1)
    expect(proof).toMatchObject({ opening: { part: { subject: A, data: { fineYuan: 3000 } } } })
    expect(verdict(proof, keyLines()[0]).ok).toBe(true)
    const cheaper = JSON.parse(JSON.stringify(proof).replace('3000', '3'))
    expect(verdict(cheaper, keyLines()[0])).toMatchObject({
      ok: false,
      lines: expect.arrayContaining([expect.stringMatching(/^FAIL seal/)]),
    })
    withhold(1)
    expect(await log.entry(1)).toBe('withheld')
  })
})

describe('a proof', () => {
  test('fails with any byte of its text changed, or is no JSON any more', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, listed(2024), listed(2025))
    await happened(B, publicised('罚1'))
    for (const proof of [await log.entry(1), await log.entry(3), await log.lists(A)]) {
      const bytes = Buffer.from(JSON.stringify(proof))
      for (const [at, byte] of bytes.entries())
        for (const bit of [1, 0x20]) {
          const changed = parsed(bytes.with(at, byte ^ bit))
          expect(changed !== undefined && verifyLogProof(changed, keyLines()[0]).ok, `byte ${at}, bit ${bit}`).toBe(
            false,
          )
        }
    }
  })

  test('of a sealed entry that does not open it says so', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, publicised('罚1'))
    const { opening: _, ...closed } = (await log.entry(1)) as EntryProof
    expect(verdict(closed, keyLines()[0]).lines).toContainEqual(
      expect.stringMatching(/^-- {3}seal: the entry is sealed/),
    )
  })
})

/** Undefined for what isn't UTF-8 and JSON. */
const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

describe('the lists', () => {
  test('say who is on them, by which entries, until the last year is made up for', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, listed(2024), listed(2025))
    await happened(B, marked(2025))
    const on = await log.lists(A)
    expect(on?.lists.map(({ list, year, entry }) => [list, year, entry])).toEqual([
      ['abnormal', 2024, 0],
      ['abnormal', 2025, 1],
    ])
    await happened(A, delisted(2024))
    expect((await log.lists(A))?.lists.map(({ year }) => year)).toEqual([2025])
    await happened(A, delisted(2025))
    const off = await log.lists(A)
    expect(off?.lists).toEqual([])
    expect((await log.lists(B))?.lists).toMatchObject([{ list: 'mark', year: 2025, entry: 2 }])
    for (const proof of [on, off, await log.lists(B)]) expect(verdict(proof, keyLines()[0]).ok).toBe(true)
    expect(verdict(off).lines).toContain(`ok   lists: ${A} is on no list, as of 2026-07-08T01:00:00.000Z`)
  })

  test('forget what was an error from the beginning, and that alone', async () => {
    const { happened, log } = openLog()
    await happened(A, listed(2024), listed(2025), rescinded(2024))
    expect((await log.lists(A))?.lists.map(({ year }) => year)).toEqual([2025])
  })

  test('carry serious violations until they are recalled', async () => {
    const { happened, log } = openLog()
    await happened(A, serious)
    const on = (await log.lists(A))?.lists
    expect(on).toMatchObject([{ list: 'serious', ground: '5', year: null, position: 1 }])
    await happened(A, recall(7))
    expect((await log.lists(A))?.lists).toEqual(on)
    await happened(A, recall(1))
    expect((await log.lists(A))?.lists).toEqual([])
  })

  test('answer for a time gone by, as they were signed then', async () => {
    const { clock, happened, log } = openLog()
    await happened(A, listed(2024))
    clock.at = '2026-08-01T00:00:00.000Z'
    await happened(A, delisted(2024))
    expect((await log.lists(A, '2026-07-31T00:00:00.000Z'))?.lists).toHaveLength(1)
    expect((await log.lists(A, '2026-08-01T00:00:00.000Z'))?.lists).toEqual([])
  })

  test('can not be told otherwise: neither absence, nor presence, nor another enterprise', async () => {
    const { happened, log, keyLines } = openLog()
    await happened(A, listed(2024))
    await happened(B, marked(2025))
    const proof = await log.lists(A)
    const [key] = keyLines()
    for (const forged of [
      { ...proof, lists: [] },
      { ...proof, uscc: B },
      { ...proof, nodes: [] },
      { ...proof, nodes: ['%'] },
    ])
      expect(verdict(forged, key).ok).toBe(false)
  })

  test('are the same map when they are redone from the entries', async () => {
    const one = openLog()
    const other = openLog(keysOf(signerOf(7)))
    await one.happened(A, listed(2024))
    await one.happened(A, delisted(2024), listed(2025))
    await other.happened(A, listed(2024), delisted(2024), listed(2025))
    const rootOf = async ({ log }: typeof one) => claimsOf(read((await log.checkpoint())?.note))?.mapRoot.toHex()
    expect(await rootOf(one)).toBe(await rootOf(other))
  })
})

describe('the tree', () => {
  test('only ever grows: each checkpoint continues those before it', async () => {
    const { clock, happened, log, store } = openLog()
    const seen: { size: number; root: Uint8Array }[] = []
    for (let i = 0; i < 30; i += 1) {
      await happened(A, ...Array.from({ length: i % 5 }, () => listed(2024)))
      clock.at = new Date(Date.parse(clock.at) + 1000).toISOString()
      seen.push(read((await log.checkpoint())?.note))
    }
    for (const older of seen.filter(({ size }) => size > 0))
      for (const newer of seen.filter(({ size }) => size >= older.size))
        expect(
          verifyConsistency({
            ...{ size1: older.size, size2: newer.size, root1: older.root, root2: newer.root },
            proof: await hashesOf(consistencyRanges(older.size, newer.size), store.tiles),
          }),
        ).toBe(true)
  })

  test('is signed again after an hour in which nothing happened, and not before', async () => {
    const { clock, happened, log } = openLog()
    await happened(A, listed(2024))
    const first = await log.checkpoint()
    clock.at = '2026-07-08T01:59:00.000Z'
    await happened(A)
    expect(await log.checkpoint()).toEqual(first)
    clock.at = '2026-07-08T02:00:00.000Z'
    await happened(A)
    const second = read((await log.checkpoint())?.note)
    expect(second).toMatchObject({ size: 1, root: read(first?.note).root })
    expect(claimsOf(second)?.issuedAt).toBe('2026-07-08T02:00:00.000Z')
  })
})

describe('keys', () => {
  test('change without a gap: the new one signs beside the old, then alone', async () => {
    const { happened, log, fence, keyLines } = openLog()
    await happened(A, listed(2024))
    await log.rotate(await fence(), 'add')
    await happened(A, listed(2025))
    const both = read((await log.checkpoint())?.note)
    const [old, fresh] = keyLines().map((line) => readVerifierKey(line))
    if (old === undefined || fresh === undefined) throw new Error('there are two keys')
    expect([old, fresh].map((key) => isSignedBy(both, key))).toEqual([true, true])
    expect((await log.checkpoint())?.keys.at(-1)).toBe(keyLines()[1])
    await log.rotate(await fence(), 'retire')
    await happened(A, delisted(2024))
    const alone = read((await log.checkpoint())?.note)
    expect([old, fresh].map((key) => isSignedBy(alone, key))).toEqual([false, true])
    expect(alone.origin).toBe(both.origin)
  })

  test('that never signed a log do not go on with it', async () => {
    const { happened, keys } = openLog()
    await happened(A, listed(2024))
    keys.signers[0] = signerOf(9)
    await expect(happened(A, listed(2025))).rejects.toThrow(ForeignLog)
  })
})
