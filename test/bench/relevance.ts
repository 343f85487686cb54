import { partsOf } from '@mingjian/credit-query/search/spelling'
import { analyse } from '@mingjian/credit-query/search/text'
import type { Report } from './measure.ts'
import { elasticsearchEngine, enterpriseAt, type Filled, postgresEngine } from './search-engines.ts'
import { type Dice, diceOf, withTypo } from './search-queries.ts'

const ENTERPRISES = 100_000
const QUERIES = 300
const SHOWN = 10

interface Known {
  readonly uscc: string
  readonly name: string
  readonly oldName: string | undefined
}

/** A name's place without 市, 区, 自治区; its root and trade; nothing of its form. */
const shortened = (name: string): { readonly place: string; readonly core: string } => {
  const { place, core } = partsOf([...name.replace(/（个体工商户）$/, '')])
  const [first = ''] = place.join('').split(/(?<=市|区|旗|县)/)
  return { place: first.replace(/(自治区|市|区|旗|县)$/, ''), core: core.join('') }
}

const read = (text: string): readonly string[] => analyse(text).readings.flatMap((all) => all.slice(0, 1))

/** A part with what tells the enterprise apart. */
const part = (dice: Dice, name: string): string => {
  const { core } = shortened(name)
  const characters = [...core]
  const length = Math.min(characters.length, 4 + dice(2))
  return characters.slice(0, length).join('')
}

/** What people type who mean one enterprise. Where others are called the same way, the one meant can't always be first. */
const KINDS: Readonly<Record<string, (dice: Dice, known: Known) => string | undefined>> = {
  '全称 full name': (_, { name }) => name,
  '部分 part': (dice, { name }) => part(dice, name),
  '字号 its first two characters': (_, { name }) => [...shortened(name).core].slice(0, 2).join(''),
  '简称 place and root': (_, { name }) => shortened(name).place + shortened(name).core,
  '简称 root and 公司': (_, { name }) =>
    name.endsWith('公司') ? `${[...shortened(name).core].slice(0, 4).join('')}公司` : undefined,
  '简称 first of the place, root': (_, { name }) => shortened(name).place.slice(0, 1) + part(() => 0, name),
  '拼音 pinyin': (_, { name }) => read(shortened(name).core).join(''),
  '拼音 pinyin, words apart': (_, { name }) =>
    [read(shortened(name).place).join(''), read(shortened(name).core).join('')].join(' ').trim(),
  '首字母 initials': (_, { name }) =>
    read(shortened(name).core)
      .map((one) => one.charAt(0))
      .join(''),
  '错字 typo in a part': (dice, { name }) => withTypo(dice, part(dice, name)),
  '错字 typo in the full name': (dice, { name }) => withTypo(dice, name),
  '代码 code': (_, { uscc }) => uscc,
  '代码 code, beginning': (_, { uscc }) => uscc.slice(0, 15),
  '旧名称 old name': (_, { oldName }) => oldName,
}

const share = (count: number, of: number): number => Math.round((count / of) * 1000) / 1000

/** Of so many queries of a kind: how many have the enterprise that is meant first, and among the first ten. */
const recalls = async (
  { search }: Filled,
  query: (dice: Dice, known: Known) => string | undefined,
  known: readonly Known[],
): Promise<{ readonly queries: number; readonly at1: number; readonly at10: number }> => {
  const dice = diceOf(17)
  let [queries, at1, at10] = [0, 0, 0]
  for (const meant of known) {
    if (queries === QUERIES) break
    const q = query(dice, meant)
    if (q === undefined) continue
    const page = await search.find({ q, limit: SHOWN })
    if (page === 'unknown-cursor') throw new Error(`${q} has no first page`)
    const place = page.hits.findIndex(({ key }) => key === meant.uscc)
    queries += 1
    if (place === 0) at1 += 1
    if (place >= 0) at10 += 1
  }
  return { queries, at1: share(at1, queries), at10: share(at10, queries) }
}

/** Whether those who mean one enterprise of a register find it, by the way in which they look for it, on both engines. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const known: Known[] = []
  const enterprises = function* () {
    for (let index = 0; index < ENTERPRISES; index += 1) yield enterpriseAt(index)
  }
  // Every twentieth has an old name.
  for (let index = 0; index < ENTERPRISES; index += 10) {
    const { uscc, name, oldNames } = enterpriseAt(index)
    known.push({ uscc, name, oldName: oldNames[0] })
  }
  const figures = new Map<string, Record<string, string | number>>()
  for (const open of [postgresEngine, elasticsearchEngine]) {
    const engine = await open()
    const filled = await engine.fill(enterprises())
    for (const [kind, query] of Object.entries(KINDS)) {
      const { queries, at1, at10 } = await recalls(filled, query, known)
      figures.set(kind, {
        ...(figures.get(kind) ?? { kind, queries }),
        [`${engine.name} @1`]: at1,
        [`${engine.name} @10`]: at10,
      })
      say(`${engine.name}  ${kind.padEnd(28)} @1 ${at1}  @10 ${at10}  of ${queries}`)
    }
    await filled.drop()
    await engine.stop()
  }
  return { name: 'relevance', unit: 'share of queries', rows: [...figures.values()], goals: [] }
}
