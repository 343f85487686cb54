import type { estypes } from '@elastic/elasticsearch'
import type { IndexedEnterprise, SearchLine } from '../../search/port.ts'

/** Raised with every change of what is below: the index is then rebuilt beside the one in use. */
const DEFINITION = 1

type Property = estypes.MappingProperty

/** In the source alone. */
const KEPT: Property = { type: 'keyword', index: false, doc_values: false }
const FACET: Property = { type: 'keyword' }
/** Units between blanks, one by one and by twos: Chinese bigrams, pinyin and initials alike. Frequencies and lengths mean nothing in names. */
const UNITS: Property = { type: 'text', analyzer: 'whitespace', norms: false, index_phrases: true }
const NAMES: Property = {
  properties: { written: UNITS, sound: UNITS, initials: UNITS } satisfies Record<SearchLine, Property>,
}

const properties = {
  document: KEPT,
  name: KEPT,
  oldNames: KEPT,
  position: { type: 'long', index: false },
  event: KEPT,
  shown: { type: 'boolean' },
  key: FACET,
  rank: { type: 'integer' },
  length: { type: 'short' },
  current: NAMES,
  root: NAMES,
  old: NAMES,
  state: FACET,
  district: FACET,
  industrySection: FACET,
  industry: FACET,
  type: FACET,
  lists: FACET,
} satisfies Record<keyof IndexedEnterprise | 'document' | 'position' | 'event' | 'shown' | 'key', Property>

/** Everything that an index of enterprises is, for a read model of this version. */
export const definition = (readModel: string, version: number) => ({
  settings: {
    number_of_shards: 1,
    // Copies as there are nodes for: none on a single one.
    auto_expand_replicas: '0-1',
    // The writer makes it visible.
    refresh_interval: '-1',
    // What matches much of the register is shown in this order, of which only the beginning is read.
    'sort.field': ['rank', 'key'],
    'sort.order': ['asc', 'asc'],
  },
  mappings: {
    dynamic: 'strict' as const,
    _meta: { platform: 'mingjian', readModel, version, definition: DEFINITION },
    // The units are only searched; names and the document are answered.
    _source: { includes: ['document', 'name', 'oldNames', 'position', 'event'] },
    properties,
  },
})
