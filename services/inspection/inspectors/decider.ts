import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import type { InspectorConflictDeclared, InspectorEnrolled, InspectorLeaveGranted } from '@mingjian/schemas'
import Type from 'typebox'
import { type InspectorEntry, inspectorAfter } from './entry.ts'

type OfInspector<D> = D & { readonly inspectorId: string }

/** Enters a person in the library of inspectors 执法检查人员名录库, or brings the entry into line. */
export type RecordInspector = Command<'RecordInspector', InspectorEnrolled>
export type EnrolInspector = Command<'EnrolInspector', InspectorEnrolled>
/** 回避: of whom the inspector stays away, until it is withdrawn. */
export type DeclareConflict = Command<'DeclareConflict', OfInspector<InspectorConflictDeclared>>
export type GrantLeave = Command<'GrantLeave', OfInspector<InspectorLeaveGranted>>
export type RemoveInspector = Command<'RemoveInspector', OfInspector<{ readonly why: string }>>
type InspectorCommand = RecordInspector | EnrolInspector | DeclareConflict | GrantLeave | RemoveInspector

// The draw writes `id,certificate,date` lines and hashes them: a comma or a line end inside would make two rosters of one.
const isField = (text: string): boolean => !/[,\r\n]/.test(text)

const enrolled = (
  data: InspectorEnrolled,
  entry: InspectorEntry | undefined,
  on: CivilDate,
): readonly NewEvent[] | Refusal => {
  if (!isField(data.inspectorId) || !isField(data.certificateNo))
    return refused('inspector-id', 'An id and a certificate number have no comma and no line end.')
  if (data.validUntil < data.validFrom)
    return refused('certificate-term', `The certificate ends on ${data.validUntil}, before it begins.`)
  if (entry === undefined || entry.removed) return [{ type: 'InspectorEnrolled', data, effectiveOn: on, basis: [] }]
  const same = (Object.keys(data) as (keyof InspectorEnrolled)[]).every(
    (member) => JSON.stringify(entry.enrolled[member]) === JSON.stringify(data[member]),
  )
  return same ? [] : [{ type: 'InspectorChanged', data, effectiveOn: on, basis: [] }]
}

const decide = (
  command: InspectorCommand,
  { entry }: { readonly entry: InspectorEntry | undefined },
  { today }: Context<undefined>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'RecordInspector' || command.type === 'EnrolInspector')
    return enrolled(command.data, entry, today)
  const act = { effectiveOn: today, basis: [] }
  if (entry === undefined || (entry.removed && command.type !== 'RemoveInspector'))
    return refused('unknown-inspector', `${command.data.inspectorId} is not in the library.`)
  switch (command.type) {
    case 'DeclareConflict': {
      const { uscc, withdrawn } = command.data
      if (entry.declared.includes(uscc) !== withdrawn) return []
      return [{ type: 'InspectorConflictDeclared', data: { uscc, withdrawn }, ...act }]
    }
    case 'GrantLeave': {
      const { from, to } = command.data
      if (to < from) return refused('leave-reversed', `A leave can't end on ${to}, before it begins.`)
      if (entry.leave.some((leave) => leave.from === from && leave.to === to)) return []
      return [{ type: 'InspectorLeaveGranted', data: { from, to }, ...act }]
    }
    case 'RemoveInspector':
      return entry.removed ? [] : [{ type: 'InspectorRemoved', data: { why: command.data.why }, ...act }]
    default:
      return command satisfies never
  }
}

const evolve = (
  { entry }: { readonly entry: InspectorEntry | undefined },
  event: PastEvent,
): { readonly entry: InspectorEntry | undefined } => ({ entry: inspectorAfter(entry, event) })

const text = Type.String({ minLength: 1 })
const inspectorId = text
const day = dayMember()
const person = Type.Object({
  inspectorId,
  department: text,
  certificateNo: text,
  validFrom: day,
  validUntil: day,
  specialities: Type.Array(text),
  conflicts: Type.Array(text),
})

export const inspectors: Decider<InspectorCommand, { readonly entry: InspectorEntry | undefined }> = {
  aggregate: 'inspector',
  acts: declared({
    RecordInspector: person,
    EnrolInspector: person,
    DeclareConflict: Type.Object({
      inspectorId,
      uscc: usccMember(),
      withdrawn: Type.Boolean({ description: 'The conflict is over.' }),
    }),
    GrantLeave: Type.Object({ inspectorId, from: day, to: day }),
    RemoveInspector: Type.Object({ inspectorId, why: text }),
  }),
  subject: ({ data }) => data.inspectorId,
  initial: { entry: undefined },
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(inspectors)
