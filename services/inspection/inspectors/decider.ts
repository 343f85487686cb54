import { dayMember, usccMember } from '@mingjian/codes'
import {
  type Act,
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  type Decided,
  decidedOtherwise,
  type EventOf,
  noFacts,
  saysTheSame,
} from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import Type, { type Static, type TObject } from 'typebox'
import { type InspectorEntry, type InspectorEvent, inspectorAfter } from './entry.ts'
import { leaveReversed, notAField, termReversed, unknownInspector } from './refusals.ts'

interface Inspector {
  readonly entry: InspectorEntry | undefined
  /** How the entry was last removed. */
  readonly removal: EventOf<'InspectorRemoved'> | undefined
}

const act = actsOn<Inspector>()
const text = Type.String({ minLength: 1 })
const inspectorId = text
const day = dayMember()
const person = {
  inspectorId,
  department: text,
  certificateNo: text,
  validFrom: day,
  validUntil: day,
  specialities: Type.Array(text),
  conflicts: Type.Array(text),
}

// The draw writes `id,certificate,date` lines and hashes them: a comma or a line end inside would make two rosters of one.
const isField = (text: string): boolean => !/[,\r\n]/.test(text)

type Enrolment = Static<TObject<typeof person>>

/** Enters a person in the library of inspectors 执法检查人员名录库, or brings the entry into line. */
const enrol: Act<Enrolment, Inspector, undefined>['decide'] = (data, { entry }, { today: effectiveOn }): Decided => {
  if (!isField(data.inspectorId) || !isField(data.certificateNo)) return notAField({})
  if (data.validUntil < data.validFrom) return termReversed({ validUntil: data.validUntil })
  if (entry === undefined || entry.removed) return [{ type: 'InspectorEnrolled', data, effectiveOn, basis: [] }]
  const same = canonicalJson(entry.enrolled) === canonicalJson(data)
  return same ? [] : [{ type: 'InspectorChanged', data, effectiveOn, basis: [] }]
}

/** 回避: of whom the inspector stays away, until it is withdrawn. */
const declareConflict = act(
  { inspectorId, uscc: usccMember(), withdrawn: Type.Boolean({ description: 'The conflict is over.' }) },
  {
    decide: ({ inspectorId, uscc, withdrawn }, { entry }, { today }) => {
      if (entry === undefined || entry.removed) return unknownInspector({ inspectorId })
      if (entry.declared.includes(uscc) !== withdrawn) return []
      return [{ type: 'InspectorConflictDeclared', data: { uscc, withdrawn }, effectiveOn: today, basis: [] }]
    },
  },
)

const grantLeave = act(
  { inspectorId, from: day, to: day },
  {
    decide: ({ inspectorId, from, to }, { entry }, { today }) => {
      if (entry === undefined || entry.removed) return unknownInspector({ inspectorId })
      if (to < from) return leaveReversed({ to })
      if (entry.leave.some((leave) => leave.from === from && leave.to === to)) return []
      return [{ type: 'InspectorLeaveGranted', data: { from, to }, effectiveOn: today, basis: [] }]
    },
  },
)

const removeInspector = act(
  { inspectorId, why: text },
  {
    decide: (asked, { entry, removal }, { today }) => {
      if (entry === undefined) return unknownInspector({ inspectorId: asked.inspectorId })
      if (entry.removed && removal !== undefined)
        return saysTheSame(asked, removal) ? [] : decidedOtherwise({ on: removal.effectiveOn })
      return [{ type: 'InspectorRemoved', data: { why: asked.why }, effectiveOn: today, basis: [] }]
    },
  },
)

const acts = {
  RecordInspector: act(person, { by: 'system', decide: enrol }),
  EnrolInspector: act(person, { decide: enrol }),
  DeclareConflict: declareConflict,
  GrantLeave: grantLeave,
  RemoveInspector: removeInspector,
}
export type InspectorCommand = CommandOf<typeof acts>

export const inspectors = aggregate({
  aggregate: 'inspector',
  acts,
  subject: ({ data }) => data.inspectorId,
  initial: { entry: undefined, removal: undefined } as Inspector,
  evolve: ({ entry, removal }: Inspector, event: InspectorEvent): Inspector => ({
    entry: inspectorAfter(entry, event),
    removal: event.type === 'InspectorRemoved' ? event : removal,
  }),
  facts: noFacts,
})

export const decider = anyDecider(inspectors)
