import { type CivilDate, isCivilDate } from './civil-date.ts'

/** The command that a record becomes. */
interface Command {
  readonly type: string
  readonly data: unknown
}

import { normaliseUscc, usccFault } from './uscc.ts'

/** Why a row can't be taken, in the order in which a row with several faults is reported. */
export const FAULT_ORDER = [
  'uscc-length',
  'uscc-alphabet',
  'uscc-check',
  'uscc-subject',
  'duplicate',
  'missing',
  'type',
  'range',
  'date',
  'unknown-enterprise',
  'unknown-field',
] as const
export type FaultCode = (typeof FAULT_ORDER)[number]

export interface Fault {
  readonly code: FaultCode
  readonly field: string
  readonly message: string
}

type FieldKind = 'uscc' | 'text' | 'number' | 'integer' | 'flag' | 'date' | 'texts'

export interface Field {
  readonly kind: FieldKind
  readonly required?: true
  /** What is wrong with a value of the right kind, in words; `undefined` if nothing. */
  readonly range?: (value: never, today: CivilDate) => string | undefined
}

/** One kind of record that can be imported: its members, and the command that brings the platform into line with it. */
export interface RecordKind {
  readonly name: string
  /** What one row is called in messages. */
  readonly noun: string
  readonly fields: Readonly<Record<string, Field>>
  /** What makes two rows the same record. */
  readonly keyOf: (record: Row) => string
  /** The rows of one subject follow each other into one batch. */
  readonly subjectOf: (record: Row) => string
  readonly command: (record: Row) => Command
  /** A row that brings one of these events is new; any other event is a change to what was known. */
  readonly creates: readonly string[]
  readonly authorityOf: (record: Row) => string
  /** Faults that show only when several members are seen together. */
  readonly faults?: (record: Row) => readonly Fault[]
}

/** A row whose members have been checked: absent members are null. */
export type Row = Readonly<Record<string, unknown>>

export interface Checked {
  readonly record: Row
  readonly faults: readonly Fault[]
}

const fault = (code: FaultCode, field: string, message: string): Fault => ({ code, field, message })
// Postgres has no NUL in a text, and half a surrogate pair can't be written down: what is read back would be another text.
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0') && value.isWellFormed()

const kindFault: Readonly<Record<FieldKind, (value: unknown, field: string) => Fault | undefined>> = {
  uscc: (value, field) =>
    isText(value) ? undefined : fault('type', field, 'is not text, or has a character that no text has'),
  text: (value, field) =>
    isText(value) ? undefined : fault('type', field, 'is not text, or has a character that no text has'),
  number: (value, field) =>
    typeof value === 'number' && Number.isFinite(value)
      ? undefined
      : fault('type', field, `is not a number: ${JSON.stringify(value)}`),
  integer: (value, field) =>
    Number.isSafeInteger(value) ? undefined : fault('type', field, `is not a whole number: ${JSON.stringify(value)}`),
  flag: (value, field) => (typeof value === 'boolean' ? undefined : fault('type', field, 'is not true or false')),
  date: (value, field) => {
    if (!isText(value)) return fault('type', field, 'is not a date as text')
    return isCivilDate(value)
      ? undefined
      : fault('date', field, `is no day of the calendar written YYYY-MM-DD: ${value}`)
  },
  texts: (value, field) =>
    Array.isArray(value) && value.every(isText) ? undefined : fault('type', field, 'is not a list of texts'),
}

/** Text of a CSV cell as the member it stands for; what doesn't fit stays text, and is reported as such. */
const fromCell = (kind: FieldKind, cell: unknown): unknown => {
  if (!isText(cell)) return cell
  if (cell === '') return null
  if ((kind === 'number' || kind === 'integer') && /^-?\d+(\.\d+)?$/.test(cell)) return Number(cell)
  if (kind === 'flag' && /^(true|是|1)$/.test(cell)) return true
  if (kind === 'flag' && /^(false|否|0)$/.test(cell)) return false
  if (kind === 'texts') return cell.split(/[;；]/).filter((part) => part !== '')
  return cell
}

const fieldsByKind = new WeakMap<RecordKind, readonly (readonly [string, Field])[]>()
const fieldsOf = (kind: RecordKind): readonly (readonly [string, Field])[] => {
  const known = fieldsByKind.get(kind) ?? Object.entries(kind.fields)
  fieldsByKind.set(kind, known)
  return known
}

/** Checks a row against its kind. The record is whole only when no fault but a warning is reported. */
export const checkRow = (kind: RecordKind, row: unknown, today: CivilDate, cells: boolean): Checked => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { record: {}, faults: [fault('type', '', `is no ${kind.noun}: one JSON object a line is expected`)] }
  }
  const faults: Fault[] = []
  // A copy with few changes: made member by member it would take as long as all the checks.
  const record: Record<string, unknown> = { ...row }
  let unknown = Object.keys(row).length
  for (const [name, field] of fieldsOf(kind)) {
    const given = record[name]
    if (given !== undefined) unknown -= 1
    const value = cells ? fromCell(field.kind, given) : given
    if (value === undefined || value === null || (field.required && value === '')) {
      if (given !== null) record[name] = null
      if (field.required) faults.push(fault('missing', name, 'is missing'))
      continue
    }
    if (value !== given) record[name] = value
    const wrong = kindFault[field.kind](value, name)
    if (wrong !== undefined) {
      faults.push(wrong)
      continue
    }
    if (field.kind === 'uscc') {
      const code = normaliseUscc(value as string)
      if (code !== value) record[name] = code
      const reason = usccFault(code)
      if (reason !== undefined) faults.push(fault(reason, name, USCC_FAULTS[reason]))
    }
    const out = field.range?.(value as never, today)
    if (out !== undefined) faults.push(fault('range', name, out))
  }
  for (const name of unknown === 0 ? [] : Object.keys(row)) {
    if (Object.hasOwn(kind.fields, name)) continue
    delete record[name]
    faults.push(fault('unknown-field', name, 'is not known and was left out'))
  }
  if (faults.every(isWarning)) faults.push(...(kind.faults?.(record) ?? []))
  if (faults.length < 2) return { record, faults }
  return { record, faults: faults.sort((a, b) => FAULT_ORDER.indexOf(a.code) - FAULT_ORDER.indexOf(b.code)) }
}

const USCC_FAULTS = {
  'uscc-length': 'has not 18 characters (GB 32100-2015 4)',
  'uscc-alphabet':
    'has a character that is not of the code (GB 32100-2015 4: no I, O, S, V, Z), or no department and kind that exist',
  'uscc-check': 'its last character does not check (GB 32100-2015 5)',
  'uscc-subject': 'its subject code does not check (GB 11714-1997): ask the registering authority',
} as const

/** A warning is told and counted; the row is taken all the same. */
export const isWarning = ({ code }: Fault): boolean => code === 'uscc-subject' || code === 'unknown-field'

export const atLeast =
  (least: number) =>
  (value: number): string | undefined =>
    value < least ? `is below ${least}` : undefined
export const notAfterToday = (value: CivilDate, today: CivilDate): string | undefined =>
  value > today ? `lies in the future: ${value}` : undefined
export const oneOfWords =
  (words: readonly string[]) =>
  (value: string): string | undefined =>
    words.includes(value) ? undefined : `is none of ${words.join('、')}: ${value}`
export const pattern =
  (expected: RegExp, words: string) =>
  (value: string): string | undefined =>
    expected.test(value) ? undefined : `is not ${words}: ${value}`
