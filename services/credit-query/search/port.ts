/** Why an enterprise was found: 代码, 名称, 旧名称, 拼音, 首字母, 近似 (one character differs). */
export type Why = 'code' | 'name' | 'old-name' | 'pinyin' | 'initials' | 'near'

/** What all hits must be. `industry` is a section letter or the beginning of a code, `district` and `type` are codes. */
export interface EnterpriseFilters {
  readonly state?: string
  readonly list?: string
  readonly district?: string
  readonly industry?: string
  readonly type?: string
}

export interface EnterpriseHit {
  /** USCC. */
  readonly key: string
  readonly position: number
  /** The read model's document, JSON. */
  readonly document: string
  /** Absent without a query. */
  readonly why?: Why
  /** The name that matched, which may be an old one. */
  readonly name: string
  /** The parts of that name that matched, in order: offsets in UTF-16 units, the end excluded. Empty for a code and without a query. */
  readonly ranges: readonly Range[]
}
export type Range = readonly [from: number, to: number]

export interface EnterprisePage {
  readonly hits: readonly EnterpriseHit[]
  /** Where the next page starts; absent on the last. */
  readonly next?: string
}

/** How many hits there are, and how many of each value of a filter with the other filters in force; of industries by section. */
export interface EnterpriseCounts {
  readonly total: number
  /** False where so much of the register is hit that a part of it was counted and the rest estimated. */
  readonly exact: boolean
  readonly by: { readonly [F in keyof EnterpriseFilters]-?: ReadonlyMap<string, number> }
}

/** Finds enterprises by what people know of them, best match first. Pages of one query never repeat an enterprise while the register stands still. */
export interface EnterpriseSearch {
  find(query: {
    readonly q?: string
    readonly filters?: EnterpriseFilters
    readonly limit: number
    /** `next` of the page before, with the same `q` and `filters`. */
    readonly cursor?: string
  }): Promise<EnterprisePage | 'unknown-cursor'>
  count(query: { readonly q?: string; readonly filters?: EnterpriseFilters }): Promise<EnterpriseCounts>
}

/** The lines of a row's text: names as written, their toneless syllables, the initials of these. */
export type SearchLine = 'written' | 'sound' | 'initials'

/** One way to understand one word of a query, as a condition on a row's text. */
export interface SearchWord {
  readonly line: SearchLine
  /** Up to three texts of which every match holds one. */
  readonly hints: readonly string[]
  /** A regular expression that every match fits, meaning the same to Postgres and JavaScript. */
  readonly pattern: string
  /** A row with a hint fits the pattern. If not, the first hint begins the word and the second follows it. */
  readonly decided: boolean
  /** The same matches for an index of units (characters, syllables, initials): units in a row, where `undefined` stands for any one. */
  readonly sequences: readonly (readonly (string | undefined)[])[]
}

/** Stand before the first and after the last unit of a name; no name has them. */
export const FIRST = '␂'
export const LAST = '␃'

/** Names by the units of each line, as text in which blanks keep the units apart, with the marks of their ends. */
export type IndexedNames = Readonly<Record<SearchLine, readonly string[]>>

/** What an index of words keeps of an enterprise beside its document. */
export interface IndexedEnterprise {
  /** Place in the register's standing order. */
  readonly rank: number
  readonly name: string
  readonly oldNames: readonly string[]
  /** Characters of the name. */
  readonly length: number
  readonly current: IndexedNames
  /** The name from its root 字号 on. */
  readonly root: IndexedNames
  readonly old: IndexedNames
  readonly state: string
  readonly district: string
  readonly industrySection: string
  readonly industry: string
  readonly type: string
  readonly lists: readonly string[]
}

/** One way to understand a query: all words match. */
export interface Reading {
  readonly why: Exclude<Why, 'old-name'>
  /** Beginning of the key. */
  readonly code?: string
  /** Each match carries all tokens of at least one of these sets. */
  readonly tokens: readonly (readonly number[])[]
  /** The word that says most first. */
  readonly words: readonly SearchWord[]
}

/** What a search by tokens and text has to know of names. */
export interface SearchAnalysis {
  /** The readings of a query in the order in which their matches are shown; none when it says too little to search by. */
  readings(q: string): readonly Reading[]
  filterTokens(filters: EnterpriseFilters): readonly number[]
  explain(
    reading: Reading,
    name: string,
    oldNames: readonly string[],
  ): { readonly why: Why; readonly name: string; readonly ranges: readonly Range[] }
}
