import { spawn } from 'node:child_process'
import { createHash, hash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { NoEngine } from './failure.ts'
import type { Java } from './java.ts'

/** Folders of `archives/`. */
export type Archive = 'kafka' | 'apicurio' | 'elasticsearch-8' | 'elasticsearch-9'

/** Called with what is being done and how far it is. */
export type Progress = (what: string, done: number, of?: number) => void

/** Where what was fetched once is kept for every checkout of this user. */
const cache = (): string =>
  process.env.ENGINES_DIR || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'mingjian', 'engines')

let last: Promise<unknown> = Promise.resolve()

/** One after another: Maven's repository is not made for several writers, nor a progress bar for several stories. */
export const archive = (...wanted: Parameters<typeof kept>): Promise<string> => {
  const next = last.then(() => kept(...wanted))
  last = next.catch(() => {})
  return next
}

/** The folder of an engine's unpacked archive; fetched with Maven and checked the first time. */
const kept = async (name: Archive, java: Java, progress: Progress): Promise<string> => {
  const pins = join(import.meta.dirname, 'archives', name)
  const [project, sums] = [join(pins, 'pom.xml'), readFileSync(join(pins, 'SHA256SUMS'), 'utf8')]
  const place = join(cache(), `${name}-${hash('sha256', readFileSync(project, 'utf8') + sums).slice(0, 12)}`)
  if (existsSync(place)) return place
  // Beside its place, and moved there whole once it is what it must be: a broken-off start leaves nothing half-made.
  const fresh = `${place}.new-${process.pid}`
  try {
    mkdirSync(fresh, { recursive: true })
    await fetchWithMaven(name, project, fresh, java, progress)
    await check(name, sums, fresh)
    renameSync(fresh, place)
  } catch (error) {
    // Another process was faster.
    if (!existsSync(place)) throw error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return place
}

const fetchWithMaven = async (name: Archive, project: string, to: string, { home }: Java, progress: Progress) => {
  const maven = spawn('mvn', ['-Dstyle.color=never', '-f', project, 'initialize', `-Dto=${to}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, JAVA_HOME: home },
  })
  let said = ''
  for (const stream of [maven.stdout, maven.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-8000)
      const [, done, total] = /.*\((?:\d+)\): ([\d.]+)\/(\d+) MB/s.exec(text) ?? []
      if (total !== undefined) progress(`${name} (MB)`, Math.floor(Number(done)), Number(total))
    })
  const ended = await new Promise<number | null>((resolve, reject) => {
    maven.once('error', reject).once('close', resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT'
      ? new NoEngine(
          'Maven (mvn) is missing, which fetches the engines: install it, for example with apt-get install maven.',
        )
      : error
  })
  if (ended === 0) return
  const [, reason = `Maven ended with ${ended}`] = /ERROR\S*\s+(.*)/.exec(said) ?? []
  throw new NoEngine(`Maven could not fetch ${name}: ${reason}`)
}

/** Every file of SHA256SUMS is there and is that one; an archive that was unpacked beside is not kept a second time. */
const check = async (name: Archive, sums: string, folder: string): Promise<void> => {
  for (const [, sum, file = ''] of sums.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)) {
    const path = join(folder, file)
    const digest = createHash('sha256')
    await pipeline(createReadStream(path), digest)
    if (digest.digest('hex') !== sum)
      throw new NoEngine(
        `${file} of ${name} is not the pinned file (its SHA-256 differs): delete it from Maven's repository and try again.`,
      )
    if (!file.endsWith('.jar')) rmSync(path)
  }
}
