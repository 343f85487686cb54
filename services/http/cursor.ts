interface Parts {
  readonly string: string
  readonly number: number
}
type Place<S extends readonly (keyof Parts)[]> = { readonly [I in keyof S]: Parts[S[I]] }

/** A place in a list, as callers carry it: base64url of a JSON array. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place, if the cursor has the shape that this list gives out. */
export const placeOf = <const S extends readonly (keyof Parts)[]>(cursor: string, shape: S): Place<S> | undefined => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(place) || place.length !== shape.length) return undefined
    const fits = place.every((part, index) =>
      shape[index] === 'number' ? Number.isSafeInteger(part) : typeof part === 'string' && !part.includes('\0'),
    )
    return fits ? (place as unknown as Place<S>) : undefined
  } catch {
    return undefined
  }
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Where the next page starts; absent on the last. */
  readonly next?: string
}

export interface PageOf {
  readonly limit: number
  readonly cursor?: string | undefined
}
