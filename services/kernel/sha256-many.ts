import { INITIAL_STATE, type Lanes, openLanes } from './sha256-lanes.ts'

const utf8 = new TextEncoder()
const HEX = '0123456789abcdef'

/** One message while its bytes are written; at most 65,000. */
export class Message {
  private readonly room: Uint8Array
  private length = 0

  constructor(room: Uint8Array) {
    this.room = room
  }

  byte(value: number): void {
    this.room[this.length++] = value
  }

  bytes(source: Uint8Array, from = 0, to = source.length): void {
    const room = this.room
    let at = this.length
    for (let i = from; i < to; i++) room[at++] = source[i] as number
    this.length = at
  }

  /** Characters `from` to `to` of a text as UTF-8. */
  text(text: string, from = 0, to = text.length): void {
    const room = this.room
    let at = this.length
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80) {
        this.length = at
        this.bytes(utf8.encode(text.slice(i, to)))
        return
      }
      room[at++] = unit
    }
    this.length = at
  }

  /** Two hexadecimal digits a byte. */
  hex(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.byte(HEX.charCodeAt(byte >> 4))
      this.byte(HEX.charCodeAt(byte & 15))
    }
  }

  restart(): void {
    this.length = 0
  }

  /** Padding of FIPS 180-4 §5.1.1; `before`: bytes hashed already. Returns where the last block ends. */
  close(before: number): number {
    const bytes = before + this.length
    const end = (this.length + 72) & ~63
    const room = this.room
    if (end > room.length) throw new RangeError(`a message of ${this.length} bytes is too long for a lane`)
    let at = this.length
    room[at++] = 0x80
    while (at < end - 5) room[at++] = 0
    room[at++] = Math.floor(bytes / 2 ** 29)
    room[at++] = bytes >>> 21
    room[at++] = bytes >>> 13
    room[at++] = bytes >>> 5
    room[at] = bytes << 3
    return end
  }
}

/** SHA-256 after some whole blocks: what many messages have in common in front is hashed once. */
export interface Midstate {
  readonly state: readonly number[]
  readonly bytes: number
}

const NOTHING: Midstate = { state: INITIAL_STATE, bytes: 0 }

interface Desk {
  readonly lanes: Lanes
  readonly messages: readonly Message[]
}

// A desk is dear to open and nothing on it outlives a call, so it is lent, never shared: a callback may hash too.
const idle: Desk[] = []
const openDesk = (): Desk => {
  const lanes = openLanes()
  return { lanes, messages: lanes.messages.map((room) => new Message(room)) }
}
const borrow = ({ state }: Midstate): Desk => {
  const desk = idle.pop() ?? openDesk()
  for (const [word, value] of state.entries()) desk.lanes.start.fill(value, 4 * word, 4 * word + 4)
  return desk
}

/** The state after `prefix`, whole blocks of 64 bytes. */
export const midstate = (prefix: Uint8Array): Midstate => {
  if (prefix.length % 64 !== 0) throw new RangeError('a midstate stands after whole blocks of 64 bytes')
  if (prefix.length === 0) return NOTHING
  const desk = borrow(NOTHING)
  const { lanes } = desk
  for (let at = 0; at < prefix.length; at += 64) {
    lanes.messages[0]?.set(prefix.subarray(at, at + 64))
    if (at === 0) lanes.begin(0)
    else lanes.proceed(0)
  }
  const state = [0, 4, 8, 12, 16, 20, 24, 28].map((word) => lanes.reached[word] as number)
  idle.push(desk)
  return { state, bytes: prefix.length }
}

/**
 * SHA-256 of `count` short messages, four at a time. `write` gives the bytes of message `index`, behind those of `after`;
 * `take` gets its 32 bytes, valid during the call. Of four messages the shorter are taken first.
 */
export const digestEach = (
  count: number,
  write: (index: number, message: Message) => void,
  take: (index: number, digest: Uint8Array) => void,
  after: Midstate = NOTHING,
): void => {
  const desk = borrow(after)
  const { lanes, messages } = desk
  const ends = new Int32Array(4)
  for (let first = 0; first < count; first += 4) {
    const used = Math.min(4, count - first)
    let last = 0
    for (let lane = 0; lane < used; lane++) {
      const message = messages[lane] as Message
      message.restart()
      write(first + lane, message)
      const end = message.close(after.bytes)
      ends[lane] = end
      if (end > last) last = end
    }
    for (let at = 0; at < last; at += 64) {
      if (at === 0) lanes.begin(0)
      else lanes.proceed(at)
      for (let lane = 0; lane < used; lane++) {
        if (at + 64 === ends[lane]) take(first + lane, lanes.digests[lane] as Uint8Array)
      }
    }
  }
  idle.push(desk)
}

/** SHA-256 of one message of any length. */
export const digestOne = (message: Uint8Array): Uint8Array => {
  const whole = message.length & ~63
  const digest = new Uint8Array(32)
  digestEach(
    1,
    (_, rest) => rest.bytes(message, whole),
    (_, result) => digest.set(result),
    midstate(message.subarray(0, whole)),
  )
  return digest
}
