// npm run bench [-- NAME …]: each benchmark beside its peers in the same run; a table here, JSON in DATA_DIR/bench/.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Report } from './measure.ts'
import { memoryAccess } from './memory.ts'

const names = [
  'append',
  'import',
  'sweep',
  'deadlines',
  'law',
  'rebuild',
  'query',
  'search',
  'relevance',
  'draw',
  'verify',
  'log',
  'kafka',
]
const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !names.includes(name))
if (unknown !== undefined) {
  console.error(`There is no benchmark ${unknown}: there are ${names.join(', ')}.`)
  process.exit(1)
}

const folder = join(process.env.DATA_DIR || '.mingjian', 'bench')
mkdirSync(folder, { recursive: true })
const hardware = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
for (const name of chosen.length === 0 ? names : chosen) {
  const memoryNs = memoryAccess()
  console.log(`\n${name} (${hardware}; an access to memory takes ${memoryNs} ns)`)
  const { run } = (await import(`./${name}.ts`)) as { run: (say: (line: string) => void) => Promise<Report> }
  const report = await run((line) => console.error(`  ${line}`))
  console.table(report.rows)
  for (const { goal, ratio, ...bound } of report.goals) {
    const held = 'atLeast' in bound ? ratio >= bound.atLeast : ratio <= bound.atMost
    console.log(
      `${held ? 'ok  ' : 'MISS'} ${goal}: ${ratio.toFixed(2)} (${'atLeast' in bound ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`})`,
    )
  }
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ on: new Date().toISOString(), hardware, memoryNs, ...report }, null, 2)}\n`,
  )
}
