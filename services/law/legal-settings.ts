import { type CivilDate, dayMember, isCivilDate, nullable, remembered } from '@mingjian/codes'
import type { Projection } from '@mingjian/kernel'
import {
  type AnyDecider,
  anyDecider,
  type Command,
  type Context,
  declared,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
  streamOf,
} from '@mingjian/kernel'
import { canonicalJson } from '@mingjian/proofs'
import type { LegalSettingSet } from '@mingjian/schemas'
import Type from 'typebox'
import { authorityLine, levelOf } from './authorities.ts'
import { type Confidence, cite, encodeCitation } from './citations.ts'
import { asShipped, type SettingSource } from './rule.ts'
import { type Level, overlaid, type Setting, type SettingVersion, settingFaults, withVersion } from './setting.ts'

/** A value that the law leaves to an authority, from a day on, with the document it rests on. */
export type SetLegalSetting = Command<
  'SetLegalSetting',
  {
    readonly authority: string
    readonly name: string
    readonly value: unknown
    readonly from: CivilDate
    readonly to?: CivilDate | null
    readonly basis: string
    readonly confidence?: Confidence
    readonly reason?: string | null
  }
>

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

/** Where an authority and those above it have set what they set. */
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

const decide = (
  { data }: SetLegalSetting,
  set: SetValues,
  { authority: acting }: Context<undefined>,
  shipped: ReadonlyMap<string, Setting<unknown>>,
): readonly NewEvent[] | Refusal => {
  const { authority, name, from, to = null, basis, confidence = 'certain', reason = null } = data
  const setting = shipped.get(name)
  if (setting === undefined) return refused('unknown-setting', `There is no setting ${name}: law settings names them.`)
  if (!isCivilDate(from) || (to !== null && !isCivilDate(to)))
    return refused('setting-date', 'from and to must be days of the calendar, YYYY-MM-DD.')
  const { instrument, article } = setting.provision
  const provision = encodeCitation(cite(instrument, article, from))
  if (REACH.indexOf(levelOf(authority)) < REACH.indexOf(setting.setBy))
    return refused(
      'not-competent',
      `${setting.title} is set at the level of the ${setting.setBy}, not by ${authority}.`,
      provision,
    )
  if (!authorityLine(acting).includes(authority))
    return refused('not-in-line', `${authority} is neither ${acting} nor above it.`, provision)
  const event: NewEvent = {
    type: 'LegalSettingSet',
    data: { authority, name, value: canonicalJson(data.value), from, to, basis, confidence, reason },
    effectiveOn: from,
    basis: [provision],
  }
  const after = valuesAfter(set, event)
  const versions = after[name]?.[authority] ?? []
  const faults = settingFaults({ ...setting, versions })
  if (faults.length > 0) return refused('setting-wrong', `${setting.title}: ${faults.join('; ')}.`, provision)
  return canonicalJson(versions) === canonicalJson(set[name]?.[authority] ?? []) ? [] : [event]
}

/** 法定事项的设定: the stream `AUTHORITY/settings`, for the settings that the services ship. */
export const legalSettingsDecider = (settings: readonly Setting<unknown>[]): AnyDecider => {
  const shipped = new Map(settings.map((setting) => [setting.name, setting]))
  const text = Type.String({ minLength: 1 })
  const day = dayMember()
  return anyDecider<SetLegalSetting, SetValues, undefined, PastEvent>({
    aggregate: AGGREGATE,
    acts: declared({
      SetLegalSetting: Type.Object({
        authority: Type.String({ minLength: 1, pattern: '^[^/]+$', description: 'Whose setting it is.' }),
        name: Type.Enum(settings.map(({ name }) => name)),
        value: Type.Unknown({ description: 'Of the kind that the setting asks for.' }),
        from: day,
        to: Type.Optional(nullable(day)),
        basis: Type.String({ minLength: 1, description: 'The document it rests on.' }),
        confidence: Type.Optional(Type.Enum(['certain', 'likely', 'to-verify'])),
        reason: Type.Optional(nullable(text)),
      }),
    }),
    subject: ({ data }) => data.authority,
    initial: nothingSet,
    evolve: valuesAfter,
    facts: noFacts,
    decide: (command, set, context) => decide(command, set, context, shipped),
  })
}

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

/** By authority. */
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
