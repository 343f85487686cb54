import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draw, proofOf, writeProof } from '@mingjian/inspection/draw'
import { verifyFile } from '@mingjian/main/cli/verify-file'
import { configFrom } from '@mingjian/main/run/config'
import { serve } from '@mingjian/main/run/serve'
import type { Page } from 'playwright-core'
import { openBrowser } from '../chromium.ts'
import { freshDatabase, startServer } from '../postgres.ts'
import { inputOf } from './draw.ts'
import type { Report } from './measure.ts'
import { benchPlatform } from './register.ts'

const OBJECTS = 100_000
const ROUNDS = 5
const KEY = '07'.repeat(32)

/** Proof files of invented draws; of a sealed one the oversight body's, which has the most to check. */
const files = (): ReadonlyMap<string, string> => {
  const input = inputOf(OBJECTS)
  const fileOf = (sealed: boolean): string => {
    const drawn = draw(sealed ? { ...input, plan: { ...input.plan, sealed }, key: KEY } : input)
    if ('code' in drawn) throw new Error(drawn.text.en)
    return writeProof(proofOf(drawn, '福彩3D', sealed ? { to: 'oversight', key: KEY } : { to: 'public' }))
  }
  return new Map([
    ['public', fileOf(false)],
    ['sealed, for oversight', fileOf(true)],
  ])
}

/** Seconds from the choice of a file to the verdict, as a visitor who has just opened the page waits for it. */
const inPage = async (page: Page, address: string, path: string): Promise<number> => {
  await page.goto(address)
  const began = performance.now()
  await page.locator('[data-check] input[type=file]').setInputFiles(path)
  const verdict = page.locator('[data-verdict][data-ok]')
  await verdict.waitFor({ timeout: 120_000 })
  const seconds = (performance.now() - began) / 1000
  if ((await verdict.getAttribute('data-ok')) !== 'true') throw new Error((await verdict.textContent()) ?? '')
  return seconds
}

/** A draw of 10^5 redone on a page of the portal and on the command line, from the choice of the file to the verdict. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'mingjian-bench-verify-'))
  const server = await startServer()
  const database = await freshDatabase(server.url)
  const platform = await benchPlatform(database.url)
  const serving = await serve(
    platform,
    { ...configFrom({}), port: 0 },
    { ready: async () => undefined, notice: undefined },
  )
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const rows: { what: string; megabytes: number; seconds: number; slowest: number }[] = []
    const note = (what: string, file: string, took: readonly number[]): number => {
      const slowest = Math.max(...took)
      const [fastest = 0] = took.toSorted((a, b) => a - b)
      rows.push({
        what,
        megabytes: Math.round(file.length / 1e5) / 10,
        seconds: round(fastest),
        slowest: round(slowest),
      })
      say(`${what}: ${took.map((seconds) => seconds.toFixed(2)).join(', ')} s`)
      return slowest
    }
    let slowest = 0
    for (const [kind, file] of files()) {
      const path = join(folder, 'proof.json')
      writeFileSync(path, file)
      const took: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) took.push(await inPage(page, `${serving.address}/about`, path))
      slowest = Math.max(slowest, note(`in the browser, ${kind}`, file, took))
      const bytes = Buffer.from(file)
      const own: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now()
        if (!verifyFile(bytes, undefined).ok) throw new Error('the proof does not hold')
        own.push((performance.now() - began) / 1000)
      }
      note(`mingjian verify, ${kind}`, file, own)
    }
    return {
      name: 'verify',
      unit: 's',
      rows,
      goals: [{ goal: `a draw of ${OBJECTS} in the browser, slowest round, of 3 s`, ratio: slowest / 3, atMost: 1 }],
    }
  } finally {
    await browser.close()
    await serving.close()
    await platform.close()
    await database.drop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100
