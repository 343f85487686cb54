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

/** Whole lines of a file, as many as a chunk ends; memory holds one chunk and one line. */
interface Lines {
  /** The number of the first one. */
  readonly line: number
  readonly bytes: Buffer
  /** Whether a line end follows the last one. */
  readonly ended: boolean
}

async function* linesOf(path: string): AsyncGenerator<Lines> {
  let line = 1
  let rest: Buffer[] = []
  let restBytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(NEWLINE)
    if (end !== -1) {
      const bytes = rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...rest, chunk.subarray(0, end)])
      yield { line, bytes, ended: true }
      line += lineEnds(bytes) + 1
      rest = []
      restBytes = 0
    }
    rest.push(chunk.subarray(end + 1))
    restBytes += chunk.length - end - 1
    if (restBytes > LINE_BYTES)
      throw unreadable(`Line ${line} is longer than ${LINE_BYTES >> 20} MiB: is this a file of one record a line?`)
  }
  if (restBytes > 0) yield { line, bytes: Buffer.concat(rest), ended: false }
}

const lineEnds = (bytes: Buffer): number => {
  let found = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) found += 1
  return found
}
/** How many lines of a text that isn't UTF-8 are. */
const endsBeforeFault = (bytes: Buffer): number => {
  let line = 0
  for (let from = 0, end = bytes.indexOf(NEWLINE); end !== -1; from = end + 1, end = bytes.indexOf(NEWLINE, from)) {
    if (!isUtf8(bytes.subarray(from, end))) return line
    line += 1
  }
  return line
}
const isBlank = (text: string): boolean => text === '' || text.trim() === ''

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
  for await (const { line, bytes, ended } of linesOf(path)) {
    if (!isUtf8(bytes))
      throw unreadable(
        `Line ${line + endsBeforeFault(bytes)} is not UTF-8: convert the file first, for example with iconv -f GB18030 -t UTF-8.`,
      )
    for (const [at, text] of bytes.toString().split('\n').entries()) {
      if (isBlank(text)) continue
      if (format === undefined && /^\uFEFF?\s*\[/.test(text))
        throw unreadable(
          `Line ${line + at} begins a JSON array: JSON Lines are expected, one object a line (jq -c '.[]').`,
        )
      // A byte order mark stands before the first row, of whichever format.
      format ??= /^\uFEFF?\s*\{/.test(text) ? 'json-lines' : 'csv'
      rows += 1
      last = { line: line + at, text, ended }
    }
  }
  if (format === undefined) throw unreadable(`${file} is empty.`)
  if (format === 'json-lines' && !last.ended && !isJson(withoutMark(last.text))) {
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

/** The byte order mark of a file is no part of its first row. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '')

const jsonRow = (line: number, text: string): InputRow | undefined => {
  try {
    return { line, value: JSON.parse(line === 1 ? withoutMark(text) : text) }
  } catch {
    return isBlank(text) ? undefined : { line, value: text }
  }
}

async function* jsonRows(path: string): AsyncGenerator<readonly InputRow[]> {
  for await (const { line, bytes } of linesOf(path)) {
    const texts = bytes.toString().split('\n')
    yield texts.flatMap((text, at) => jsonRow(line + at, text) ?? [])
  }
}

/** The rows of a file in order, a page of them at a time. */
export const rowsOf = ({ path, format }: Pick<Input, 'path' | 'format'>): AsyncGenerator<readonly InputRow[]> =>
  format === 'csv' ? csvRows(path) : jsonRows(path)
