import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { demoEnterprises, demoReports } from '@mingjian/main/demo/register'
import { importRows, type Summary } from '@mingjian/main/import/importer'
import { openInput, rowsOf } from '@mingjian/main/import/input'
import { recordKinds } from '@mingjian/main/modules'
import { openPlatform, type Platform } from '@mingjian/main/run/platform'

/** The platform on a database of a benchmark. */
export const benchPlatform = (databaseUrl: string): Promise<Platform> =>
  openPlatform({ databaseUrl, dataDirectory: '', backupDirectory: undefined })

export interface RegisterFiles {
  readonly enterprises: string
  readonly reports: string
}

function* linesOf(records: Iterable<unknown>): Generator<string> {
  let chunk = ''
  for (const record of records) {
    chunk += `${JSON.stringify(record)}\n`
    if (chunk.length < 1 << 18) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

/** The invented register with so many enterprises and all their annual reports, as files. */
export const writeRegister = async (folder: string, enterprises: number): Promise<RegisterFiles> => {
  const files = {
    enterprises: join(folder, `enterprises-${enterprises}.jsonl`),
    reports: join(folder, `reports-${enterprises}.jsonl`),
  }
  await pipeline(Readable.from(linesOf(demoEnterprises(enterprises))), createWriteStream(files.enterprises))
  await pipeline(Readable.from(linesOf(demoReports(enterprises))), createWriteStream(files.reports))
  return files
}

const take = async (platform: Platform, name: string, file: string): Promise<Summary> => {
  const kind = recordKinds.get(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  const input = await openInput(file, '')
  const summary = await importRows(platform, {
    kind,
    rows: rowsOf(input),
    cells: false,
    batch: 500,
    strict: true,
    actor: 'import:bench',
    reject: ({ line, message }) => {
      throw new Error(`${name} ${line}: ${message}`)
    },
    warn: () => {},
    progress: () => {},
  })
  if (summary.accepted !== summary.read || summary.read !== input.rows)
    throw new Error(`of ${input.rows} ${name}, ${summary.accepted} were taken`)
  return summary
}

/** The enterprises alone, without any report. */
export const importEnterprises = async (platform: Platform, files: RegisterFiles): Promise<number> =>
  (await take(platform, 'enterprises', files.enterprises)).read

/** Both files through the importer; returns how many records that was. */
export const importRegister = async (platform: Platform, files: RegisterFiles): Promise<number> =>
  (await take(platform, 'enterprises', files.enterprises)).read +
  (await take(platform, 'annual-reports', files.reports)).read
