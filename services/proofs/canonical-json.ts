/**
 * The canonical form of RFC 8785: no blanks, members sorted by UTF-16 code units, numbers as ECMAScript writes them.
 * A member that is `undefined` is absent. Throws a TypeError for what JSON cannot carry (RFC 8785 §3.2.2: NaN, infinities,
 * lone surrogates) and for anything that isn't plain data.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return canonicalString(value)
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) {
    // JSON.stringify writes a list of texts the same way, faster; a population has millions.
    const texts = value.every((each) => typeof each === 'string' && each.isWellFormed())
    return texts ? JSON.stringify(value) : `[${value.map(canonicalJson).join(',')}]`
  }
  if (typeof value !== 'object') throw new TypeError(`${String(value)} has no canonical JSON`)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${canonicalString(name)}:${canonicalJson(member)}`).join(',')}}`
}

const canonicalString = (text: string): string => {
  if (!text.isWellFormed()) throw new TypeError('a text with a lone surrogate has no canonical JSON')
  return JSON.stringify(text)
}
