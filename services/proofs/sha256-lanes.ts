// Four SHA-256 computations (FIPS 180-4) side by side in 128-bit lanes: a WebAssembly module, assembled below.
// Why: a draw hashes every enterprise of a province several times, each time one short block. A call of a crypto library
// costs many times more than such a block, and a browser has no synchronous one. A scalar block costs four times as much.

type Code = readonly number[]

const unsigned = (n: number): Code => (n < 128 ? [n] : [128 | (n & 127), ...unsigned(n >> 7)])
const get = (local: number): Code => [0x20, local]
const set = (local: number): Code => [0x21, local]
const simd = (operation: number): Code => [0xfd, ...unsigned(operation)]
const load = (base: Code, address: number): Code => [...base, ...simd(0x00), 4, ...unsigned(address)]
const store = (address: number, value: Code): Code => [0x41, 0, ...value, ...simd(0x0b), 4, ...unsigned(address)]
const bytesOf = (words: readonly number[]): Code => words.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte))
const shuffle = (x: Code, y: Code, words: readonly number[]): Code => [...x, ...y, ...simd(0x0d), ...bytesOf(words)]
const turned = (x: Code, y: Code, words: readonly number[]): Code => [
  ...[...x, ...y, ...simd(0x0d)],
  ...bytesOf(words).map((byte) => byte ^ 3),
]
const constant = (word: number): Code => {
  const bytes = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]
  return [...simd(0x0c), ...bytes, ...bytes, ...bytes, ...bytes]
}
const binary =
  (operation: number) =>
  (first: Code, ...rest: Code[]): Code => [...first, ...rest.flatMap((next) => [...next, ...simd(operation)])]
const and = binary(0x4e)
const or = binary(0x50)
const xor = binary(0x51)
const add = binary(0xae)
const shl = (x: Code, bits: number): Code => [...x, 0x41, bits, ...simd(0xab)]
const shr = (x: Code, bits: number): Code => [...x, 0x41, bits, ...simd(0xad)]
const rotr = (x: Code, bits: number): Code => or(shr(x, bits), shl(x, 32 - bits))

// FIPS 180-4 §4.1.2
const choice = (x: Code, y: Code, z: Code) => xor(z, and(x, xor(y, z)))
const majority = (x: Code, y: Code, z: Code) => xor(y, and(xor(x, y), xor(y, z)))
const bigSigma0 = (x: Code) => xor(rotr(x, 2), rotr(x, 13), rotr(x, 22))
const bigSigma1 = (x: Code) => xor(rotr(x, 6), rotr(x, 11), rotr(x, 25))
const smallSigma0 = (x: Code) => xor(rotr(x, 7), rotr(x, 18), shr(x, 3))
const smallSigma1 = (x: Code) => xor(rotr(x, 17), rotr(x, 19), shr(x, 10))

// FIPS 180-4 §4.2.2
const ROUND_CONSTANTS = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]

// Memory: the state to begin from, the state reached, the digests (4 × 32 bytes), and from the second page on a page a lane.
const START = 0
const STATE = 128
const DIGEST = 256
const MESSAGE = 65_536
const LANE = 65_536
const PAGES = 5

