import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerOf, folder, mingjian, removeFolders, sample, start } from '../journeys/command-line.ts'
import { installTessera, type Tessera } from './tessera.ts'

const data = folder()
const log = folder()
let tessera: Tessera
beforeAll(async () => {
  tessera = await installTessera()
  await mingjian(data, ['import', 'enterprises', sample('enterprises')])
  await mingjian(data, ['import', 'abnormal-history', sample('abnormal')])
  await mingjian(data, ['import', 'penalties', sample('penalties')])
  await answerOf(data, ['log', 'export', log])
})
afterAll(removeFolders)

const filesOf = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(path, join(file.parentPath, file.name)))
    .sort()

/** Places all over a file, the same on every run. */
const placesIn = (length: number, count: number): readonly number[] => [
  ...new Set([0, length - 1, ...Array.from({ length: count }, (_, i) => (i * 7_919_317) % length)]),
]

describe("Tessera's fsck", () => {
  test('accepts an exported log of complete and partial tiles', async () => {
    expect(filesOf(log).join(' ')).toMatch(
      /checkpoint key.pub tile\/0\/000 .*tile\/0\/\d{3}\.p\/\d+ .*tile\/entries\/000/,
    )
    expect(await tessera.fsck(log)).toMatchObject({ accepted: true })
  })

  test('rejects it after any change of one byte, in whichever file', async () => {
    const copy = folder()
    cpSync(log, copy, { recursive: true })
    for (const file of filesOf(log)) {
      const original = readFileSync(join(log, file))
      const isNote = file === 'checkpoint' || file === 'key.pub'
      // The last character of a signature has bits that stand for nothing, and an end of line is not part of a key.
      const length =
        file === 'checkpoint' ? original.lastIndexOf('=') - 1 : isNote ? original.length - 1 : original.length
      for (const at of placesIn(length, isNote ? 24 : 4)) {
        const changed = Buffer.from(original)
        changed[at] = (changed[at] ?? 0) ^ 1
        writeFileSync(join(copy, file), changed)
        expect((await tessera.fsck(copy)).accepted, `byte ${at} of ${file}`).toBe(false)
      }
      writeFileSync(join(copy, file), original)
    }
    expect(await tessera.fsck(copy)).toMatchObject({ accepted: true })
  })

  test("accepts a copy that Tessera's mirror made over HTTP, the same in every byte", async () => {
    const copy = folder()
    const platform = await start(data)
    try {
      await tessera.mirror(`${platform.address}/log/`, copy)
    } finally {
      await platform.stop()
    }
    expect(await tessera.fsck(copy, join(log, 'key.pub'))).toMatchObject({ accepted: true })
    for (const file of filesOf(copy)) expect(readFileSync(join(copy, file))).toEqual(readFileSync(join(log, file)))
    expect(filesOf(copy)).toEqual(filesOf(log).filter((file) => file !== 'key.pub'))
  })

  test('accepts a log whose key was changed, by the old key and the new, then by the new alone', async () => {
    const [before, during, after] = [folder(), folder(), folder()]
    cpSync(log, before, { recursive: true })
    await answerOf(data, ['log', 'rotate'])
    await answerOf(data, ['log', 'export', during])
    const [oldKey, newKey] = [join(before, 'key.pub'), join(during, 'key.pub')]
    expect(readFileSync(newKey, 'utf8')).not.toBe(readFileSync(oldKey, 'utf8'))
    for (const key of [oldKey, newKey]) expect(await tessera.fsck(during, key)).toMatchObject({ accepted: true })
    await answerOf(data, ['log', 'rotate', '--retire'])
    await answerOf(data, ['log', 'export', after])
    expect(await tessera.fsck(after, newKey)).toMatchObject({ accepted: true })
    expect(await tessera.fsck(after, oldKey)).toMatchObject({ accepted: false })
  })
})
