import { isUtf8 } from 'node:buffer'
import { accessSync, constants, createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'

/** A file that can't be imported at all: nothing of it has been. */
export class UnreadableInput extends Error {}

// A record of a register has some hundred bytes; a line of megabytes is another kind of file.
const LINE_BYTES = 4 << 20
const CHUNK_BYTES = 1 << 18
const NEWLINE = 10
/** Rows of a CSV file that are handed on together. */
const CSV_ROWS = 500

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

interface Line {
  readonly line: number
  readonly bytes: Buffer
  /** Whether a line end follows. */
  readonly ended: boolean
}

/** Lines of a file as bytes, those of a chunk together: a step of a generator costs as much as a line. Memory holds one chunk and one line. */
async function* linesOf(path: string): AsyncGenerator<readonly Line[]> {
  let line = 0
  let rest: Buffer[] = []
  let restBytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const lines: Line[] = []
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      line += 1
      const piece = chunk.subarray(from, at)
      lines.push({ line, bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]), ended: true })
      rest = []
      restBytes = 0
      from = at + 1
    }
    yield lines
    if (from < chunk.length) {
      rest.push(chunk.subarray(from))
      restBytes += chunk.length - from
      if (restBytes > LINE_BYTES)
        throw unreadable(
          `Line ${line + 1} is longer than ${LINE_BYTES >> 20} MiB: is this a file of one record a line?`,
        )
    }
  }
  if (restBytes > 0) yield [{ line: line + 1, bytes: Buffer.concat(rest), ended: false }]
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
  const source = sourceOf(file)
  const path = source === undefined ? file : join(scratch, `stdin-${process.pid}.tmp`)
  const dispose = (): void => {
    if (source !== undefined) rmSync(path, { force: true })
  }
  try {
    if (source !== undefined) {
      mkdirSync(scratch, { recursive: true })
      await pipeline(source, createWriteStream(path))
    }
    return { path, ...(await survey(path, file)), dispose }
  } catch (error) {
    dispose()
    throw error
  }
}

/** What can be read but once, a pipe, as a stream; `undefined` for a file. */
const sourceOf = (file: string): Readable | undefined => {
  if (file === '-') return process.stdin
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw unreadable(`${file} does not exist.`)
  if (found.isDirectory()) throw unreadable(`${file} is a folder.`)
  try {
    accessSync(file, constants.R_OK)
  } catch {
    throw unreadable(`${file} may not be read.`)
  }
  return found.isFile() ? undefined : createReadStream(file)
}

const survey = async (path: string, file: string): Promise<Pick<Input, 'format' | 'rows'>> => {
  let format: Input['format'] | undefined
  let rows = 0
  let last = { line: 0, text: '', ended: true }
  for await (const lines of linesOf(path))
    for (const { line, bytes, ended } of lines) {
      if (!isUtf8(bytes))
        throw unreadable(
          `Line ${line} is not UTF-8: convert the file first, for example with iconv -f GB18030 -t UTF-8.`,
        )
      const first = bytes.find((byte) => byte > 32)
      if (first === undefined) continue
      if (format === undefined && first === 0x5b)
        throw unreadable(`Line ${line} begins a JSON array: JSON Lines are expected, one object a line (jq -c '.[]').`)
      // A byte order mark stands before the first row, of whichever format.
      format ??= first === 0x7b || (first === 0xef && bytes[3] === 0x7b) ? 'json-lines' : 'csv'
      rows += 1
      last = { line, text: ended ? '' : bytes.toString(), ended }
    }
  if (format === undefined) throw unreadable(`${file} is empty.`)
  if (format === 'json-lines' && !last.ended && !isJson(last.text.replace(/^\uFEFF/, ''))) {
    throw unreadable(`Line ${last.line} is cut off: the file is not complete, or has not one record a line.`)
  }
  if (format === 'csv') {
    rows = 0
    for await (const page of csvRows(path)) rows += page.length
    if (rows === 0) throw unreadable(`${file} has no row below its header (or is neither JSON Lines nor CSV).`)
  }
  return { format, rows }
}

async function* csvRows(path: string): AsyncGenerator<readonly InputRow[]> {
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LINE_BYTES,
  })
  createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  try {
    let page: InputRow[] = []
    for await (const { record, info } of parser as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
      page.push({ line: info.lines, value: record })
      if (page.length < CSV_ROWS) continue
      yield page
      page = []
    }
    yield page
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(`Line ${error.lines ?? '?'} is no row of a CSV file (${error.message}).`)
  }
}

const jsonRow = ({ line, bytes }: Line): InputRow | undefined => {
  const text = line === 1 ? bytes.toString().replace(/^\uFEFF/, '') : bytes.toString()
  try {
    return { line, value: JSON.parse(text) }
  } catch {
    return text.trim() === '' ? undefined : { line, value: text }
  }
}

async function* jsonRows(path: string): AsyncGenerator<readonly InputRow[]> {
  for await (const lines of linesOf(path)) yield lines.map(jsonRow).filter((row) => row !== undefined)
}

/** The rows of a file in order, a page of them at a time. */
export const rowsOf = ({ path, format }: Pick<Input, 'path' | 'format'>): AsyncGenerator<readonly InputRow[]> =>
  format === 'csv' ? csvRows(path) : jsonRows(path)
