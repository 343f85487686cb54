import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** Names of the metrics in what Prometheus was told. */
export const metricsIn = (scraped: string): ReadonlySet<string> =>
  new Set([...scraped.matchAll(/^([a-z_]+)(?:\{| )/gm)].map(([, name]) => name ?? ''))

/** Metrics of the platform that the files of a folder ask for, those aside that a rule of these files records. */
export const namedIn = (folder: string): readonly string[] => {
  const texts = globSync(`${folder}/**/*.{json,yaml}`, { cwd: root, exclude: ['**/node_modules/**'] }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  )
  const recorded = new Set(texts.flatMap((text) => [...text.matchAll(/record: (\w+)/g)].map(([, name]) => name ?? '')))
  const named = texts.flatMap((text) => [...text.matchAll(/\bmingjian_[a-z_]+/g)].map(([name]) => name))
  return [...new Set(named)].filter((name) => !recorded.has(name))
}
