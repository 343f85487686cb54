import { createHash, hash } from 'node:crypto'
import type { Session } from './connection.ts'
import type { Columns } from './log-row.ts'

// Shared by all events: allocating a buffer and its view takes as long as hashing its content.
let scratch = Buffer.allocUnsafe(1 << 14)

/**
 * SHA-256 over everything that is kept of an event but its place: the JSON array of its columns, a zero byte, the payload. Bytes in and out
 * are latin1 strings.
 */
export const digestOf = (columns: Columns, payload: string): string => {
  const json = JSON.stringify(columns)
  const room = 3 * json.length + 1 + payload.length
  if (scratch.length < room) scratch = Buffer.allocUnsafe(2 * room)
  const end = scratch.write(json)
  scratch[end] = 0
  scratch.write(payload, end + 1, 'latin1')
  return hash('sha256', scratch.subarray(0, end + 1 + payload.length), 'latin1')
}

export interface ChainCheck {
  readonly events: number
  /** The hash behind the newest event: the same log gives the same value. */
  readonly head: string
  /** The first event that is missing or altered. */
  readonly fault?: { readonly position: number; readonly what: string }
}

const CHECKED =
  'position, payload, hash, stream, version, type, effective_on, recorded_at, actor, authority, basis, command_id, correlation_id, causation_id, schema'

/**
 * Walks the whole log: positions without a gap, every event as its hash says. Constant memory.
 * Events missing at its end show when `head` is compared with one noted earlier.
 */
export const verifyChain = async (
  db: Session,
  progress: (position: number) => void = () => {},
): Promise<ChainCheck> => {
  let head: Uint8Array = new Uint8Array()
  let after = 0
  // Events below the first position could still be read by their stream, so they are checked too.
  let from = Number.MIN_SAFE_INTEGER
  const checked = (fault?: { position: number; what: string }): ChainCheck => ({
    events: after,
    head: Buffer.from(head).toString('hex'),
    ...(fault === undefined ? {} : { fault }),
  })
  for (;;) {
    const rows = await db.query(
      `select ${CHECKED} from log.event where position > $1 order by position limit 5000`,
      [from],
      'verify',
    )
    if (rows.length === 0) return checked()
    for (const [position, payload, stored, ...columns] of rows as [number, Buffer, Buffer, ...Columns][]) {
      if (position < 1) return checked({ position, what: 'not part of the log' })
      if (position !== after + 1) return checked({ position: after + 1, what: 'missing' })
      const chained = createHash('sha256')
        .update(head)
        .update(digestOf(columns, payload.toString('latin1')), 'latin1')
        .digest()
      if (!chained.equals(stored)) return checked({ position, what: 'not as it was recorded' })
      head = stored
      after = position
    }
    from = after
    progress(after)
  }
}
