import { dayMember, dayOfInstant, fileMember, isCivilDate, nullable, oneOf } from '@mingjian/codes'
import { type Refusal, saysTheSame, seriesOf } from '@mingjian/kernel'
import Type, { type Static, type TObject } from 'typebox'
import { basisOn, provisionOn, visitProvisions as provisions } from '../law/visit.ts'
import { unfit, unfitTeam } from './officers.ts'
import { itemNotOnSlip, noticeLate, noticeMissing, slipOutdated, unknownCode } from './refusals.ts'
import { namedOn, type Visit } from './state.ts'
import { officer, step, text } from './step.ts'

const giveNotice = step(
  {
    manner: oneOf(['书面', '电话', '短信', '电子邮件', '其他'], 'How it was given.'),
    visitOn: dayMember(),
    items: Type.Optional(Type.Array(text, { minItems: 1, description: 'All of the slip without.' })),
  },
  {
    stages: ['issued'],
    under: provisions.documents,
    recorded: ({ items: onSlip, noticed, last }, { items = onSlip.map(({ itemNo }) => itemNo) }) =>
      items.every((no) => noticed.includes(no)) ? last.InspectionNoticeGiven : undefined,
    same: ({ at: givenAt, ...asked }, recorded) => saysTheSame({ ...asked, givenAt }, recorded),
    decide: ({ at: givenAt, manner, visitOn, items: asked }, visit, { authority }) => {
      const on = dayOfInstant(givenAt)
      const items = asked ?? visit.items.map(({ itemNo }) => itemNo)
      const stranger = items.find((no) => visit.items.every(({ itemNo }) => itemNo !== no))
      if (stranger !== undefined) return itemNotOnSlip({ itemNo: stranger })
      if (!isCivilDate(visitOn) || visitOn < on) return noticeLate({ on, visitOn })
      return [
        {
          type: 'InspectionNoticeGiven',
          data: { decision: '', uscc: visit.assigned?.uscc ?? '', givenAt, manner, visitOn, items },
          effectiveOn: on,
          basis: basisOn(on, provisions.documents),
          numbered: seriesOf(authority, '检通', on),
        },
      ]
    },
  },
)

/** The slip names the officers who go, and the enterprise was told where an item asks for it. */
const notReady = (at: string, visit: Visit): Refusal | undefined => {
  const under = provisionOn(dayOfInstant(at), provisions.documents)
  if (namedOn(visit).join('\n') !== visit.inspectors.join('\n'))
    return slipOutdated({ inspectors: visit.inspectors.join('、') }, under)
  const untold = visit.items.find(({ itemNo, noticeBeforehand }) => noticeBeforehand && !visit.noticed.includes(itemNo))
  return untold === undefined ? undefined : noticeMissing({ itemNo: untold.itemNo }, under)
}

const sorted = (officers: readonly string[]): string => [...new Set(officers)].toSorted().join('\n')

const enter = step(
  { officers: Type.Array(officer, { minItems: 1, maxItems: 20, description: 'Who is there.' }) },
  {
    stages: ['issued'],
    under: provisions.entry,
    recorded: ({ shown }) => shown,
    same: ({ at, officers }, _, { shown }) =>
      shown?.data.enteredAt === at && sorted(shown.data.officers) === sorted(officers),
    decide: ({ at: enteredAt, officers }, visit, { facts }) => {
      const on = dayOfInstant(enteredAt)
      const fault = notReady(enteredAt, visit) ?? unfitTeam(officers, visit, facts, on)
      if (fault !== undefined) return fault
      return [
        {
          type: 'VisitEntered',
          data: { enteredAt, manner: 'shown', officers: [...new Set(officers)] },
          effectiveOn: on,
          basis: basisOn(on, provisions.entry, provisions.officers),
        },
      ]
    },
  },
)

const scanEntry = step(
  { code: text },
  {
    by: 'system',
    stages: ['issued'],
    under: provisions.entry,
    once: 'VisitEntered',
    done: ({ entered, code: own }, { code }) => entered.scanned !== undefined && code === own,
    same: () => true,
    decide: ({ at: enteredAt, code }, visit) => {
      const on = dayOfInstant(enteredAt)
      if (code !== visit.code) return unknownCode({})
      return (
        notReady(enteredAt, visit) ?? [
          {
            type: 'VisitEntered',
            data: { enteredAt, manner: 'scanned', officers: namedOn(visit) },
            effectiveOn: on,
            basis: basisOn(on, provisions.entry),
          },
        ]
      )
    },
  },
)

const evidence = {
  sha256: fileMember('SHA-256 of the file, hex.'),
  mediaType: Type.String({ pattern: '^[a-z]+/[a-z0-9.+-]{1,80}$' }),
  bytes: Type.Integer({ minimum: 1, maximum: 1e12 }),
  place: nullable(
    Type.Object({
      latitude: Type.Number({ minimum: -90, maximum: 90 }),
      longitude: Type.Number({ minimum: -180, maximum: 180 }),
      accuracyMetres: nullable(Type.Number({ minimum: 0, maximum: 1e7 })),
    }),
  ),
  itemNo: nullable(text),
  description: text,
  by: officer,
}

/** A file of evidence as it is recorded. */
const fileOf = ({ at: takenAt, place, ...file }: Static<TObject<typeof evidence>> & { readonly at: string }) => {
  const { sha256, mediaType, bytes, itemNo, description, by } = file
  const { latitude = null, longitude = null, accuracyMetres = null } = place ?? {}
  return { sha256, mediaType, bytes, takenAt, latitude, longitude, accuracyMetres, itemNo, description, by }
}

const takeEvidence = step(evidence, {
  stages: ['issued'],
  under: provisions.record,
  recorded: ({ taken }, { sha256 }) => taken[sha256],
  same: (asked, recorded) => saysTheSame(fileOf(asked), recorded),
  decide: (asked, visit, { facts }) => {
    const { at, by, itemNo } = asked
    const on = dayOfInstant(at)
    const fault = unfit(by, visit, facts, on)
    if (fault !== undefined) return fault
    if (itemNo !== null && visit.items.every((item) => item.itemNo !== itemNo)) return itemNotOnSlip({ itemNo })
    return [
      {
        type: 'VisitEvidenceTaken',
        data: fileOf(asked),
        effectiveOn: on,
        basis: basisOn(on, provisions.record),
      },
    ]
  },
})

/** 通知、入企、取证 */
export const conduct = {
  GiveInspectionNotice: giveNotice,
  EnterPremises: enter,
  RecordEntryScan: scanEntry,
  TakeEvidence: takeEvidence,
}
