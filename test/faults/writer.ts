// A process that writes to the log: `writer.ts URL NAME WRITERS APPENDS STREAMS`. Every append carries a command id of its own and is
// repeated until it is recorded; each acknowledgement is one line on standard output, written before the next append begins.
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, postgresEventLog } from '@mingjian/kernel/adapters'
import { patience } from '../patience.ts'

const [url = '', name = '', writers = '1', appends = '1', streams = '1'] = process.argv.slice(2)
const AGAIN_MS = 50
/** Failures in a row. */
const FAILURES = patience(30) / AGAIN_MS
const db = connect({ url })
const log = postgresEventLog(db, { now: () => new Date().toISOString() })

const write = async (writer: number): Promise<void> => {
  for (let step = 0; step < Number(appends); step += 1) {
    const id = `${name}/${writer}/${step}`
    const size = 1 + ((writer + step) % 3)
    const stream = `shared-${(writer * 7 + step * 3) % Number(streams)}/a`
    for (let failures = 0; ; ) {
      try {
        const version = (await log.last(stream))?.version ?? 0
        const appended = await log.append({
          expected: new Map([[stream, version]]),
          events: Array.from({ length: size }, (_, index) => ({
            stream,
            event: {
              type: 'LicenceRevoked',
              data: { reason: `${id}/${index}`, remedy: null },
              effectiveOn: '2026-07-01',
              basis: [],
            },
            provenance: { actor: name, authority: '150203', commandId: id },
          })),
        })
        if (appended.outcome === 'conflict') continue
        // What was recorded while its answer was lost is known by its id.
        const { first, last } =
          appended.outcome === 'recorded' ? appended : ((await log.commands([id])).get(id) ?? { first: 0, last: 0 })
        writeSync(1, `${JSON.stringify({ id, first, last, size, stream })}\n`)
        break
      } catch (error) {
        // The server is away: until it is back.
        failures += 1
        if (failures > FAILURES) throw error
        await sleep(AGAIN_MS)
      }
    }
  }
}
await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer)))
await db.close()
