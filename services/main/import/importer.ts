import { type Checked, type Fault, type FaultCode, isWarning, type RecordKind } from '@mingjian/codes'
import type { Outcome, Request } from '@mingjian/kernel'
import { arrayOf, type Session } from '@mingjian/kernel/adapters'
import type { Platform } from '../run/platform.ts'
import type { InputRow } from './input.ts'

export interface Summary {
  read: number
  accepted: number
  changed: number
  unchanged: number
  rejected: number
  warnings: number
}

export interface Reject {
  readonly line: number
  readonly code: FaultCode | string
  readonly codes: readonly string[]
  readonly field: string
  readonly message: string
  readonly record: unknown
}

export interface ImportOptions {
  readonly kind: RecordKind
  /** Pages of rows, in order. */
  readonly rows: AsyncIterable<readonly InputRow[]>
  /** Whether cells are text, as in CSV. */
  readonly cells: boolean
  readonly batch: number
  /** Takes warnings for faults. */
  readonly strict: boolean
  readonly actor: string
  readonly reject: (reject: Reject) => void
  readonly warn: (line: number, fault: Fault) => void
  readonly progress: (summary: Summary) => void
}

interface Row extends InputRow, Checked {
  readonly key: string
}

// Three batches under way: one is being written, one decided, one read and checked.
const UNDER_WAY = 3

/**
 * Brings the platform into line with a file, batch by batch, each recorded whole. Memory holds the batches under way; which records this
 * file had already is kept in a temporary table, so a file may be of any size.
 */
export const importRows = (
  platform: Pick<Platform, 'db' | 'handler' | 'clock'>,
  options: ImportOptions,
): Promise<Summary> =>
  platform.db.session(async (session) => {
    await session.query('create temp table import_seen (key text collate "C" primary key)')
    return run(platform, session, options)
  })

const run = async (
  { handler, clock }: Pick<Platform, 'handler' | 'clock'>,
  session: Session,
  options: ImportOptions,
): Promise<Summary> => {
  const { kind, reject, warn, progress, strict } = options
  const summary: Summary = { read: 0, accepted: 0, changed: 0, unchanged: 0, rejected: 0, warnings: 0 }
  const today = clock.today()
  const underWay: Promise<void>[] = []

  const refuse = ({ line, value }: InputRow, faults: readonly Pick<Reject, 'code' | 'field' | 'message'>[]): void => {
    const [first] = faults
    if (first === undefined) return
    summary.rejected += 1
    reject({
      line,
      code: first.code,
      codes: faults.map(({ code }) => code),
      field: first.field,
      message: first.message,
      record: value,
    })
  }

  const check = (row: InputRow): Row | undefined => {
    const checked = kind.check(row.value, today, options.cells)
    const faults = checked.faults.filter((fault) => strict || !isWarning(fault))
    if (faults.length > 0) {
      refuse(row, faults)
      return undefined
    }
    for (const fault of checked.faults) {
      summary.warnings += 1
      warn(row.line, fault)
    }
    return { ...row, ...checked, key: kind.keyOf(checked.record) }
  }

  const requestOf = ({ record }: Row): Request => ({
    command: kind.command(record),
    actor: options.actor,
    authority: kind.authorityOf(record),
  })
  const handleBatch = async (rows: readonly Row[]): Promise<void> => {
    const outcomes = await handler.handleAll(rows.map(requestOf))
    for (const [index, outcome] of outcomes.entries()) count(rows[index] as Row, outcome)
    progress(summary)
  }
  /** A record that this file had before: the first one counts, and what it says is known by now. */
  const judgeRepeated = async (rows: readonly Row[]): Promise<void> => {
    const judged = await handler.preview(rows.map(requestOf))
    for (const [index, judgement] of judged.entries()) {
      const row = rows[index] as Row
      const message = `stands in this file before with other content (${row.key})`
      if (judgement === 'unchanged') summary.unchanged += 1
      else refuse(row, [{ code: 'duplicate', field: '', message }])
    }
  }
  const count = (row: Row, outcome: Outcome): void => {
    if (outcome.outcome === 'refused') {
      const { code, text } = outcome.refusal
      refuse(row, [
        {
          code: code === 'unknown-enterprise' ? code : 'range',
          field: '',
          message: code === 'unknown-enterprise' ? text.en : `${code}: ${text.en}`,
        },
      ])
    } else if (outcome.outcome === 'recorded' && outcome.events.some(({ type }) => kind.creates.includes(type)))
      summary.accepted += 1
    else if (outcome.outcome === 'recorded') summary.changed += 1
    else summary.unchanged += 1
  }

  for await (const batch of batchesOf(options)) {
    summary.read += batch.length
    const rows = batch.flatMap((row) => check(row) ?? [])
    const { first, repeated } = await firsts(session, rows)
    if (repeated.length > 0) {
      await Promise.all(underWay.splice(0))
      if (first.length > 0) await handleBatch(first)
      await judgeRepeated(repeated)
      continue
    }
    if (underWay.length >= UNDER_WAY) await underWay.shift()
    const handled = handleBatch(first)
    // Awaited in order; a failure is reported there, not as an unhandled rejection meanwhile.
    handled.catch(() => {})
    underWay.push(handled)
  }
  await Promise.all(underWay)
  return summary
}

/** Rows in batches; the rows of one subject that follow each other stay together, so that two batches rarely meet on a stream. */
async function* batchesOf({ rows, kind, batch }: ImportOptions): AsyncGenerator<readonly InputRow[]> {
  let pending: InputRow[] = []
  let subject: unknown
  for await (const page of rows)
    for (const row of page) {
      const next = typeof row.value === 'object' && row.value !== null ? kind.subjectOf(row.value as never) : undefined
      if (pending.length >= batch && (next === undefined || next !== subject || pending.length >= 2 * batch)) {
        yield pending
        pending = []
      }
      pending.push(row)
      subject = next
    }
  if (pending.length > 0) yield pending
}

/** Rows whose record this file has for the first time, and those whose record it had before. */
const firsts = async (
  session: Session,
  rows: readonly Row[],
): Promise<{ readonly first: readonly Row[]; readonly repeated: readonly Row[] }> => {
  const keys = new Set(rows.map(({ key }) => key))
  // The keys come back only when some of them were there before, which is rare.
  const [answer] = await session.query(
    `with inserted as (insert into import_seen select unnest($1::text[]) on conflict do nothing returning key)
     select case when count(*) < $2 then coalesce(json_agg(key), '[]')::text end from inserted`,
    [arrayOf('text', [...keys]), rows.length],
    'import-seen',
  )
  const inserted = answer?.[0] as string | null
  if (inserted === null) return { first: rows, repeated: [] }
  const fresh = new Set<string>(JSON.parse(inserted))
  // The first row of a key takes it; deleting says so to those behind it.
  const first = rows.filter(({ key }) => fresh.delete(key))
  const taken = new Set(first)
  return { first, repeated: rows.filter((row) => !taken.has(row)) }
}
