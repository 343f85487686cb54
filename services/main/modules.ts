import type { RecordKind } from '@mingjian/codes'
import * as creditLists from '@mingjian/credit-lists'
import * as creditQuery from '@mingjian/credit-query'
import * as disclosure from '@mingjian/disclosure'
import * as enforcement from '@mingjian/enforcement'
import * as inspection from '@mingjian/inspection'
import {
  type AnyDeadline,
  type AnyDecider,
  type AnyPreparedAct,
  type AnyProjection,
  anyProjection,
  type DocumentTemplates,
  type Reaction,
} from '@mingjian/kernel'
import { authoritySettings, type ClockModel, legalSettingsDecider } from '@mingjian/law'
import * as registry from '@mingjian/registry'
import { allSettings } from './law.ts'

// The one place that knows all modules.

export const deciders: readonly AnyDecider[] = [
  legalSettingsDecider(allSettings),
  ...registry.deciders,
  ...disclosure.deciders,
  ...enforcement.deciders,
  ...creditLists.deciders,
  ...inspection.deciders,
]

export const acts: readonly AnyPreparedAct[] = [...inspection.acts]

export const reactions: readonly Reaction[] = [
  ...disclosure.reactions,
  ...enforcement.reactions,
  ...creditLists.reactions,
  ...inspection.reactions,
]

export const deadlines: readonly AnyDeadline[] = [
  ...disclosure.deadlines,
  ...enforcement.deadlines,
  ...creditLists.deadlines,
]

export const projections: readonly AnyProjection[] = [
  anyProjection(authoritySettings),
  ...disclosure.projections,
  ...enforcement.projections,
  ...creditLists.projections,
  ...inspection.projections,
  ...creditQuery.projections,
]

/** What the deadlines board joins. */
export const clockModels: readonly ClockModel[] = [
  ...disclosure.clockModels,
  ...enforcement.clockModels,
  ...creditLists.clockModels,
  ...inspection.clockModels,
]

/** How the document of each act reads. */
export const documents: DocumentTemplates = {
  ...disclosure.documents,
  ...enforcement.documents,
  ...creditLists.documents,
  ...inspection.documents,
}

/** What `mingjian import KIND` takes, by KIND. */
export const recordKinds: ReadonlyMap<string, RecordKind> = new Map(
  [
    registry.enterpriseRecord,
    disclosure.annualReportRecord,
    enforcement.penaltyRecord,
    inspection.inspectorRecord,
    creditLists.abnormalHistoryRecord,
  ].map((kind) => [kind.name, kind]),
)

/** What a process does with the log beside answering. */
export interface Work {
  readonly projections: readonly AnyProjection[]
  readonly reactions: readonly Reaction[]
}

const modules: Readonly<Record<string, object>> = {
  settings: { projections: [anyProjection(authoritySettings)] },
  registry,
  disclosure,
  enforcement,
  'credit-lists': creditLists,
  inspection,
  'credit-query': creditQuery,
}
export const moduleNames = Object.keys(modules)

/** The read models and reactions of some modules. */
export const workOf = (names: readonly string[]): Work => {
  const chosen = names.map((name): Partial<Work> => modules[name] ?? {})
  return {
    projections: chosen.flatMap((module) => module.projections ?? []),
    reactions: chosen.flatMap((module) => module.reactions ?? []),
  }
}
