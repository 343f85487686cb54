import { module as creditLists } from '@mingjian/credit-lists'
import { module as creditQuery } from '@mingjian/credit-query'
import { module as disclosure } from '@mingjian/disclosure'
import { module as enforcement } from '@mingjian/enforcement'
import type { Module, Staff } from '@mingjian/http'
import { module as inspection, type RatingBox } from '@mingjian/inspection'
import {
  type AnyProjection,
  type Attachments,
  anyProjection,
  type Clock,
  type CommandHandler,
  type DocumentTemplates,
  type EventLog,
  type Reaction,
  type ReadModels,
} from '@mingjian/kernel'
import { authoritySettings, generalRules, legalSettingsDecider, superiorAuthorities } from '@mingjian/law'
import { type PublicLog, module as publicLog } from '@mingjian/public-log'
import { module as registry } from '@mingjian/registry'

/** What the routes of services ask of the platform. */
export interface RoutePorts {
  readonly reads: ReadModels
  readonly log: EventLog
  readonly handler: CommandHandler
  readonly clock: Clock
  readonly attachments: Attachments
  readonly box: RatingBox
  readonly publicLog: PublicLog
  /** For whom what comes without a name is recorded. */
  readonly authority: string
  /** Who may act over HTTP; without it nobody. */
  readonly staff: Staff | undefined
  /** A proof file with its place in the public log; undefined while it has none. */
  readonly withPlace: (planId: string, file: Uint8Array, sha256: string) => Promise<Uint8Array | undefined>
}

/** Every service, once. */
const services: readonly Module<RoutePorts>[] = [
  registry,
  disclosure,
  enforcement,
  creditLists,
  inspection,
  publicLog,
  creditQuery,
]

const common: Module = {
  name: 'settings',
  deciders: [legalSettingsDecider([superiorAuthorities, ...services.flatMap(({ law }) => law?.settings ?? [])])],
  projections: [anyProjection(authoritySettings)],
  law: { rules: generalRules, settings: [superiorAuthorities] },
}
export const modules: readonly Module<RoutePorts>[] = [common, ...services]

export const deciders = modules.flatMap((module) => module.deciders ?? [])
export const preparedActs = modules.flatMap((module) => module.preparedActs ?? [])
export const projections = modules.flatMap((module) => module.projections ?? [])
export const reactions = modules.flatMap((module) => module.reactions ?? [])
export const deadlines = modules.flatMap((module) => module.deadlines ?? [])
export const clockModels = modules.flatMap((module) => module.clockModels ?? [])
export const documents: DocumentTemplates = Object.assign({}, ...modules.map((module) => module.documents ?? {}))
export const tables = modules.flatMap(({ tables: own }) => (own === undefined ? [] : [own]))
export const rules = modules.flatMap((module) => module.law?.rules ?? [])
export const settings = modules.flatMap((module) => module.law?.settings ?? [])
/** What `mingjian import KIND` takes, by KIND. */
export const recordKinds = new Map(
  modules.flatMap(({ records = [] }) => records.map((kind) => [kind.name, kind] as const)),
)

/** What a process does with the log beside answering. */
export interface Work {
  readonly projections: readonly AnyProjection[]
  readonly reactions: readonly Reaction[]
}

export const moduleNames = modules.map(({ name }) => name)

/** The read models and reactions of some modules. */
export const workOf = (names: readonly string[]): Work => {
  const chosen = modules.filter(({ name }) => names.includes(name))
  return {
    projections: chosen.flatMap((module) => module.projections ?? []),
    reactions: chosen.flatMap((module) => module.reactions ?? []),
  }
}
