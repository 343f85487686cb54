import { isUtf8 } from 'node:buffer'
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'

/** A file that can't be imported at all: nothing of it has been. */
export class UnreadableInput extends Error {}

// A record of a register has some hundred bytes; a line of megabytes is another kind of file.
const LINE_BYTES = 4 << 20
const NEWLINE = 10

export interface Input {
  readonly path: string
  readonly format: 'json-lines' | 'csv'
  readonly rows: number
  readonly dispose: () => void
}

/** `line` counts from 1; a row that can't be read as its format has no record. */
export interface InputRow {
  readonly line: number
  readonly value: unknown
}

const unreadable = (sentence: string): UnreadableInput => new UnreadableInput(`${sentence} Nothing was imported.`)

/** Lines of a file as bytes, each with its number; memory holds one chunk and one line. */
async function* linesOf(
  path: string,
): AsyncGenerator<{ readonly line: number; readonly bytes: Buffer; readonly ended: boolean }> {
  let line = 0
  let rest: Buffer[] = []
  let restBytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      line += 1
      const piece = chunk.subarray(from, at)
      yield { line, bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]), ended: true }
      rest = []
      restBytes = 0
      from = at + 1
    }
    if (from < chunk.length) {
      rest.push(chunk.subarray(from))
      restBytes += chunk.length - from
      if (restBytes > LINE_BYTES)
        throw unreadable(
          `Line ${line + 1} is longer than ${LINE_BYTES >> 20} MiB: is this a file of one record a line?`,
        )
    }
  }
  if (restBytes > 0) yield { line: line + 1, bytes: Buffer.concat(rest), ended: false }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Reads the whole file once before anything is imported: UTF-8, no line too long, not empty, not cut off. */
export const openInput = async (file: string, scratch: string): Promise<Input> => {
  const spooled = file === '-'
  const path = spooled ? join(scratch, `stdin-${process.pid}.tmp`) : file
  const dispose = (): void => {
    if (spooled) rmSync(path, { force: true })
  }
  try {
    if (spooled) {
      mkdirSync(scratch, { recursive: true })
      await pipeline(process.stdin, createWriteStream(path))
    } else if (!statSync(path).isFile()) throw unreadable(`${file} is no file.`)
    return { path, ...(await survey(path, file)), dispose }
  } catch (error) {
    dispose()
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw unreadable(`${file} does not exist.`)
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw unreadable(`${file} may not be read.`)
    throw error
  }
}

const survey = async (path: string, file: string): Promise<Pick<Input, 'format' | 'rows'>> => {
  let format: Input['format'] | undefined
  let rows = 0
  let last = { line: 0, text: '', ended: true }
  for await (const { line, bytes, ended } of linesOf(path)) {
    if (!isUtf8(bytes))
      throw unreadable(`Line ${line} is not UTF-8: convert the file first, for example with iconv -f GB18030 -t UTF-8.`)
    const first = bytes.find((byte) => byte > 32)
    if (first === undefined) continue
    // A byte order mark stands before the first row, of whichever format.
    format ??= first === 0x7b || (first === 0xef && bytes[3] === 0x7b) ? 'json-lines' : 'csv'
    rows += 1
    last = { line, text: ended ? '' : bytes.toString(), ended }
  }
  if (format === undefined) throw unreadable(`${file} is empty.`)
  if (format === 'json-lines' && !last.ended && !isJson(last.text.replace(/^\uFEFF/, ''))) {
    throw unreadable(`Line ${last.line} is cut off: the file is not complete.`)
  }
  if (format === 'csv') {
    rows = 0
    for await (const _ of csvRows(path)) rows += 1
    if (rows === 0) throw unreadable(`${file} has no row below its header (or is neither JSON Lines nor CSV).`)
  }
  return { format, rows }
}

async function* csvRows(path: string): AsyncGenerator<InputRow> {
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      columns: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LINE_BYTES,
    }),
  )
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: unknown; info: { lines: number } }>)
      yield { line: info.lines, value: record }
  } catch (error) {
    const { code = '', lines } = error as { code?: string; lines?: number }
    if (!code.startsWith('CSV_')) throw error
    throw unreadable(`Line ${lines ?? '?'} is no row of a CSV file (${(error as Error).message}).`)
  }
}

async function* jsonRows(path: string): AsyncGenerator<InputRow> {
  for await (const { line, bytes } of linesOf(path)) {
    const text = line === 1 ? bytes.toString().replace(/^\uFEFF/, '') : bytes.toString()
    if (text.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      value = text
    }
    yield { line, value }
  }
}

export const rowsOf = ({ path, format }: Pick<Input, 'path' | 'format'>): AsyncGenerator<InputRow> =>
  format === 'csv' ? csvRows(path) : jsonRows(path)
