import { dayMember, isCivilDate, nullable, remembered } from '@mingjian/codes'
import {
  type AnyDecider,
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  type EventOf,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Projection,
  streamOf,
} from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import type { LegalSettingSet } from '@mingjian/schemas'
import Type from 'typebox'
import { authorityLine, levelOf } from './authorities.ts'
import { type Confidence, cite, encodeCitation } from './citations.ts'
import { asShipped, type SettingSource } from './rule.ts'
import { type Level, overlaid, type Setting, type SettingVersion, settingFaults, withVersion } from './setting.ts'
import { notCompetent, notInLine, settingDate, settingWrong, unknownSetting } from './settings-refusals.ts'

type Versions = readonly SettingVersion<unknown>[]
/** What authorities have set: by the setting's name, then by authority. */
export type SetValues = Readonly<Record<string, Readonly<Record<string, Versions>>>>

export const nothingSet: SetValues = {}

const versionOf = (data: LegalSettingSet): SettingVersion<unknown> => ({
  value: JSON.parse(data.value),
  from: data.from,
  ...(data.to === null ? {} : { to: data.to }),
  basis: data.basis,
  confidence: data.confidence as Confidence,
  ...(data.reason === null ? {} : { reason: data.reason }),
  setBy: data.authority,
})

export const valuesAfter = (set: SetValues, event: PastEvent): SetValues => {
  if (event.type !== 'LegalSettingSet') return set
  const { name, authority } = event.data
  const versions = withVersion(set[name]?.[authority] ?? [], versionOf(event.data))
  return { ...set, [name]: { ...set[name], [authority]: versions } }
}

const AGGREGATE = 'settings'

/** The settings streams of an authority and of those above it. */
export const settingStreams = remembered((authority): readonly string[] =>
  authorityLine(authority).map((one) => streamOf(one, AGGREGATE)),
)

/** Settings in force for an authority: its own, else those of the nearest above it, else what the platform ships. */
export const settingsFor = (set: SetValues, authority: string): SettingSource => {
  if (set === nothingSet) return asShipped
  const nationFirst = authorityLine(authority).toReversed()
  return <T>(shipped: Setting<T>): Setting<T> => {
    const byAuthority = set[shipped.name]
    if (byAuthority === undefined) return shipped
    const versions = nationFirst.reduce<Versions>(
      (under, one) => overlaid(under, byAuthority[one] ?? []),
      shipped.versions,
    )
    return { ...shipped, versions: versions as readonly SettingVersion<T>[] }
  }
}

const REACH: readonly Level[] = ['local', 'province', 'nation']
const LEVELS = {
  local: { zh: '地方', en: 'local' },
  province: { zh: '省级机关', en: 'province' },
  nation: { zh: '国家市场监督管理总局', en: 'nation' },
} as const

const actsFor = (settings: readonly Setting<unknown>[]) => {
  const shipped = new Map(settings.map((setting) => [setting.name, setting]))
  const text = Type.String({ minLength: 1 })
  const day = dayMember()
  return {
    /** A value that the law leaves to an authority, from a day on, with the document it rests on; set for the same day, it corrects. */
    SetLegalSetting: actsOn<SetValues>()(
      {
        authority: Type.String({ minLength: 1, pattern: '^[^/]+$', description: 'Whose setting it is.' }),
        name: Type.Enum(settings.map(({ name }) => name)),
        value: Type.Unknown({ description: 'Of the kind that the setting asks for.' }),
        from: day,
        to: Type.Optional(nullable(day)),
        basis: Type.String({ minLength: 1, description: 'The document it rests on.' }),
        confidence: Type.Optional(Type.Enum(['certain', 'likely', 'to-verify'])),
        reason: Type.Optional(nullable(text)),
      },
      {
        decide: (asked, set, { authority: acting }) => {
          const { authority, name, value, from, to = null, basis, confidence = 'certain', reason = null } = asked
          const setting = shipped.get(name)
          if (setting === undefined) return unknownSetting({ name })
          if (!isCivilDate(from) || (to !== null && !isCivilDate(to))) return settingDate({})
          const { title, setBy } = setting
          const { instrument, article } = setting.provision
          const provision = encodeCitation(cite(instrument, article, from))
          if (REACH.indexOf(levelOf(authority)) < REACH.indexOf(setBy))
            return notCompetent({ title, level: LEVELS[setBy], authority }, provision)
          if (!authorityLine(acting).includes(authority)) return notInLine({ authority, acting }, provision)
          const event: NewEvent = {
            type: 'LegalSettingSet',
            data: { authority, name, value: canonicalJson(value), from, to, basis, confidence, reason },
            effectiveOn: from,
            basis: [provision],
          }
          const versions = valuesAfter(set, event)[name]?.[authority] ?? []
          const faults = settingFaults({ ...setting, versions })
          if (faults.length > 0) return settingWrong({ title, faults: faults.join('; ') }, provision)
          return canonicalJson(versions) === canonicalJson(set[name]?.[authority] ?? []) ? [] : [event]
        },
      },
    ),
  }
}

export type SetLegalSetting = CommandOf<ReturnType<typeof actsFor>>

/** 法定事项的设定: the stream `AUTHORITY/settings`, for the settings that the services ship. */
export const legalSettingsDecider = (settings: readonly Setting<unknown>[]): AnyDecider =>
  anyDecider(
    aggregate({
      aggregate: AGGREGATE,
      acts: actsFor(settings),
      subject: ({ data }) => data.authority,
      initial: nothingSet,
      evolve: (set, event: EventOf<'LegalSettingSet'>) => valuesAfter(set, event),
      facts: noFacts,
    }),
  )

/** One act of setting, as it was recorded. */
export interface SettingAct extends SettingVersion<unknown> {
  readonly name: string
  readonly recordedAt: string
  readonly position: number
}

/** What one authority has set, and every act that set it. */
export interface AuthoritySettings {
  readonly set: SetValues
  readonly history: readonly SettingAct[]
}

/** Keyed by authority. */
export const authoritySettings: Projection<AuthoritySettings> = {
  name: 'authority_settings',
  version: 1,
  events: ['LegalSettingSet'],
  evolve: (before = { set: nothingSet, history: [] }, event) => {
    if (event.type !== 'LegalSettingSet') return before
    const { data, recordedAt, position } = event
    const act = { ...versionOf(data), name: data.name, recordedAt, position }
    return { set: valuesAfter(before.set, event), history: [...before.history, act] }
  },
  columns: {},
  row: () => ({}),
  indexes: [],
}
