import type { CivilDate } from '@mingjian/codes'
import type { RecordedEvent } from '@mingjian/kernel'
import type { EventData, EventType, RegisteredItems } from '@mingjian/schemas'

// Invented events for specifications.

export const USCC = '91150203MA0EXAMPL1'

export const items: RegisteredItems = {
  name: '包头市晨光商贸有限责任公司',
  typeCode: '1130',
  type: '有限责任公司(自然人投资或控股)',
  legalRepresentative: '赵某某',
  capitalWan: 50,
  currency: '人民币',
  establishedOn: '2021-03-04',
  approvedOn: '2021-03-04',
  operatingFrom: '2021-03-04',
  operatingTo: null,
  district: '150203',
  authority: '昆都仑区市场监督管理局',
  address: '钢铁大街1号',
  industrySection: 'F',
  industry: '5100',
  industryName: '批发业',
  scope: '日用百货的销售',
}

/** An event as the log holds it; recorded at noon of the day on which it took effect unless it says otherwise. */
export const event = <T extends EventType>(
  position: number,
  type: T,
  data: EventData[T],
  effectiveOn: CivilDate,
  envelope: Partial<RecordedEvent> = {},
): RecordedEvent =>
  ({
    position,
    stream: `${USCC}/registration`,
    subject: USCC,
    version: position,
    type,
    data,
    effectiveOn,
    basis: [],
    recordedAt: `${effectiveOn}T04:00:00.000Z`,
    actor: 'staff',
    authority: '昆都仑区市场监督管理局',
    commandId: null,
    correlationId: null,
    causationId: null,
    ...envelope,
  }) as RecordedEvent

export const established = (position: number, on: CivilDate = '2021-03-04') =>
  event(position, 'EnterpriseEstablished', { items: { ...items, establishedOn: on } }, on)

export const renamed = (position: number, name: string, on: CivilDate, envelope: Partial<RecordedEvent> = {}) =>
  event(position, 'RegistrationChanged', { items: { ...items, name }, changed: ['name'] }, on, envelope)

export const listed = (position: number, year: number, on: CivilDate) =>
  event(
    position,
    'AbnormalOperationsListed',
    {
      ground: 'annual_report_missed',
      year,
      decision: `昆市监异列〔${year + 1}〕1号`,
      reason: '未公示年度报告',
      remedy: null,
    },
    on,
  )

export const delisted = (position: number, years: readonly number[], on: CivilDate) =>
  event(
    position,
    'AbnormalOperationsDelisted',
    { ground: 'annual_report_missed', years, decision: '昆市监异移1号', reason: '已补报' },
    on,
  )

export const publicised = (position: number, documentNo: string, from: CivilDate, until: CivilDate) =>
  event(
    position,
    'PenaltyPublicised',
    {
      documentNo,
      violation: '不按规定明码标价',
      summary: '不按规定明码标价；罚款；罚款100元',
      penaltyBasis: '《价格法》第四十二条',
      kinds: ['罚款'],
      fineYuan: 100,
      confiscatedYuan: 0,
      authority: '昆都仑区市场监督管理局',
      decidedOn: from,
      from,
      until,
      dishonesty: '一般',
      remedy: null,
    },
    from,
  )
