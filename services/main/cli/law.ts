import { readFileSync } from 'node:fs'
import { nothingSet, type SettingSource, settingStreams, settingsFor, valuesAfter } from '@mingjian/law'
import { Command } from 'commander'
import { lawCheck, lawEval, lawList, lawSettings, type Output } from '../law.ts'
import { Sentence } from './failure.ts'
import { civilDate } from './sweep.ts'
import { answer } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const tell = ({ text, exitCode }: Output): void => {
  answer(text)
  process.exitCode = exitCode
}

/** Read from the log itself, so that an answer never lags behind what was set. */
const settingsOf = (authority: string | undefined): Promise<SettingSource> | undefined =>
  authority === undefined
    ? undefined
    : withPlatform(async ({ log }) => {
        const streams = await log.readStreams(settingStreams(authority))
        return settingsFor([...streams.values()].flat().reduce(valuesAfter, nothingSet), authority)
      })

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
      .option('--authority <name>', 'with the settings in force for this authority, from the platform’s log')
      .option('--json', 'as JSON, as always')
      .action(async (rule: string, options: { given: string; on?: string; authority?: string }) =>
        tell(lawEval(rule, options.given, options.on, await settingsOf(options.authority))),
      ),
  )
  .addCommand(
    new Command('settings')
      .description('设定事项：values that an authority sets or corrects, with their days and what they rest on')
      .option('--authority <name>', 'those in force for this authority, from the platform’s log; without it as shipped')
      .option('--json', 'as JSON')
      .action(async (options: { authority?: string; json?: true }) =>
        tell(lawSettings(options.json ?? false, await settingsOf(options.authority))),
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
