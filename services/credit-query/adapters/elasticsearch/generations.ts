import type { Client } from '@elastic/elasticsearch'
import { UnusableData } from '@mingjian/kernel/adapters'
import { answered, STANDING } from './connection.ts'
import { definition } from './definition.ts'

export interface ReadModelVersion {
  readonly name: string
  readonly version: number
}

/** A reader that has found an index of the generation before may still be reading it. */
const GRACE_MS = 2000

/** The generations of an index: one behind the alias, perhaps another that is being built beside it. */
export interface Generations {
  /** The index behind the alias, if it is of this version; refuses one that isn't the platform's. */
  current(): Promise<string | undefined>
  /** A new index behind no alias; those of broken-off builds are removed. */
  begin(): Promise<string>
  /** Puts it in the place of the one before. */
  switchTo(index: string): Promise<void>
}

export const generations = (client: Client, alias: string, { name, version }: ReadModelVersion): Generations => {
  const wanted = definition(name, version)
  /** Every index of this name with what it says of itself. */
  const all = async () =>
    Object.entries(
      await answered(() => client.indices.get({ index: [alias, `${alias}-*`], ignore_unavailable: true }, STANDING)),
    ).map(([index, { aliases = {}, mappings = {} }]) => ({ index, mappings, serves: alias in aliases }))

  const refuse = (index: string): never => {
    throw new UnusableData(
      `The index ${index} of ELASTICSEARCH_URL is not one of Mingjian's (its mapping is another): choose another name with ELASTICSEARCH_INDEX, or remove it.`,
    )
  }

  return {
    current: async () => {
      for (const { index, mappings, serves } of await all()) {
        if (!serves && index !== alias) continue
        const { _meta: own, properties } = wanted.mappings
        if (index === alias || mappings._meta?.platform !== own.platform) refuse(index)
        if (!isSame(mappings._meta, own)) return undefined
        if (!isSame(mappings.properties, properties)) refuse(index)
        return index
      }
      return undefined
    },

    begin: async () => {
      for (const { index, serves } of await all())
        if (!serves && index !== alias) await answered(() => client.indices.delete({ index, ignore_unavailable: true }))
      await answered(() =>
        client.indices.putIndexTemplate({
          name: alias,
          index_patterns: [`${alias}-*`],
          version,
          _meta: wanted.mappings._meta,
          template: wanted,
        }),
      )
      const index = `${alias}-${version}-${Date.now().toString(36)}`
      await answered(() => client.indices.create({ index }))
      return index
    },

    switchTo: async (index) => {
      const before = (await all()).filter(({ serves }) => serves)
      await answered(() =>
        client.indices.updateAliases({
          actions: [...before.map((old) => ({ remove: { index: old.index, alias } })), { add: { index, alias } }],
        }),
      )
      if (before.length === 0) return
      await new Promise((resolve) => setTimeout(resolve, GRACE_MS))
      const left = before.map((old) => old.index)
      await answered(() => client.indices.delete({ index: left, ignore_unavailable: true }))
    },
  }
}

/** Whether a mapping has everything that is wanted, as it is wanted; the server may add what is its default. */
const isSame = (found: unknown, wanted: unknown): boolean => {
  if (typeof wanted !== 'object' || wanted === null) return found === wanted
  if (typeof found !== 'object' || found === null) return false
  return Object.entries(wanted).every(([name, value]) => isSame((found as Record<string, unknown>)[name], value))
}
