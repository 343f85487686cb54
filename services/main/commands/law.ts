import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { Sentence } from '../failure.ts'
import { lawCheck, lawEval, lawList, type Output } from '../law.ts'
import { answer } from '../terminal.ts'
import { civilDate } from './sweep.ts'

const tell = ({ text, exitCode }: Output): void => {
  answer(text)
  process.exitCode = exitCode
}

export const lawCommand = new Command('law')
  .description('法律规则：the rules as data, with their provisions')
  .addCommand(
    new Command('list')
      .description('规则目录：every rule, its question and its provisions')
      .option('--json', 'as JSON')
      .action((options: { json?: true }) => tell(lawList(options.json ?? false))),
  )
  .addCommand(
    new Command('eval')
      .description('适用规则：what a rule answers to given facts')
      .argument('<rule>', 'its name')
      .requiredOption('--given <json>', 'the facts')
      .option('--on <date>', 'the day of the wording, where the facts have none', civilDate)
      .option('--json', 'as JSON, as always')
      .action((rule: string, options: { given: string; on?: string }) =>
        tell(lawEval(rule, options.given, options.on)),
      ),
  )
  .addCommand(
    new Command('check')
      .description('核对案例：a file of worked cases')
      .argument('<file>', 'a JSON array of cases')
      .option('--json', 'as JSON')
      .action((file: string, options: { json?: true }) => {
        let content: string
        try {
          content = readFileSync(file, 'utf8')
        } catch (error) {
          throw new Sentence(`${file} can't be read: ${(error as NodeJS.ErrnoException).code}`)
        }
        tell(lawCheck(content, options.json ?? false))
      }),
  )
