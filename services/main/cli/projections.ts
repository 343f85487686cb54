import { Argument, Command } from 'commander'
import { projections } from '../modules.ts'
import { lagOf } from '../run/lag.ts'
import { Sentence } from './failure.ts'
import { answer, bar } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const names = projections.map(({ name }) => name)
const named = (name: string) => {
  const projection = projections.find((candidate) => candidate.name === name)
  if (projection === undefined) throw new Sentence(`There is no read model ${name}: there are ${names.join(', ')}.`)
  return projection
}

const rebuild = new Command('rebuild')
  .description('重建：rebuild a read model (or all) from the log beside the one in use, and switch')
  .addArgument(new Argument('[name]', 'the read model').choices(names))
  .option('--json', 'the result as JSON')
  .action(async (name: string | undefined, options: { json?: true }) => {
    const shown = bar()
    const chosen = name === undefined ? projections : [named(name)]
    await withPlatform(async ({ projector, log }) => {
      const head = await log.head()
      for (const projection of chosen)
        await projector.rebuild(projection, (events) => shown.progress(projection.name, events, head))
    }).finally(shown.stop)
    answer(
      options.json
        ? JSON.stringify({ rebuilt: chosen.map((projection) => projection.name) })
        : `已重建 ${chosen.map((projection) => projection.name).join('、')}`,
    )
  })

const lag = new Command('lag')
  .description('滞后：how far each read model, reaction and topic is behind the log, in events and in seconds')
  .option('--json', 'the result as JSON')
  .action(async (options: { json?: true }) => {
    const lags = await withPlatform((platform, { kafka }) => lagOf(platform, kafka))
    answer(
      options.json
        ? JSON.stringify(Object.fromEntries(lags.map(({ consumer, ...behind }) => [consumer, behind])))
        : lags
            .map(
              ({ consumer, events, seconds }) =>
                `${String(events).padStart(9)}  ${String(seconds).padStart(7)} s  ${consumer}`,
            )
            .join('\n'),
    )
  })

const deadLetters = new Command('dead-letters')
  .description(
    '死信：documents that an event could not be folded into, and commands that were refused to an automatic actor',
  )
  .addArgument(new Argument('[action]', 'what to do').choices(['list', 'retry', 'drop']).default('list'))
  .argument('[consumer]', 'the read model or reaction')
  .argument('[key]', 'the subject')
  .option('--json', 'the result as JSON')
  .action(async (action: string, consumer: string | undefined, key: string | undefined, options: { json?: true }) => {
    await withPlatform(async ({ projector }) => {
      const letters = (await projector.deadLetters()).filter(
        (letter) =>
          (consumer === undefined || letter.consumer === consumer) && (key === undefined || letter.key === key),
      )
      const done = []
      for (const letter of letters) {
        if (action === 'drop') await projector.drop(letter.consumer, letter.key)
        // A reaction's refusal is settled by putting its ground right; only a document can be folded again.
        const retried =
          action === 'retry' &&
          names.includes(letter.consumer) &&
          (await projector.retry(named(letter.consumer), letter.key))
        done.push({ ...letter, ...(action === 'list' ? {} : { settled: action === 'drop' || retried }) })
      }
      answer(
        options.json
          ? done.map((letter) => JSON.stringify(letter)).join('\n')
          : done
              .map(({ consumer, key, position, reason }) => `${consumer}  ${key}  @${position}  ${reason}`)
              .join('\n') || '无',
      )
    })
  })

export const projectionCommands = [rebuild, lag, deadLetters]
