import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import { type Config, configFrom } from '../config.ts'
import { loadDemo, wantsDemo } from '../demo.ts'
import { startEngines } from '../engines.ts'
import { Sentence } from '../failure.ts'
import { followLog } from '../follow-log.ts'
import { keepUp } from '../keep-up.ts'
import { becomeThePlatform, openPlatform, type Platform } from '../platform.ts'
import { serve } from '../serve.ts'
import { bar, say } from '../terminal.ts'

/** The platform of an embedded server belongs to one process; a short command that happens to run it is waited for. */
const openAlone = async (
  config: Config,
): Promise<{ readonly platform: Platform; readonly release: () => Promise<void> }> => {
  for (let waited = false; ; waited = true) {
    const platform = await openPlatform(config)
    if (config.databaseUrl !== undefined) return { platform, release: async () => {} }
    const alone = await becomeThePlatform(platform)
    if (alone.granted && platform.ownsServer) return { platform, release: alone.release }
    await alone.release()
    await platform.close()
    if (!alone.granted) {
      throw new Sentence(
        `Mingjian already runs on this data (${config.dataDirectory}): stop it first, or start this one with another DATA_DIR.`,
      )
    }
    if (!waited) say('Another mingjian command uses this data: waiting until it is done …')
    await sleep(500)
  }
}

/** Until somebody stops it. */
const run = async (config: Config): Promise<void> => {
  const { platform, release } = await openAlone(config)
  const stopping = Promise.withResolvers<void>()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.resolve())
  // The launcher is gone: nobody could stop this process any more.
  process.once('disconnect', () => stopping.resolve())
  if (process.connected === false) stopping.resolve()
  // Listening to it alone is no reason to stay.
  process.channel?.unref()
  let ready = false
  const notReady = async (): Promise<string | undefined> =>
    ready ? undefined : 'The platform is starting: its data is being loaded.'
  const demo = await platform.checkpoints.get('demo')
  const notice = demo > 0 || (await wantsDemo(platform, config)) ? '演示数据：本站企业、年报与处罚均为虚构' : undefined
  const server = await serve(platform, config, { ready: notReady, notice }).catch(async (error: unknown) => {
    await release()
    await platform.close({ waitForOthers: false })
    throw error
  })
  const shown = bar()
  const starting = (async () => {
    if (await wantsDemo(platform, config)) {
      say('Loading the demo register of Kundulun district (first start only) …')
      await loadDemo(platform, config, shown.progress)
    }
    await platform.catchUp(shown.progress)
    shown.stop()
    ready = true
    say(
      `明鉴 Mingjian 已就绪\n  页面  ${server.address}/\n  接口  ${server.address}/v1/enterprises   ${server.address}/openapi.json\n  数据  ${config.databaseUrl === undefined ? config.dataDirectory : 'DATABASE_URL'}\n  Ctrl-C 停止`,
    )
    const [kept, entered] = await Promise.all([keepUp(platform, config), followLog(platform, config.logWitnesses)])
    return { stop: () => Promise.all([kept.stop(), entered.stop()]) }
  })()
  // Stopped while it still starts, what it was doing breaks off: the next start goes on from there.
  starting.catch(() => {})
  try {
    const running = await Promise.race([starting, stopping.promise])
    await stopping.promise
    await running?.stop()
  } finally {
    shown.stop()
    await server.close()
    await release()
    await platform.close({ waitForOthers: false })
  }
}

const runWithEngines = async (env: NodeJS.ProcessEnv): Promise<void> => {
  say('Starting Kafka, the schema registry and Elasticsearch (fetched with Maven the first time) …')
  const shown = bar()
  const engines = await startEngines(env, configFrom(env).dataDirectory, shown.progress).finally(shown.stop)
  for (const [name, url] of Object.entries(engines.urls)) say(`  ${name}=${url}`)
  try {
    await run(configFrom({ ...env, ...engines.urls }))
  } finally {
    await engines.stop()
  }
}

export const startCommand = new Command('start')
  .description('启动：run the platform; on the first run the demo register is loaded (DEMO=0: not)')
  .option(
    '--engines',
    'with Kafka, a schema registry and Elasticsearch of its own, which need Java 17 and, once, Maven',
  )
  .action(({ engines }: { engines?: true }) => (engines ? runWithEngines(process.env) : run(configFrom(process.env))))