// FIPS 180-4 §6.2.2. Parameter 0: where the block is in each lane's message; parameter 1: the state to go on from.
// Locals 2–9 hold a–h, renamed each round instead of moved; 10–25 the last sixteen words of the schedule; 26–29 are free.
const compression = (): Code => {
  const code: number[] = []
  const emit = (...parts: Code[]) => {
    for (const part of parts) code.push(...part)
  }
  const T1 = 26
  const schedule = (t: number) => 10 + (t & 15)
  // Rows of words become columns, and each word's bytes are turned round: memory is little-endian, SHA-256 is not.
  const transpose = (row: (i: number) => Code, take: (i: number, column: Code) => void): void => {
    emit(turned(row(0), row(1), [0, 4, 1, 5]), set(26), turned(row(2), row(3), [0, 4, 1, 5]), set(27))
    emit(turned(row(0), row(1), [2, 6, 3, 7]), set(28), turned(row(2), row(3), [2, 6, 3, 7]), set(29))
    take(0, shuffle(get(26), get(27), [0, 1, 4, 5]))
    take(1, shuffle(get(26), get(27), [2, 3, 6, 7]))
    take(2, shuffle(get(28), get(29), [0, 1, 4, 5]))
    take(3, shuffle(get(28), get(29), [2, 3, 6, 7]))
  }

  for (let i = 0; i < 8; i++) emit(load(get(1), 16 * i), set(2 + i))
  for (let t = 0; t < 16; t += 4) {
    const row = (lane: number) => load(get(0), MESSAGE + LANE * lane + 4 * t)
    transpose(row, (i, column) => emit(column, set(schedule(t + i))))
  }
  for (const [t, k] of ROUND_CONSTANTS.entries()) {
    const w = (back: number) => get(schedule(t - back))
    if (t >= 16) emit(add(smallSigma1(w(2)), w(7), smallSigma0(w(15)), w(16)), set(schedule(t)))
    const local = (letter: number) => 2 + ((letter - t) & 7)
    const v = (letter: number) => get(local(letter))
    emit(add(v(7), bigSigma1(v(4)), choice(v(4), v(5), v(6)), constant(k), w(0)), set(T1))
    emit(add(v(3), get(T1)), set(local(3)))
    emit(add(get(T1), bigSigma0(v(0)), majority(v(0), v(1), v(2))), set(local(7)))
  }
  for (let i = 0; i < 8; i++) emit(add(load(get(1), 16 * i), get(2 + i)), set(2 + i), store(STATE + 16 * i, get(2 + i)))
  for (let i = 0; i < 8; i += 4) {
    const row = (word: number) => get(2 + i + word)
    transpose(row, (lane, column) => emit(store(DIGEST + 32 * lane + 4 * i, column)))
  }
  return code
}

/** A module of one function, `compress(block, state)`, and its memory. */
const assemble = (): Uint8Array => {
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
  const name = (text: string): Code => [text.length, ...new TextEncoder().encode(text)]
  const body = [1, 28, 0x7b, ...compression(), 0x0b]
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 2, 0x7f, 0x7f, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, PAGES]),
    ...section(7, [2, ...name('compress'), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}

/** Four messages under way. Their lanes run in step; each is read when its own last block is done. */
export interface Lanes {
  /** Room for the padded bytes of each message. */
  readonly messages: readonly Uint8Array[]
  /** SHA-256 of each message up to the last block compressed. */
  readonly digests: readonly Uint8Array[]
  /** The state that `begin` starts from and the state reached: word `j` of lane `l` at `4·j + l`. */
  readonly start: Uint32Array
  readonly reached: Uint32Array
  /** Compresses the 64 bytes at this offset of every lane, as the first block or as the next. */
  readonly begin: (offset: number) => void
  readonly proceed: (offset: number) => void
}

/** FIPS 180-4 §5.3.3 */
export const INITIAL_STATE: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]

// What is used of a global that only the compiler's `dom` library declares.
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

let compiled: object | undefined

export const openLanes = (): Lanes => {
  compiled ??= new WebAssembly.Module(assemble())
  const { memory, compress } = new WebAssembly.Instance(compiled).exports as {
    readonly memory: { readonly buffer: ArrayBuffer }
    readonly compress: (offset: number, state: number) => void
  }
  return {
    messages: [0, 1, 2, 3].map((lane) => new Uint8Array(memory.buffer, MESSAGE + LANE * lane, LANE)),
    digests: [0, 1, 2, 3].map((lane) => new Uint8Array(memory.buffer, DIGEST + 32 * lane, 32)),
    start: new Uint32Array(memory.buffer, START, 32),
    reached: new Uint32Array(memory.buffer, STATE, 32),
    begin: (offset) => compress(offset, START),
    proceed: (offset) => compress(offset, STATE),
  }
}
