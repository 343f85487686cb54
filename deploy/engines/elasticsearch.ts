import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { notAsRoot } from '@mingjian/kernel/adapters'
import { archive, type Progress } from './archives.ts'
import { type Engine, type EngineOptions, folderOf, freePort, startEngine } from './engine.ts'
import { findJava } from './java.ts'

/** From this Java on the newer server runs. */
const NEWER = 21

/** One node; `url` is what ELASTICSEARCH_URL takes. */
export const startElasticsearch = async (
  { heap = '512m', ...options }: EngineOptions & { readonly heap?: string },
  progress: Progress = () => {},
): Promise<Engine> => {
  const java = findJava()
  const unpacked = await archive(java.major >= NEWER ? 'elasticsearch-9' : 'elasticsearch-8', java, progress)
  const version = readdirSync(unpacked).find((name) => name.startsWith('elasticsearch-')) ?? ''
  const folder = folderOf(options)
  const { prefix, id } = notAsRoot()
  const home = id === undefined ? join(unpacked, version) : readableCopy(join(unpacked, version))
  const port = options.port ?? (await freePort())
  const configuration = configure(home, folder, port, await freePort(), heap)
  if (id !== undefined) execFileSync('chown', ['-R', `${id}:${id}`, folder])
  const url = `http://127.0.0.1:${port}`
  return startEngine({
    name: 'Elasticsearch',
    url,
    folder,
    ...(id === undefined ? {} : { id }),
    // Its own script: how the server is launched differs from one version to the next.
    command: [...prefix, 'bash', join(home, 'bin', 'elasticsearch')],
    env: {
      ES_JAVA_HOME: java.home,
      JAVA_HOME: java.home,
      ES_PATH_CONF: configuration,
      ES_TMPDIR: join(folder, 'tmp'),
      CLI_JAVA_OPTS: '-Xmx64m',
    },
    cwd: home,
    ready: async () => (await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`)).ok,
  })
}

/** For `nobody`, who can't read this user's folders. */
const readableCopy = (home: string): string => {
  const copy = join(tmpdir(), `mingjian-${basename(home)}`)
  if (!existsSync(copy)) {
    cpSync(home, `${copy}.new`, { recursive: true })
    renameSync(`${copy}.new`, copy)
  }
  return copy
}

/** The archive's own configuration with a small heap, loopback addresses and data in this folder. */
const configure = (home: string, folder: string, port: number, transport: number, heap: string): string => {
  const configuration = join(folder, 'config')
  rmSync(configuration, { recursive: true, force: true })
  cpSync(join(home, 'config'), configuration, { recursive: true })
  mkdirSync(join(folder, 'tmp'), { recursive: true })
  const options = join(configuration, 'jvm.options')
  const kept = readFileSync(options, 'utf8').replace(/^.*(UseG1GC|HeapDump|ErrorFile|Xlog).*$/gm, '')
  writeFileSync(
    options,
    `${kept}\n-Xms${heap}\n-Xmx${heap}\n-XX:+UseSerialGC\n-XX:ErrorFile=${join(folder, 'crash')}\n`,
  )
  const settings = {
    'cluster.name': 'mingjian',
    'node.name': 'one',
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': transport,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    'xpack.security.enabled': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'action.auto_create_index': false,
    // This collector keeps garbage until it needs the room, which is no reason to refuse a request.
    'indices.breaker.total.use_real_memory': false,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  writeFileSync(join(configuration, 'elasticsearch.yml'), lines.join(''))
  return configuration
}
