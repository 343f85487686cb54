/** What an address says behind its question mark. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const LONGEST = 200

/** What a person can have meant to write: no database and no page takes a control character. */
export const written = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST)

/** A parameter of the address, its first value if there are several; undefined when it says nothing. */
export const parameter = (query: Query, name: string): string | undefined => {
  const value = query[name]
  const text = written((typeof value === 'string' ? value : value?.[0]) ?? '')
  return text === '' ? undefined : text
}
