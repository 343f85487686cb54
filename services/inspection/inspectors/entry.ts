import type { CivilDate } from '@mingjian/codes'
import type { EventOf } from '@mingjian/kernel'
import type { InspectorEnrolled } from '@mingjian/schemas'

/** A person in the library of inspectors 执法检查人员名录库. */
export interface InspectorEntry {
  /** As enrolled, with the conflicts that were known then. */
  readonly enrolled: InspectorEnrolled
  /** Conflicts declared since. */
  readonly declared: readonly string[]
  readonly leave: readonly { readonly from: CivilDate; readonly to: CivilDate }[]
  readonly removed: boolean
}

export type InspectorEvent = EventOf<
  'InspectorEnrolled' | 'InspectorChanged' | 'InspectorConflictDeclared' | 'InspectorLeaveGranted' | 'InspectorRemoved'
>

export const inspectorAfter = (
  entry: InspectorEntry | undefined,
  event: InspectorEvent,
): InspectorEntry | undefined => {
  if (event.type === 'InspectorEnrolled' || event.type === 'InspectorChanged') {
    const { declared = [], leave = [] } = entry ?? {}
    return { enrolled: event.data, declared, leave, removed: false }
  }
  if (entry === undefined) return undefined
  switch (event.type) {
    case 'InspectorConflictDeclared': {
      const { uscc, withdrawn } = event.data
      const others = entry.declared.filter((known) => known !== uscc)
      return { ...entry, declared: withdrawn ? others : [...others, uscc] }
    }
    case 'InspectorLeaveGranted':
      return { ...entry, leave: [...entry.leave, event.data] }
    case 'InspectorRemoved':
      return { ...entry, removed: true }
    default:
      event satisfies never
      return entry
  }
}

/** Whether somebody is away on every day from one to another. */
export const isAway = (
  { leave }: InspectorEntry,
  window: { readonly from: CivilDate; readonly to: CivilDate },
): boolean => leave.some(({ from, to }) => from <= window.from && window.to <= to)
