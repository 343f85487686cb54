import { addDays } from '@mingjian/codes'
import { type PendingEvent, type RecordedEvent, streamOf } from '@mingjian/kernel'
import { expect, test } from 'vitest'
import { deadlines } from './deadlines.ts'
import { abnormalClocks } from './projections/abnormal-clocks.ts'

const USCC = '91150203YFY8UG164K'
const AUTHORITY = '昆都仑区市场监督管理局'
const RULE = ['abnormal-list-rule@SAMR101:4.0.4']

/** A fact of a day by which somebody may have to be listed. */
const facts = (on: string): Record<string, object> => ({
  AnnualReportMissed: { year: 2025, windowEnd: addDays(on, -1), typeCode: '1130', authority: AUTHORITY },
  DisclosureOrderExpired: { demand: 'publish', order: 1, expiredOn: addDays(on, -1) },
  FalseInformationFound: { verifiedOn: on },
  EnterpriseFoundUncontactable: { verifiedOn: on, by: 'letters' },
  EnterpriseDeregistered: {},
})

test('what a fact makes due at once is what its read model finds due on that day', () => {
  const listGround = deadlines.find(({ name }) => name === 'list-abnormal-operations')
  if (listGround === undefined) throw new Error('nobody is listed')
  let atOnce = 0
  // A working day before a weekend, the weekend, a working day, and a festival.
  for (const on of ['2026-06-26', '2026-06-27', '2026-06-28', '2026-07-01', '2026-10-01'])
    for (const [type, data] of Object.entries(facts(on))) {
      const event = { type, data, effectiveOn: on, basis: RULE }
      const recorded = { ...event, subject: USCC, authority: AUTHORITY } as unknown as RecordedEvent
      const pending = { event, stream: streamOf(USCC, 'any'), provenance: { actor: 'a', authority: AUTHORITY } }
      const document = abnormalClocks.evolve(undefined, recorded)
      const found = document === undefined ? [] : listGround.due(on, undefined).acts(document, USCC)
      expect(listGround.atOnce?.(pending as unknown as PendingEvent, on), `${type} on ${on}`).toEqual(found)
      atOnce += found.length
    }
  expect(atOnce, 'missed reports and expired orders of two working days').toBe(4)
})
