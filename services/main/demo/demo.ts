import { addDays, yearOf } from '@mingjian/codes'
import { refusalIn } from '@mingjian/kernel'
import { Sentence } from '../cli/failure.ts'
import { importRows } from '../import/importer.ts'
import type { InputRow } from '../import/input.ts'
import { recordKinds } from '../modules.ts'
import type { Config } from '../run/config.ts'
import type { Platform, Progress } from '../run/platform.ts'
import { rehearsed } from '../run/rehearsal.ts'
import { sweepDeadlines } from '../run/sweep.ts'
import { AUTHORITY } from './enterprise.ts'
import { demoEnterprises, demoInspectors, demoPenalties, demoReports } from './register.ts'
import { demoVisits } from './visit.ts'

const STATE = 'demo'
const BEGUN = 1
const LOADED = 2

/** Whether the demo register is still to be loaded: into an empty log, or where loading it was broken off. */
export const wantsDemo = async ({ log, checkpoints }: Platform, { demo }: Pick<Config, 'demo'>): Promise<boolean> => {
  if (!demo) return false
  const state = await checkpoints.get(STATE)
  return state === BEGUN || (state === 0 && (await log.head()) === 0)
}

async function* rows(records: Iterable<unknown>): AsyncGenerator<readonly InputRow[]> {
  let line = 0
  for (const value of records) {
    line += 1
    yield [{ line, value }]
  }
}

/** The demo register goes the way of real data: import, deadlines, checks with their results, a rehearsed draw. Broken off, it goes on at the next start. */
export const loadDemo = async (platform: Platform, config: Config, progress: Progress): Promise<void> => {
  await platform.checkpoints.set([STATE], BEGUN)
  const files: readonly (readonly [string, Iterable<unknown>])[] = [
    ['enterprises', demoEnterprises()],
    ['annual-reports', demoReports()],
    ['penalties', demoPenalties()],
    ['inspectors', demoInspectors()],
  ]
  for (const [name, records] of files) {
    const kind = recordKinds.get(name)
    if (kind === undefined) throw new Sentence(`${name} is no kind of record.`)
    await importRows(platform, {
      kind,
      rows: rows(records),
      cells: false,
      batch: 1000,
      strict: true,
      actor: 'import:demo',
      reject: ({ line, message }) => {
        throw new Sentence(`The demo register's ${name} ${line} is not lawful: ${message}`)
      },
      warn: () => {},
      progress: ({ read }) => progress(`演示数据 ${name}`, read),
    })
  }
  const today = platform.clock.today()
  await sweepDeadlines(platform, today, { begin: true, firstReportYear: config.firstReportYear }, progress)
  await platform.catchUp(progress)
  const year = yearOf(today)
  const plan = {
    id: `demo-${year}-annual-reports`,
    name: `${year}年度年报公示信息双随机抽查（演练）`,
    year,
    scope: { district: '150203', filedReportFor: year - 1 },
    strata: [
      { name: '经营异常', list: 'abnormal', rate: '1/10' },
      { name: '一般', rate: '3/100' },
    ],
    floor: '3/100',
    inspectorsPerObject: 2,
    window: { from: addDays(today, 7), to: addDays(today, 37) },
    publicSource: { name: '演练：固定值', at: `${today}T09:00:00+08:00` },
  }
  const nonces = ['1', '2'].map((digit) => digit.repeat(64))
  const carriedOut = await platform.handler.handleAll(
    demoVisits(platform.clock.now(), today)
      .map((command) => ({ command, actor: 'import:demo', authority: AUTHORITY }))
      .toArray(),
  )
  const refusal = carriedOut.map(refusalIn).find((found) => found !== undefined)
  if (refusal !== undefined) throw new Sentence(`A check of the demo register is not lawful: ${refusal.text.en}`)
  await rehearsed(platform, { plan, nonces, publicValue: `demo ${year}`, key: '0'.repeat(64), actor: 'import:demo' })
  await platform.catchUp(progress)
  await platform.checkpoints.set([STATE], LOADED)
}
