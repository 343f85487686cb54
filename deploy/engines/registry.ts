import { join } from 'node:path'
import { archive, type Progress } from './archives.ts'
import { type Engine, type EngineOptions, folderOf, freePort, startEngine } from './engine.ts'
import { findJava } from './java.ts'

const RUNNER = 'apicurio-registry-app-3.0.9-runner.jar'

/** Apicurio; `url` is the base of its Confluent interface, what SCHEMA_REGISTRY_URL takes. */
export const startRegistry = async (options: EngineOptions, progress: Progress = () => {}): Promise<Engine> => {
  const java = findJava()
  const home = await archive('apicurio', java, progress)
  const folder = folderOf(options)
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}/apis/ccompat/v7`
  const settings = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': port,
    'quarkus.http.access-log.enabled': false,
    'quarkus.log.console.color': false,
    // On disk, and written at once: an id that a message carries must mean the same after a crash.
    'apicurio.storage.kind': 'sql',
    'apicurio.storage.sql.kind': 'h2',
    'apicurio.datasource.url': `jdbc:h2:file:${join(folder, 'schemas')};WRITE_DELAY=0`,
  }
  return startEngine({
    name: 'Apicurio Registry',
    url,
    folder,
    command: [
      join(java.home, 'bin', 'java'),
      '-Xmx256m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      '-jar',
      join(home, RUNNER),
    ],
    ready: async () => (await fetch(`${url}/subjects`)).ok,
  })
}
