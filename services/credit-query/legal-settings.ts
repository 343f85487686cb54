import type { CivilDate } from '@mingjian/codes'
import type { ReadModels } from '@mingjian/kernel'
import {
  type AuthoritySettings,
  authorityLine,
  authoritySettings,
  type Confidence,
  cite,
  encodeCitation,
  type Level,
  nothingSet,
  type Setting,
  type SettingSource,
  type SettingVersion,
  type SetValues,
  settingOn,
  settingsFor,
} from '@mingjian/law'
import { type Basis, basisOf } from './citation.ts'

/** A value that holds from a day on, and what it rests on. */
export interface SetVersion {
  readonly value: unknown
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly basis: string
  readonly confidence: Confidence
  readonly reason: string | null
  /** Null for what the platform ships until an authority sets it. */
  readonly authority: string | null
}

/** 设定事项: what the law leaves to an authority, as it is in force for one. */
export interface LegalSetting {
  readonly name: string
  readonly title: string
  readonly level: Level
  readonly provision: readonly Basis[]
  readonly inForce: SetVersion
  readonly versions: readonly SetVersion[]
  /** Every act of setting, the newest first, those that were corrected too. */
  readonly history: readonly (SetVersion & { readonly recordedAt: string; readonly position: number })[]
}

const shown = ({ value, from, to, basis, confidence, reason, setBy }: SettingVersion<unknown>): SetVersion => ({
  value,
  from,
  to: to ?? null,
  basis,
  confidence,
  reason: reason ?? null,
  authority: setBy ?? null,
})

/** What several authorities have set, together. */
const valuesOf = (documents: readonly AuthoritySettings[]): SetValues => {
  const names = new Set(documents.flatMap(({ set }) => Object.keys(set)))
  const together = [...names].map((name) => [name, Object.assign({}, ...documents.map(({ set }) => set[name]))])
  return names.size === 0 ? nothingSet : Object.fromEntries(together)
}

const setFor = async (
  reads: Pick<ReadModels, 'get'>,
  authority: string,
): Promise<{ readonly set: SetValues; readonly history: AuthoritySettings['history'] }> => {
  const stored = await Promise.all(authorityLine(authority).map((one) => reads.get(authoritySettings, one)))
  const documents = stored.flatMap((found) => (found === undefined ? [] : [found.document]))
  return { set: valuesOf(documents), history: documents.flatMap(({ history }) => history) }
}

/** The settings in force for an authority, for the functions of the law that ask for one. */
export const lawFor = async (reads: Pick<ReadModels, 'get'>, authority: string): Promise<SettingSource> =>
  settingsFor((await setFor(reads, authority)).set, authority)

/** What of all that an authority and those above it have set is law for it today. */
export const legalSettings = async (
  reads: Pick<ReadModels, 'get'>,
  shipped: readonly Setting<unknown>[],
  authority: string,
  today: CivilDate,
): Promise<readonly LegalSetting[]> => {
  const { set, history } = await setFor(reads, authority)
  const acts = history.toSorted((a, b) => b.position - a.position)
  const source = settingsFor(set, authority)
  return shipped.map((one) => {
    const setting = source(one)
    const { name, title, setBy, provision } = setting
    return {
      name,
      title,
      level: setBy,
      provision: basisOf([encodeCitation(cite(provision.instrument, provision.article, today))]),
      inForce: shown(settingOn(setting, today)),
      versions: setting.versions.map(shown),
      history: acts
        .filter((act) => act.name === name)
        .map((act) => ({ ...shown(act), recordedAt: act.recordedAt, position: act.position })),
    }
  })
}
