/** A place in a list, as callers carry it: base64url of a JSON array. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place, if the cursor has the shape that this list gives out. */
export const placeOf = <T extends readonly (string | number)[]>(
  cursor: string,
  shape: { readonly [I in keyof T]: T[I] extends string ? 'string' : 'number' },
): T | undefined => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(place) || place.length !== shape.length) return undefined
    const fits = place.every(
      (part, index) => typeof part === shape[index] && (typeof part === 'string' || Number.isSafeInteger(part)),
    )
    return fits ? (place as unknown as T) : undefined
  } catch {
    return undefined
  }
}
