import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { GenericContainer, type StartedTestContainer, Wait, type WaitStrategy } from 'testcontainers'
import { freePort } from '../deploy/engines/engine.ts'
import type { EngineKind } from './engines.ts'
import { patience } from './patience.ts'

/** An engine in a container: the image that docker-compose.yml names, and how it is run for tests. */
interface Contained {
  readonly image: string
  readonly port: number
  readonly environment: (hostPort: number) => Readonly<Record<string, string>>
  readonly url: (hostPort: number) => string
  readonly ready: WaitStrategy
}

const CONTAINED: Readonly<Record<EngineKind, Contained>> = {
  kafka: {
    image: 'apache/kafka:4.4.0',
    port: 9092,
    // A broker tells its clients where it is, so its port is known before it starts.
    environment: (hostPort) => ({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${hostPort}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_LOG_DIRS: '/tmp/kafka',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      CLUSTER_ID: 'bWluZ2ppYW4tY29tcG9zZQ',
    }),
    url: (hostPort) => `127.0.0.1:${hostPort}`,
    ready: Wait.forListeningPorts(),
  },
  registry: {
    image: 'apicurio/apicurio-registry:3.0.9',
    port: 8080,
    environment: () => ({}),
    url: (hostPort) => `http://127.0.0.1:${hostPort}/apis/ccompat/v7`,
    ready: Wait.forHttp('/apis/ccompat/v7/subjects', 8080),
  },
  elasticsearch: {
    image: 'elasticsearch:9.5.3',
    port: 9200,
    environment: () => ({
      'discovery.type': 'single-node',
      'xpack.security.enabled': 'false',
      'action.auto_create_index': 'false',
      'cluster.routing.allocation.disk.threshold_enabled': 'false',
      ES_JAVA_OPTS: '-Xms512m -Xmx512m',
    }),
    url: (hostPort) => `http://127.0.0.1:${hostPort}`,
    ready: Wait.forHttp('/_cluster/health', 9200),
  },
}

/** The engine in a container of its own, where a Docker engine runs that has the image; nothing is pulled. */
export const containedEngine = async (
  kind: EngineKind,
): Promise<{ readonly url: string; readonly image: string; stop(): Promise<void> } | undefined> => {
  const { image, port, environment, url, ready } = CONTAINED[kind]
  const isThere = await promisify(execFile)('docker', ['image', 'inspect', image]).then(
    () => true,
    () => false,
  )
  if (!isThere) return undefined
  // The container that cleans up after testcontainers would have to be pulled; who starts one here stops it.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true'
  const host = await freePort()
  const starting: Promise<StartedTestContainer> = new GenericContainer(image)
    .withEnvironment({ ...environment(host) })
    .withExposedPorts({ container: port, host })
    .withWaitStrategy(ready)
    .withStartupTimeout(patience(60))
    .start()
  const container = await starting.catch((error: Error) => {
    console.error(`${kind}: a container of ${image} did not start (${error.message})`)
    return undefined
  })
  if (container === undefined) return undefined
  const stop = async (): Promise<void> => {
    await container.stop()
  }
  return { image, url: url(host), stop }
}
