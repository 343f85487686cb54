import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { configFrom } from '@mingjian/main/run/config'
import { partOf } from '@mingjian/main/run/roles'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'

// biome-ignore lint/suspicious/noExplicitAny: files as they are read
type Any = any
const root = join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true }) as Any
const manifests = globSync('deploy/kubernetes/**/*.yaml', { cwd: root })
const documents = (file: string): Any[] => parseAllDocuments(read(file)).map((document) => document.toJS())

/** What the platform asks its environment for. */
const asked = (): ReadonlySet<string | symbol> => {
  const names = new Set<string | symbol>()
  const given: NodeJS.ProcessEnv = {
    KAFKA_BROKERS: 'kafka:9092',
    SCHEMA_REGISTRY_URL: 'http://registry',
    ELASTICSEARCH_URL: 'http://elasticsearch:9200',
  }
  configFrom(
    new Proxy(given, {
      get: (target, name) => {
        names.add(name)
        return Reflect.get(target, name)
      },
    }),
  )
  return names
}
const rolesIn = (command: readonly string[]): string | undefined =>
  command.find((word) => word.startsWith('--roles='))?.slice('--roles='.length)

describe('docker-compose.yml', () => {
  const apps = Object.entries<Any>(compose.services).filter(([, { image }]) => image.startsWith('mingjian:'))

  test('gives the platform what it asks for, under names that it knows', () => {
    for (const [service, { environment }] of apps)
      expect(
        Object.keys(environment).filter((name) => !asked().has(name)),
        service,
      ).toEqual([])
  })

  test('lets nothing of the platform write but to memory, nor be more than its user', () => {
    for (const [service, app] of apps) {
      expect(app.read_only, service).toBe(true)
      expect(app.cap_drop, service).toEqual(['ALL'])
      expect(app.ulimits, service).toBeUndefined()
    }
    expect(read('deploy/Dockerfile')).toMatch(/^USER node$/m)
  })

  test('splits the whole of the work among processes, two of each', () => {
    const split = apps.filter(([, { profiles }]) => profiles.includes('split'))
    const roles = split.flatMap(([, { command }]) => [...partOf({ roles: rolesIn(command) ?? '' }).roles])
    expect(new Set(roles)).toEqual(partOf({}).roles)
    expect(split.every(([, { deploy }]) => deploy.replicas === 2)).toBe(true)
    expect(apps.filter(([, { profiles }]) => profiles.includes('default')).map(([name]) => name)).toEqual(['app'])
  })
})

describe('the manifests of Kubernetes', () => {
  test('name files that exist', () => {
    for (const file of manifests.filter((name) => name.endsWith('kustomization.yaml'))) {
      const [{ resources = [], configMapGenerator = [] }] = documents(file) as [Any]
      const files = configMapGenerator.flatMap(({ files }: Any) =>
        files.map((entry: string) => entry.split('=').at(-1)),
      )
      for (const name of [...resources, ...files])
        expect(existsSync(join(root, dirname(file), name)), `${file}: ${name}`).toBe(true)
    }
  })

  test('run the same images as the compose file, without a root, and leave no work undone', () => {
    const deployments = manifests.flatMap(documents).filter(({ kind }) => kind === 'Deployment')
    const images = new Set(Object.values<Any>(compose.services).map(({ image }) => image))
    const roles = new Set<string>()
    for (const { metadata, spec } of deployments) {
      const { containers, securityContext } = spec.template.spec
      expect(securityContext.runAsNonRoot, metadata.name).toBe(true)
      for (const { image, args = [], env = [] } of containers) {
        expect(images, metadata.name).toContain(image)
        const own = rolesIn(args)
        if (own === undefined) continue
        for (const role of partOf({ roles: own }).roles) roles.add(role)
        expect(
          env.map(({ name }: Any) => name).filter((name: string) => !asked().has(name)),
          metadata.name,
        ).toEqual([])
      }
    }
    expect(roles).toEqual(partOf({}).roles)
    const [config] = documents('deploy/kubernetes/base/config.yaml')
    expect(Object.keys(config.data).filter((name) => !asked().has(name))).toEqual([])
  })

  test('scale what is there', () => {
    const all = manifests.flatMap(documents)
    const names = new Set(all.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name))
    const scaled = all.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
    expect(scaled.length).toBeGreaterThan(0)
    for (const { spec } of scaled) expect(names).toContain(spec.scaleTargetRef.name)
  })
})
