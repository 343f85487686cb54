import { setTimeout as sleep } from 'node:timers/promises'
import type { Sentence as Words } from '@mingjian/kernel'
import { Command } from 'commander'
import { loadDemo, wantsDemo } from '../demo/demo.ts'
import { moduleNames, projections } from '../modules.ts'
import { checkEngines } from '../run/broker.ts'
import { type Config, configFrom } from '../run/config.ts'
import { startEngines } from '../run/engines.ts'
import { keepUp } from '../run/keep-up.ts'
import { becomeThePlatform, openPlatform, type Platform } from '../run/platform.ts'
import { type Part, partOf, ROLES } from '../run/roles.ts'
import { type Serving, serve } from '../run/serve.ts'
import { observeLag, startTelemetry } from '../run/telemetry.ts'
import { Sentence } from './failure.ts'
import { bar, say } from './terminal.ts'

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

const folds = ({ work }: Part): boolean => work.projections.length + work.reactions.length > 0

/** Which read models other processes have yet to build before this one can answer from them. */
const building = async ({ stale, projector }: Platform): Promise<Words | undefined> => {
  if (stale.size === 0) return undefined
  const left = await projector.prepare(projections)
  stale.clear()
  for (const projection of left) stale.add(projection)
  if (left.length === 0) return undefined
  const names = left.map(({ name }) => name)
  return {
    zh: `读模型正由另一进程重建：${names.join('、')}。`,
    en: `Read models are being built by another process: ${names.join(', ')}.`,
  }
}

const greeting = (config: Config, part: Part, server: Serving | undefined): string =>
  [
    '明鉴 Mingjian 已就绪',
    ...(server === undefined
      ? []
      : [`  页面  ${server.address}/`, `  接口  ${server.address}/v1/enterprises   ${server.address}/openapi.json`]),
    `  数据  ${config.databaseUrl === undefined ? config.dataDirectory : 'DATABASE_URL'}`,
    ...(part.roles.size === ROLES.length ? [] : [`  分工  ${[...part.roles].join(', ')}`]),
    '  Ctrl-C 停止',
  ].join('\n')

/** Until somebody stops it. */
const run = async (config: Config, part: Part): Promise<void> => {
  const whole = part.roles.size === ROLES.length
  if (!whole && config.databaseUrl === undefined)
    throw new Sentence('--roles divides the work among processes on one database: set DATABASE_URL for all of them.')
  // Before anything is made that is measured.
  const telemetry = await startTelemetry(config)
  const { platform, release } = await openAlone(config)
  observeLag(platform, config.kafka)
  const stopping = Promise.withResolvers<void>()
  let stopped = false
  stopping.promise.then(() => {
    stopped = true
  })
  // Once or several times: a group is told as a whole, and its members tell each other.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.resolve())
  // The launcher is gone: nobody could stop this process any more.
  process.once('disconnect', () => stopping.resolve())
  if (process.connected === false) stopping.resolve()
  // Listening to it alone is no reason to stay.
  process.channel?.unref()
  const shown = bar()
  let ready = false
  const notReady = async (): Promise<Words | undefined> =>
    ready
      ? building(platform)
      : { zh: '平台正在启动：数据正在载入。', en: 'The platform is starting: its data is being loaded.' }
  let server: Serving | undefined
  try {
    if (config.kafka !== undefined && (part.roles.has('relay') || folds(part)))
      await checkEngines(config.kafka, platform)
    const loads = whole && (await wantsDemo(platform, config))
    if (part.roles.has('api')) {
      const demo = loads || (await platform.checkpoints.get('demo')) > 0
      const notice = demo ? '演示数据：本站企业、年报与处罚均为虚构' : undefined
      server = await serve(platform, config, { ready: notReady, notice })
    }
    const loading = (async () => {
      if (loads) {
        say('Loading the demo register of Kundulun district (first start only) …')
        await loadDemo(platform, config, shown.progress)
      }
      await platform.advance(shown.progress, part.work)
    })()
    // Stopped while it still loads, what it was doing breaks off: the next start goes on from there.
    loading.catch(() => {})
    await Promise.race([loading, stopping.promise])
    if (stopped) return
    shown.stop()
    const keeping = await keepUp(platform, config, part)
    ready = true
    say(greeting(config, part, server))
    await stopping.promise
    await keeping.stop()
  } finally {
    shown.stop()
    await server?.close()
    await release()
    await platform.close({ waitForOthers: false })
    await telemetry.stop()
  }
}

const runWithEngines = async (env: NodeJS.ProcessEnv, part: Part): Promise<void> => {
  say('Starting Kafka, the schema registry and Elasticsearch (fetched with Maven the first time) …')
  const shown = bar()
  const { dataDirectory } = configFrom({ ...env, KAFKA_BROKERS: '' })
  const engines = await startEngines(env, dataDirectory, shown.progress).finally(shown.stop)
  for (const [name, url] of Object.entries(engines.urls)) say(`  ${name}=${url}`)
  try {
    await run(configFrom({ ...env, ...engines.urls }), part)
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
  .option('--roles <roles>', `the work of this process, of ${ROLES.join(', ')} (default: all of it)`)
  .option('--only <modules>', `whose read models and reactions, of ${moduleNames.join(', ')} (default: all)`)
  .action(async ({ engines, ...options }: { engines?: true; roles?: string; only?: string }) => {
    const part = partOf(options)
    if (engines) await runWithEngines(process.env, part)
    else await run(configFrom(process.env), part)
  })
