/** Markup. The class stays in this file: whatever is not made here is text, and text is escaped. */
class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** Markup of a page, made by the tag `html` alone: the compiler takes no string for it. */
export type Html = Markup

/** What may stand in markup: other markup as it is, text and numbers escaped, nothing for `undefined`. */
export type Part = Html | readonly Html[] | string | number | undefined

const escaped = (text: string): string => text.replace(/["&'<=>]/g, (character) => `&#${character.charCodeAt(0)};`)

const shown = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.toString()
  return typeof part === 'object' ? part.join('') : escaped(String(part))
}

export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Markup(String.raw({ raw: literals }, ...parts.map(shown)))

/** Markup that a library made of what can hold no markup of others, such as the picture of a code. */
export const madeElsewhere = (markup: string): Html => new Markup(markup)
