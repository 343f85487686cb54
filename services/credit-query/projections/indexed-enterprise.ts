import type { Projection } from '@mingjian/kernel'
import type { IndexedEnterprise } from '../search/port.ts'
import { analyse, indexedNames } from '../search/text.ts'
import { rankOf } from '../search/tokens.ts'
import type { SearchedEnterprise } from './enterprise-search.ts'
import { type Searched, searchedEnterprise } from './searched-enterprise.ts'

/** Raised whenever the same enterprise would give another row. */
const ROW = 1

/** What an index of words keeps of an enterprise. */
export const indexedRow = (enterprise: SearchedEnterprise): IndexedEnterprise => {
  const current = analyse(enterprise.name)
  const { name, oldNames, state, district, industrySection, industry, typeCode, lists } = enterprise
  return {
    rank: rankOf(enterprise.uscc),
    name,
    oldNames,
    length: [...name].length,
    current: indexedNames([current]),
    root: indexedNames([current], ({ root }) => root),
    old: indexedNames(oldNames.map(analyse)),
    state,
    district,
    industrySection,
    industry,
    type: typeCode,
    lists,
  }
}

/** The read model of searches as an index of words keeps it; the fold is the same. */
export const indexedEnterprise: Projection<Searched> = {
  ...searchedEnterprise,
  version: 1000 * ROW + searchedEnterprise.version,
  row: (document) => ({ ...indexedRow(document) }),
}
