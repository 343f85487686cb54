// What a document of unknown origin must look like. A form adds what it misses to the faults and never throws.

export interface FormFault {
  readonly code: 'missing' | 'type' | 'unknown-member'
  /** Where and what, as `strata[2].rate is not a text`. */
  readonly message: string
}

export type Form = (value: unknown, at: string, faults: FormFault[]) => void

const not = (at: string, wanted: string): FormFault => ({
  code: 'type',
  message: `${at === '' ? 'the document' : at} is not ${wanted}`,
})

const kind =
  (wanted: string, is: (value: unknown) => boolean): Form =>
  (value, at, faults) => {
    if (!is(value)) faults.push(not(at, wanted))
  }

export const flag: Form = kind('true or false', (value) => typeof value === 'boolean')
export const number: Form = kind('a number', (value) => Number.isFinite(value))
export const yes: Form = kind('true', (value) => value === true)
export const text: Form = kind('a text', (value) => typeof value === 'string' && value !== '' && value.isWellFormed())
export const matching = (pattern: RegExp, wanted: string): Form =>
  kind(wanted, (value) => typeof value === 'string' && pattern.test(value))
export const oneOf = (...words: readonly string[]): Form =>
  kind(`one of ${words.join(', ')}`, (value) => words.some((word) => word === value))
export const wholeNumber = (least: number): Form =>
  kind(`a whole number from ${least}`, (value) => Number.isSafeInteger(value) && (value as number) >= least)
export const satisfying = (wanted: string, is: (text: string) => boolean): Form =>
  kind(wanted, (value) => typeof value === 'string' && is(value))

export const listOf =
  (member: Form): Form =>
  (value, at, faults) => {
    if (!Array.isArray(value)) faults.push(not(at, 'a list'))
    else for (let i = 0; i < value.length; i++) member(value[i], `${at}[${i}]`, faults)
  }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const tableOf =
  (member: Form): Form =>
  (value, at, faults) => {
    if (!isObject(value)) faults.push(not(at, 'an object'))
    else for (const [name, own] of Object.entries(value)) member(own, under(at, name), faults)
  }

const under = (at: string, member: string): string => (at === '' ? member : `${at}.${member}`)

type Members = Readonly<Record<string, Form>>

/** An object with these members; others are faults too, unless it is `open`. */
export const members =
  (required: Members, optional: Members = {}, open: 'open' | 'closed' = 'closed'): Form =>
  (value, at, faults) => {
    if (!isObject(value)) {
      faults.push(not(at, 'an object'))
      return
    }
    for (const [name, form] of Object.entries(required)) {
      if (value[name] === undefined) faults.push({ code: 'missing', message: `${under(at, name)} is missing` })
      else form(value[name], under(at, name), faults)
    }
    for (const [name, form] of Object.entries(optional)) {
      if (value[name] !== undefined) form(value[name], under(at, name), faults)
    }
    if (open === 'open') return
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(required, name) && !Object.hasOwn(optional, name))
        faults.push({ code: 'unknown-member', message: `${under(at, name)} has no meaning here` })
    }
  }

export const faultsOf = (form: Form, value: unknown): readonly FormFault[] => {
  const faults: FormFault[] = []
  form(value, '', faults)
  return faults
}
