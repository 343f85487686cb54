import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Connection, postgresEventLog, verifyChain } from '@mingjian/kernel/adapters'
import { expect } from 'vitest'

export interface Acknowledged {
  readonly id: string
  readonly first: number
  readonly last: number
  readonly size: number
  readonly stream: string
}

export interface Writer {
  /** Every acknowledgement read so far. */
  readonly acknowledged: readonly Acknowledged[]
  kill(): void
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
}

/** Starts a process that writes; `writer.ts` says what. */
export const startWriter = (url: string, name: string, writers: number, appends: number, streams: number): Writer => {
  const args = [join(import.meta.dirname, 'writer.ts'), url, name, String(writers), String(appends), String(streams)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) acknowledged.push(JSON.parse(line) as Acknowledged)
  })
  return {
    acknowledged,
    kill: () => child.kill('SIGKILL'),
    ended: new Promise((resolve) => child.once('close', () => resolve())),
  }
}

/**
 * The log holds every acknowledged append whole and at its place, no command twice, positions and versions without a gap and in one order,
 * and its chain is unbroken. Returns how many commands it holds.
 */
export const expectWhole = async (db: Connection, acknowledged: readonly Acknowledged[]): Promise<number> => {
  const log = postgresEventLog(db, { now: () => '2026-07-01T00:00:00Z' })
  const events = await log.read(0, 1e7)
  const versions = new Map<string, number>()
  const commands = new Map<string, number[]>()
  events.forEach((event, index) => {
    if (event.position !== index + 1) throw new Error(`position ${index + 1} is ${event.position}`)
    const version = (versions.get(event.stream) ?? 0) + 1
    if (event.version !== version) throw new Error(`${event.stream} has ${event.version} where ${version} is due`)
    versions.set(event.stream, version)
    const id = event.commandId ?? ''
    commands.set(id, [...(commands.get(id) ?? []), event.position])
  })
  for (const { id, first, last, size } of acknowledged) {
    expect(last - first + 1).toBe(size)
    expect(commands.get(id), id).toEqual(Array.from({ length: size }, (_, index) => first + index))
  }
  for (const [id, positions] of commands) {
    const reasons = positions.map((position) => {
      const event = events[position - 1]
      return event?.type === 'LicenceRevoked' ? event.data.reason : undefined
    })
    expect(reasons, 'an append is there whole and once').toEqual(positions.map((_, index) => `${id}/${index}`))
  }
  const chain = await verifyChain(db)
  expect(chain.fault).toBeUndefined()
  // Writers may have gone on meanwhile.
  expect(chain.events).toBeGreaterThanOrEqual(events.length)
  return commands.size
}
