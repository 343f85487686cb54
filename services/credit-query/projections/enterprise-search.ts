import { analyse, searchedText } from '../search/text.ts'
import { type Facets, facetTokens, nameTokens, rankOf } from '../search/tokens.ts'

/** Raised whenever the same enterprise would give other columns; the read model's own fold adds to it. */
export const SEARCH_VERSION = 3

/** The columns by which enterprises are found. Text compares by bytes, which is what prefixes and regular expressions want. */
export const searchColumns: Readonly<Record<string, string>> = {
  rank: 'int not null',
  current: 'smallint not null',
  root_written: 'smallint not null',
  root_sound: 'smallint not null',
  root_initials: 'smallint not null',
  searched: 'text collate "C" not null',
  name: 'text collate "C" not null',
  old_names: 'text[] not null',
  state: 'text collate "C" not null',
  district: 'text collate "C" not null',
  industry_section: 'text collate "C" not null',
  industry: 'text collate "C" not null',
  type_code: 'text collate "C" not null',
  lists: 'text[] not null',
  tokens: 'int[] not null',
}

/** Every search reads through the list of tokens that the index has yet to take in, so it is kept short. */
export const searchIndexes: readonly string[] = [
  'using gin (tokens) with (gin_pending_list_limit = 256)',
  '(rank, key)',
]

export interface SearchedEnterprise extends Facets {
  readonly uscc: string
  readonly name: string
  readonly oldNames: readonly string[]
}

/** The values of `searchColumns`. */
export const searchRow = (enterprise: SearchedEnterprise): Readonly<Record<string, unknown>> => {
  const tokens = new Set<number>()
  const current = analyse(enterprise.name)
  const old = enterprise.oldNames.map(analyse)
  for (const name of [current, ...old]) nameTokens(name.folded.characters, name.readings, tokens)
  facetTokens(enterprise, tokens)
  const searched = searchedText(current, old)
  return {
    rank: rankOf(enterprise.uscc),
    current: searched.current,
    root_written: searched.roots.written,
    root_sound: searched.roots.sound,
    root_initials: searched.roots.initials,
    searched: searched.text,
    name: enterprise.name,
    old_names: enterprise.oldNames,
    state: enterprise.state,
    district: enterprise.district,
    industry_section: enterprise.industrySection,
    industry: enterprise.industry,
    type_code: enterprise.typeCode,
    lists: enterprise.lists,
    tokens: [...tokens],
  }
}
