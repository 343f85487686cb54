import { createPrivateKey, sign } from 'node:crypto'
import { type Fence, type NewEvent, streamOf } from '@mingjian/kernel'
import { openMemory } from '@mingjian/kernel/adapters'
import { verifierKeyOf, writeVerifierKey } from '@mingjian/proofs'
import { type EventType, eventTypes } from '@mingjian/schemas'
import { memoryPublicLogStore } from './adapters/memory.ts'
import type { PublicPart, PublicPartOf } from './entry.ts'
import { publicLog } from './log.ts'
import type { NoteSigner, SigningKeys } from './store.ts'

export const AUTHORITY = '昆都仑区市场监督管理局'
export const A = '91150203YY3B56A63G'
export const B = '92150203Y9TR3A7732'
export const ORIGIN = 'log.example/kundulun'

/** A key that follows from a number. */
export const signerOf = (seed: number, name = ORIGIN, kind: 'log' | 'witness' = 'log'): NoteSigner => {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const publicKey = Uint8Array.fromBase64(privateKey.export({ format: 'jwk' }).x ?? '', { alphabet: 'base64url' })
  return {
    key: verifierKeyOf(name, publicKey, kind),
    sign: async (text) => Uint8Array.from(sign(null, Buffer.from(text), privateKey)),
  }
}

/** Keys in memory, made in the order 1, 2, 3 … */
export const keysOf = (...signers: NoteSigner[]): SigningKeys & { readonly signers: NoteSigner[] } => ({
  given: false,
  signers,
  held: async () => signers,
  make: async (name = ORIGIN) => {
    const made = signerOf(signers.length + 1, name)
    signers.push(made)
    return made
  },
})

const publicPart: PublicPartOf = ({ position, type, subject, effectiveOn, recordedAt, authority, data }) =>
  ({ position, type, subject, effectiveOn, recordedAt, authority, basis: [], data: { ...data } }) as PublicPart

const abnormal = (type: 'AbnormalOperationsListed' | 'AbnormalStateMarked', year: number): NewEvent => ({
  type,
  data: { ground: 'annual_report_missed', year, decision: `〔${year + 1}〕1号`, reason: '未公示', remedy: null },
  effectiveOn: `${year + 1}-07-08`,
  basis: [],
})
export const listed = (year: number): NewEvent => abnormal('AbnormalOperationsListed', year)
export const marked = (year: number): NewEvent => abnormal('AbnormalStateMarked', year)
export const delisted = (...years: number[]): NewEvent => ({
  type: 'AbnormalOperationsDelisted',
  data: { ground: 'annual_report_missed', years, decision: '〔2026〕2号', reason: '补报' },
  effectiveOn: '2026-08-03',
  basis: [],
})
export const rescinded = (year: number): NewEvent => ({
  type: 'AbnormalListingRescinded',
  data: {
    ground: 'annual_report_missed',
    year,
    listedOn: `${year + 1}-07-08`,
    decision: '〔2026〕3号',
    reason: '有误',
  },
  effectiveOn: '2026-08-03',
  basis: [],
})
/** Its ground is an article of the rule. */
export const serious: NewEvent = {
  type: 'SeriousViolationListed',
  data: {
    ...{ matter: '案1', documentNo: '罚1', article: '5', reason: '食品安全', authority: AUTHORITY, decision: '严列1' },
    ...{ measures: [], removal: '', publishBy: '2026-02-02', restrictedUntil: null, termEnds: '2029-01-05' },
    remedy: { reconsiderationTo: '', reconsiderationBy: '2026-03-06', litigationBy: '2026-07-06' },
  },
  effectiveOn: '2026-01-05',
  basis: [],
}
export const recall = (...positions: number[]): NewEvent => ({
  type: 'PublicRecordRecalled',
  data: { type: 'SeriousViolationListed', record: '案1', positions, reason: '移出' },
  effectiveOn: '2027-01-06',
  basis: [],
})
export const publicised = (documentNo: string): NewEvent => ({
  type: 'PenaltyPublicised',
  data: {
    ...{ documentNo, violation: '销售过期食品', summary: '罚款', penaltyBasis: null, kinds: ['罚款'], fineYuan: 3000 },
    ...{ confiscatedYuan: 0, authority: AUTHORITY, decidedOn: '2026-01-05', from: '2026-01-05', until: '2027-01-05' },
    dishonesty: null,
    remedy: null,
  },
  effectiveOn: '2026-01-05',
  basis: [],
})

/** A public log on memory whose clock and salts are told, with the keys it is given. */
export const openLog = (keys = keysOf()) => {
  const clock = { at: '2026-07-08T01:00:00.000Z', now: () => clock.at }
  const memory = openMemory(clock)
  const store = memoryPublicLogStore(memory.leases)
  const shown = { withheld: new Set<number>() }
  const ports = {
    ...{ log: memory.log, store, keys, clock, publicPart, events: eventTypes },
    recallable: new Set<EventType>(['PenaltyPublicised']),
    salt: () => '5a'.repeat(32),
    isShown: async (position: number) => !shown.withheld.has(position),
  }
  const log = publicLog(ports)
  const fence = async (): Promise<Fence> => {
    const taken = await memory.leases.take('public-log', 'this', 60)
    if (taken === undefined) throw new Error('the lease is free')
    return taken
  }
  return {
    ...{
      clock,
      log,
      keys,
      store,
      withhold: (position: number) => shown.withheld.add(position),
      fence,
    },
    /** What happened to a subject, entered at once. */
    happened: async (subject: string, ...events: readonly NewEvent[]): Promise<void> => {
      for (const event of events) {
        const stream = streamOf(subject, 'a')
        const version = (await memory.log.last(stream))?.version ?? 0
        const provenance = { actor: 'staff', authority: AUTHORITY }
        await memory.log.append({ expected: new Map([[stream, version]]), events: [{ stream, event, provenance }] })
      }
      while ((await log.advance(await fence())) > 0);
    },
    keyLines: () => keys.signers.map(({ key }) => writeVerifierKey(key)),
  }
}
