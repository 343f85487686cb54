import Type, { type TProperties, type TSchema } from 'typebox'
import type { CivilDate } from './civil-date.ts'
import { nullable, textMember, wholeMember } from './formats.ts'
import { holds, type Read, wantedBy } from './schema.ts'
import { normaliseUscc, USCC_PATTERN, usccFault } from './uscc.ts'

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

/** The command that a record becomes. */
interface Command {
  readonly type: string
  readonly data: unknown
}

/** A row whose members have been checked: an optional member that the row doesn't say is null. */
export type Whole<P extends TProperties> = {
  readonly [M in keyof P]: P[M] extends { readonly '~optional': true } ? Read<P[M]> | null : Read<P[M]>
}

/** What a kind of record is made of. */
interface Definition<P extends TProperties, R = Whole<P>> {
  readonly name: string
  /** What one row is called in messages. */
  readonly noun: string
  /** The members of a row, each by its schema. */
  readonly members: P
  /** What is wrong, on the day of the import, with a value that its schema takes; in words. */
  readonly onDay?: {
    readonly [M in keyof R]?: (value: NonNullable<R[M]>, today: CivilDate) => string | undefined
  }
  /** Faults that show only when several members are seen together. */
  readonly faults?: (record: R) => readonly Fault[]
  /** What makes two rows the same record. */
  readonly keyOf: (record: R) => string
  /** The rows of one subject follow each other into one batch. */
  readonly subjectOf: (record: R) => string
  readonly authorityOf: (record: R) => string
  /** A row that brings one of these events is new; any other event is a change to what was known. */
  readonly creates: readonly string[]
  readonly command: (record: R) => Command
}

type Row = Readonly<Record<string, unknown>>

export interface Checked {
  readonly record: Row
  readonly faults: readonly Fault[]
}

/** One kind of record that can be imported, and the command that brings the platform into line with it. */
export interface RecordKind extends Omit<Definition<TProperties, Row>, 'members' | 'onDay' | 'faults'> {
  /** Checks a row; `cells`: its members are the texts of a CSV. The record is whole only when no fault but a warning is reported. */
  readonly check: (row: unknown, today: CivilDate, cells: boolean) => Checked
}

const fault = (code: FaultCode, field: string, message: string): Fault => ({ code, field, message })
/** By the order of the codes, then by that of the members. */
const inOrder =
  (names: readonly string[]) =>
  (a: Fault, b: Fault): number =>
    FAULT_ORDER.indexOf(a.code) - FAULT_ORDER.indexOf(b.code) || names.indexOf(a.field) - names.indexOf(b.field)

const isText = holds(textMember())

/** Text of a CSV cell as the member it stands for; what doesn't fit stays text, and is reported as such. */
const fromCell = (type: unknown, cell: unknown): unknown => {
  if (!isText(cell)) return cell
  if (cell === '') return null
  if ((type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(cell)) return Number(cell)
  if (type === 'boolean' && /^(true|是|1)$/.test(cell)) return true
  if (type === 'boolean' && /^(false|否|0)$/.test(cell)) return false
  if (type === 'array') return cell.split(/[;；]/).filter((part) => part !== '')
  return cell
}

/** A member as the check of a row asks for it. */
interface Member {
  readonly name: string
  readonly schema: TSchema & { readonly format?: string }
  /** What its values are, but for their range. */
  readonly plain: TSchema
  readonly isRight: (value: unknown) => boolean
  readonly isPlain: (value: unknown) => boolean
  readonly type: unknown
  readonly required: boolean
  readonly isCode: boolean
}

const memberOf = ([name, schema]: [string, TSchema]): Member => {
  const { type = 'string', items, pattern }: { type?: unknown; items?: unknown; pattern?: unknown } = schema
  const plain =
    type === 'string'
      ? textMember()
      : type === 'integer'
        ? wholeMember()
        : { type, ...(items === undefined ? {} : { items }) }
  return {
    ...{ name, schema, type, required: !Type.IsOptional(schema), isCode: pattern === USCC_PATTERN },
    ...{ plain, isRight: holds(schema), isPlain: holds(plain) },
  }
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value)
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

/** What is wrong with a member of a row that its schema does not take. */
const memberFault = (member: Member, value: unknown): Fault | undefined => {
  const { name, schema, plain, required, isCode } = member
  if (value === null) return required ? fault('missing', name, 'is missing') : undefined
  if (typeof value === 'string' && !isText(value))
    return fault('type', name, 'has a character that no text has: NUL, or half of a pair')
  if (isCode && typeof value === 'string') return undefined
  if (member.isRight(value)) return undefined
  const code = member.isPlain(value) ? (schema.format === 'date' ? 'date' : 'range') : 'type'
  return fault(code, name, `is not ${wantedBy(code === 'type' ? plain : schema)}: ${shown(value)}`)
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

export const notAfterToday = (value: CivilDate, today: CivilDate): string | undefined =>
  value > today ? `lies in the future: ${value}` : undefined

/** A kind of record, whose schema is compiled once: a row that it takes is looked at member by member no further. */
export const recordKind = <P extends TProperties>(definition: Definition<P>): RecordKind => {
  const { noun, onDay = {}, faults: together, ...kind } = definition as unknown as Definition<TProperties, Row>
  const members = Object.entries(kind.members).map(memberOf)
  const codes = members.filter(({ isCode }) => isCode).map(({ name }) => name)
  const days = Object.entries(onDay)
  const order = inOrder(Object.keys(kind.members))
  const isWhole = holds(
    Type.Object(
      Object.fromEntries(members.map(({ name, schema, required }) => [name, required ? schema : nullable(schema)])),
    ),
  )

  const check = (row: unknown, today: CivilDate, cells: boolean): Checked => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      return { record: {}, faults: [fault('type', '', `is no ${noun}: one JSON object a line is expected`)] }
    }
    // A copy with few changes: made member by member it would take as long as all the checks.
    const record: Record<string, unknown> = { ...row }
    let unknown = Object.keys(row).length
    for (const { name, type, required } of members) {
      const given = record[name]
      if (given !== undefined) unknown -= 1
      const value = cells ? fromCell(type, given) : given
      if (value === undefined || (required && value === '')) record[name] = null
      else if (value !== given) record[name] = value
    }
    for (const name of codes) {
      const given = record[name]
      if (typeof given === 'string') record[name] = normaliseUscc(given)
    }
    const faults = isWhole(record) ? [] : members.flatMap((member) => memberFault(member, record[member.name]) ?? [])
    const isRight = (name: string): boolean => record[name] !== null && faults.every(({ field }) => field !== name)
    for (const name of codes) {
      const reason = isRight(name) ? usccFault(record[name] as string) : undefined
      if (reason !== undefined) faults.push(fault(reason, name, USCC_FAULTS[reason]))
    }
    for (const [name, wrong] of days) {
      const message = isRight(name) ? wrong?.(record[name] as never, today) : undefined
      if (message !== undefined) faults.push(fault('range', name, message))
    }
    for (const name of unknown === 0 ? [] : Object.keys(row)) {
      if (Object.hasOwn(kind.members, name)) continue
      delete record[name]
      faults.push(fault('unknown-field', name, 'is not known and was left out'))
    }
    if (faults.every(isWarning)) faults.push(...(together?.(record) ?? []))
    return { record, faults: faults.length < 2 ? faults : faults.sort(order) }
  }
  return { ...kind, noun, check }
}
