/** The languages of screens, answers and documents: Chinese first. */
export type Language = 'zh' | 'en'
export type Sentence = Readonly<Record<Language, string>>

/** A fact of a refusal; a sentence where it is said differently in each language. */
export type Fact = string | number | Sentence

/** A lawful "no": an expected outcome, with the facts of the matter, and the provision it rests on (`instrument@version:article`) where there is one. */
export interface Refusal {
  readonly code: string
  readonly facts: Readonly<Record<string, Fact>>
  readonly text: Sentence
  readonly provision?: string
}

/** The names in braces of a sentence. */
type Named<S extends string> = S extends `${string}{${infer N}}${infer Rest}` ? N | Named<Rest> : never
type FactsOf<S extends string> = { readonly [N in Named<S>]: Fact }

const said = (sentence: Sentence, language: Language, facts: Readonly<Record<string, Fact>>): string =>
  sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? ''
    return typeof fact === 'object' ? fact[language] : String(fact)
  })

/**
 * A kind of refusal: its code, which programs rely on for ever, and a sentence in each language with the same facts in braces. The function
 * fills in the facts, and the provision where there is one.
 */
export const refusal = <const Zh extends string, const En extends string>(
  code: string,
  sentence: {
    readonly zh: Zh
    readonly en: Named<Zh> extends Named<En> ? (Named<En> extends Named<Zh> ? En : never) : never
  },
): ((facts: FactsOf<Zh>, provision?: string) => Refusal) => {
  return (facts, provision) => ({
    code,
    facts,
    text: { zh: said(sentence, 'zh', facts), en: said(sentence, 'en', facts) },
    ...(provision === undefined ? {} : { provision }),
  })
}
