/** Caches a pure function of a text for its last `most` texts: thousands of acts a day share the same ones. */
export const remembered = <T>(of: (text: string) => T, most = 1000): ((text: string) => T) => {
  const said = new Map<string, T>()
  return (text) => {
    const known = said.get(text)
    if (known !== undefined) return known
    if (said.size === most) said.clear()
    const value = of(text)
    said.set(text, value)
    return value
  }
}
