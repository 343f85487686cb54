import type { Issued, PublicLogStore, TilePlace } from './store.ts'
import { ENTRIES, firstOfBundle, HASH, spanOf, tilePath, WIDTH, widthIn } from './tree/tile.ts'

const TOGETHER = 32

/** A tile or bundle as wide as asked for; undefined where it isn't that wide yet. */
export const tileOf = async (
  { tiles }: Pick<PublicLogStore, 'tiles'>,
  place: TilePlace,
  width: number,
): Promise<Uint8Array | undefined> => {
  const [bytes] = await tiles([place])
  return bytes === undefined ? undefined : narrowed(place, bytes, width)
}

const narrowed = ({ level }: TilePlace, bytes: Uint8Array, width: number): Uint8Array | undefined => {
  if (level !== ENTRIES) return bytes.length < width * HASH ? undefined : bytes.subarray(0, width * HASH)
  try {
    return firstOfBundle(bytes, width)
  } catch {
    return undefined
  }
}

/** Every file of the log that a checkpoint signs but the checkpoint itself, by path. Constant memory. */
export async function* filesOf(
  store: Pick<PublicLogStore, 'tiles'>,
  { size }: Pick<Issued, 'size'>,
): AsyncGenerator<{ readonly path: string; readonly bytes: Uint8Array }> {
  for (let level = ENTRIES; spanOf(Math.max(level, 0)) <= size; level += 1) {
    const count = Math.ceil(Math.floor(size / spanOf(Math.max(level, 0))) / WIDTH)
    for (let first = 0; first < count; first += TOGETHER) {
      const places = Array.from({ length: Math.min(TOGETHER, count - first) }, (_, at) => ({
        level,
        index: first + at,
      }))
      const read = await store.tiles(places)
      for (const [at, place] of places.entries()) {
        const width = widthIn(size, place)
        const bytes = read[at] && narrowed(place, read[at], width)
        if (bytes === undefined) throw new Error(`${tilePath(place, width)} is missing from the public log`)
        yield { path: tilePath(place, width), bytes }
      }
    }
  }
}
