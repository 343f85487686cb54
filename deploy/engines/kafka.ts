import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { archive, type Progress } from './archives.ts'
import { type Engine, type EngineOptions, folderOf, freePort, startEngine } from './engine.ts'
import { findJava } from './java.ts'

/** One broker that is its own controller; `url` is what KAFKA_BROKERS takes. */
export const startKafka = async (options: EngineOptions, progress: Progress = () => {}): Promise<Engine> => {
  const java = findJava()
  const classes = join(await archive('kafka', java, progress), '*')
  const folder = folderOf(options)
  const [port, controller] = [options.port ?? (await freePort()), await freePort()]
  const properties = join(folder, 'server.properties')
  writeFileSync(properties, settings(folder, port, controller))
  const command = [join(java.home, 'bin', 'java'), '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
  if (!existsSync(join(folder, 'data', 'meta.properties'))) {
    const [first = '', ...rest] = [...command, '-cp', classes, 'kafka.tools.StorageTool', 'format']
    await promisify(execFile)(first, [...rest, '-t', clusterId(folder), '-c', properties])
  }
  return startEngine({
    name: 'Kafka',
    url: `127.0.0.1:${port}`,
    folder,
    command: [...command, '-Xmx256m', QUIET, '-cp', classes, 'kafka.Kafka', properties],
    ready: () => answers(port),
  })
}

const QUIET = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'

/** 16 bytes in base64url, the same for the same folder; one that began with a hyphen would be taken for an option. */
const clusterId = (folder: string): string =>
  Buffer.from(hash('sha256', folder), 'hex').toString('base64url').replaceAll(/[-_]/g, 'a').slice(0, 22)

const settings = (folder: string, port: number, controller: number): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': false,
    // One broker holds the only copy; a small machine has few consumers.
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

/** Length, ApiVersions (18) in version 0, correlation 0, no client's name: what every broker answers first. */
const API_VERSIONS = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 0, 255, 255])

const answers = (port: number): Promise<boolean> =>
  new Promise((answered) => {
    const socket = connect(port, '127.0.0.1')
    const done = (answer: boolean) => () => {
      answered(answer)
      socket.destroy()
    }
    socket.setTimeout(2000, done(false)).once('error', done(false)).once('close', done(false)).once('data', done(true))
    socket.write(API_VERSIONS)
  })
