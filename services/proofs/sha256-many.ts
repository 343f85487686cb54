import { INITIAL_STATE, type Lanes, openLanes } from './sha256-lanes.ts'

const utf8 = new TextEncoder()
const BLOCK = 64
const HASH = 32

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

/** One message while its bytes are written; at most 65,000. */
export class Message {
  private readonly room: Uint8Array
  private readonly view: DataView
  private front = 0
  private length = 0
  /** Of the message before: where its padding was zero. */
  private zeroFrom = 0
  private zeroTo = 0

  constructor(room: Uint8Array) {
    this.room = room
    this.view = viewOf(room)
  }

  /** Bytes `from` to `to`; by way of a view because a runtime copies its long words several times faster than bytes. */
  bytes(source: DataView, from = 0, to = source.byteLength): void {
    const { view } = this
    let at = this.length
    let i = from
    for (; i + 8 <= to; i += 8, at += 8) view.setBigUint64(at, source.getBigUint64(i))
    for (; i < to; i++, at++) view.setUint8(at, source.getUint8(i))
    this.length = at
  }

  /** Characters `from` to `to` of a text as UTF-8. */
  text(text: string, from = 0, to = text.length): void {
    const { room } = this
    let at = this.length
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80) {
        this.length = at
        this.bytes(viewOf(utf8.encode(text.slice(i, to))))
        return
      }
      room[at++] = unit
    }
    this.length = at
  }

  /** What every message begins with from now on. */
  begin(front: Uint8Array): void {
    this.room.set(front)
    this.front = front.length
  }

  restart(): void {
    this.length = this.front
  }

  /** Padding of FIPS 180-4 §5.1.1; `before`: bytes hashed already. Returns where the last block ends. */
  close(before: number): number {
    const bytes = before + this.length
    const end = (this.length + 72) & -BLOCK
    const { room, zeroFrom, zeroTo } = this
    if (end > room.length) throw new RangeError(`a message of ${this.length} bytes is too long for a lane`)
    let at = this.length
    room[at++] = 0x80
    this.zeroFrom = at
    this.zeroTo = end - 5
    // Messages of a kind are about as long as each other, and then most of the padding is zero already.
    if (zeroTo !== end - 5) room.fill(0, at, end - 5)
    else if (at < zeroFrom) room.fill(0, at, zeroFrom)
    at = end - 5
    room[at++] = Math.floor(bytes / 2 ** 29)
    room[at++] = bytes >>> 21
    room[at++] = bytes >>> 13
    room[at++] = bytes >>> 5
    room[at] = bytes << 3
    return end
  }
}

/** The SHA-256 of one message, until the next is hashed. */
export class Digest {
  readonly bytes: Uint8Array
  readonly view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = viewOf(bytes)
  }

  /** Writes its 32 bytes at `offset`. */
  copyTo(target: DataView, offset: number): void {
    for (let i = 0; i < HASH; i += 8) target.setBigUint64(offset + i, this.view.getBigUint64(i))
  }
}

/** What many messages begin with: the state after its whole blocks, which are hashed once, and the bytes of the last, unfinished one. */
export interface Front {
  readonly state: readonly number[]
  readonly hashed: number
  readonly rest: Uint8Array
}

const NOTHING: Front = { state: INITIAL_STATE, hashed: 0, rest: new Uint8Array(0) }

interface Desk {
  readonly lanes: Lanes
  readonly messages: readonly Message[]
  readonly digests: readonly Digest[]
}

// A desk is expensive to make and empty between calls, so it is lent, never shared: a callback may hash too.
const idle: Desk[] = []
const openDesk = (): Desk => {
  const lanes = openLanes()
  const messages = lanes.messages.map((room) => new Message(room))
  return { lanes, messages, digests: lanes.digests.map((bytes) => new Digest(bytes)) }
}
const borrow = ({ state }: Front): Desk => {
  const desk = idle.pop() ?? openDesk()
  for (const [word, value] of state.entries()) desk.lanes.start.fill(value, 4 * word, 4 * word + 4)
  return desk
}

/** Messages that begin with these bytes, text as UTF-8, behind those of `before`. */
export const beginningWith = (start: string | Uint8Array, before: Front = NOTHING): Front => {
  const added = typeof start === 'string' ? utf8.encode(start) : start
  const bytes = new Uint8Array(before.rest.length + added.length)
  bytes.set(before.rest)
  bytes.set(added, before.rest.length)
  const whole = bytes.length & -BLOCK
  if (whole === 0) return { ...before, rest: bytes }
  const desk = borrow(before)
  const { lanes } = desk
  const [room] = lanes.messages
  for (let at = 0; at < whole; at += BLOCK) {
    room?.set(bytes.subarray(at, at + BLOCK))
    if (at === 0) lanes.begin(0)
    else lanes.proceed(0)
  }
  const state = [0, 4, 8, 12, 16, 20, 24, 28].map((word) => lanes.reached[word] as number)
  // The next message relies on the zeros that this one left.
  room?.fill(0, 0, BLOCK)
  idle.push(desk)
  return { state, hashed: before.hashed + whole, rest: bytes.slice(whole) }
}

/**
 * SHA-256 of `count` short messages, four at a time. `write` adds what comes behind `front` in message `index`; `take` gets its
 * hash, valid during the call. Of four messages the shorter come first.
 */
export const digestEach = (
  count: number,
  write: (index: number, message: Message) => void,
  take: (index: number, digest: Digest) => void,
  front: Front = NOTHING,
): void => {
  const desk = borrow(front)
  const { lanes, messages, digests } = desk
  for (let lane = 0; lane < Math.min(4, count); lane++) messages[lane]?.begin(front.rest)
  const ends = new Int32Array(4)
  for (let first = 0; first < count; first += 4) {
    const used = Math.min(4, count - first)
    let last = 0
    for (let lane = 0; lane < used; lane++) {
      const message = messages[lane] as Message
      message.restart()
      write(first + lane, message)
      const end = message.close(front.hashed)
      ends[lane] = end
      if (end > last) last = end
    }
    for (let at = 0; at < last; at += BLOCK) {
      if (at === 0) lanes.begin(0)
      else lanes.proceed(at)
      for (let lane = 0; lane < used; lane++) {
        if (at + BLOCK === ends[lane]) take(first + lane, digests[lane] as Digest)
      }
    }
  }
  idle.push(desk)
}

/** SHA-256 of one message of any length, text as UTF-8. */
export const digestOne = (message: string | Uint8Array): Uint8Array => {
  let hash = new Uint8Array(0)
  const write = () => {}
  digestEach(1, write, (_, digest) => (hash = digest.bytes.slice()), beginningWith(message))
  return hash
}
