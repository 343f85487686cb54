// A process that enters events in the public log: `public-log-process.ts URL FOLDER HOLDER`. Each checkpoint that it sees signed is one
// line on standard output, written before the next step begins.
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, postgresEventLog, postgresLeases, systemClock } from '@mingjian/kernel/adapters'
import { openPublicLog } from '@mingjian/main/run/public-log'

const [url = '', folder = '', holder = ''] = process.argv.slice(2)
const db = connect({ url })
const log = openPublicLog({ db, log: postgresEventLog(db, systemClock), clock: systemClock }, { dataDirectory: folder })
const leases = postgresLeases(db)

for (;;) {
  const fence = await leases.take('public-log', holder, 1)
  const steps = fence === undefined ? 0 : await log.advance(fence).catch(() => 0)
  const issued = await log.checkpoint()
  if (issued !== undefined) writeSync(1, `${JSON.stringify(issued.note)}\n`)
  if (steps === 0) await sleep(20)
}
