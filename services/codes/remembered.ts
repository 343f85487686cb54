/** A pure function of a text that remembers what it has said of the last texts, up to `most` of them, for those that thousands of acts a day have in common. */
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
