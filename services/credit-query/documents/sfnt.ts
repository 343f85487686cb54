import { inflateSync } from 'node:zlib'

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const HEADER = 12
const ENTRY = 16

/** The font inside a WOFF file (W3C WOFF 1.0 §4–5), unpacked once: a reader would inflate a whole table for every glyph. */
export const sfntOf = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(HEADER + count * ENTRY)
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let at = 0; at < count; at += 1) {
    const entry = woff.subarray(WOFF_HEADER + at * WOFF_ENTRY)
    const [from, packed, length] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)]
    const stored = woff.subarray(from, from + packed)
    const table = Buffer.alloc(Math.ceil(length / 4) * 4)
    ;(packed < length ? inflateSync(stored) : stored).copy(table)
    const own = HEADER + at * ENTRY
    entry.copy(directory, own, 0, 4)
    entry.copy(directory, own + 4, 16, 20)
    directory.writeUInt32BE(offset, own + 8)
    directory.writeUInt32BE(length, own + 12)
    tables.push(table)
    offset += table.length
  }
  return Buffer.concat([directory, ...tables])
}
