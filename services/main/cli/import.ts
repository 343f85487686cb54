import { join } from 'node:path'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { importRows } from '../import/importer.ts'
import { openInput, rowsOf } from '../import/input.ts'
import { openRejects } from '../import/rejects.ts'
import { recordKinds } from '../modules.ts'
import { configFrom } from '../run/config.ts'
import { Sentence } from './failure.ts'
import { answer, bar, say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const positive = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError('a whole number from 1 to 10000')
  return value
}

// A person reads the first few; the count says the rest.
const WARNINGS_SHOWN = 10

export const importCommand = new Command('import')
  .description(
    '导入：take records of a kind from JSON Lines or CSV (`-`: standard input). Safe to repeat: what is there already is counted as unchanged',
  )
  .addArgument(new Argument('<kind>', 'what the records are').choices([...recordKinds.keys()]))
  .argument('<file>', 'the file, or - for standard input')
  .option('--rejects <file>', 'where rows that are not taken go (default: DATA_DIR/rejects/KIND.jsonl)')
  .option('--batch <n>', 'rows recorded together', positive, 500)
  .option('--strict', 'refuse what is otherwise a warning')
  .option('--json', 'the counts as JSON')
  .action(
    async (name: string, file: string, options: { rejects?: string; batch: number; strict?: true; json?: true }) => {
      const kind = recordKinds.get(name)
      if (kind === undefined) throw new Sentence(`${name} is no kind of record.`)
      const { dataDirectory } = configFrom(process.env)
      // Read through before the platform is touched: a file that can't be imported leaves nothing half-done.
      const input = await openInput(file, join(dataDirectory, 'scratch'))
      const shown = bar()
      let warned = 0
      try {
        const rejects = openRejects(options.rejects ?? join(dataDirectory, 'rejects', `${name}.jsonl`), input.path)
        const summary = await withPlatform((platform) =>
          importRows(platform, {
            kind,
            rows: rowsOf(input),
            cells: input.format === 'csv',
            batch: options.batch,
            strict: options.strict ?? false,
            actor: `import:${name}`,
            reject: rejects.add,
            warn: (line, fault) => {
              warned += 1
              if (warned <= WARNINGS_SHOWN) say(`line ${line}: warning ${fault.code}: ${fault.field} ${fault.message}`)
            },
            progress: ({ read }) => shown.progress(`导入 ${name}`, read, input.rows),
          }),
        ).finally(rejects.close)
        shown.stop()
        if (warned > WARNINGS_SHOWN) say(`… and ${warned - WARNINGS_SHOWN} more warnings.`)
        if (summary.rejected > 0)
          say(`${summary.rejected} rows were not taken; they are in ${rejects.path} with the reason of each.`)
        const { read, accepted, changed, unchanged, rejected, warnings } = summary
        answer(
          options.json
            ? JSON.stringify(summary)
            : `读取 ${read}，新增 ${accepted}，变更 ${changed}，未变 ${unchanged}，拒收 ${rejected}，警告 ${warnings}`,
        )
        if (rejected > 0) process.exitCode = 2
      } finally {
        shown.stop()
        input.dispose()
      }
    },
  )
