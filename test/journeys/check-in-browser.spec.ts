import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeUscc } from '@mingjian/codes'
import { catchUpPublicLog } from '@mingjian/main/run/follow-log'
import { rehearsed } from '@mingjian/main/run/rehearsal'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../chromium.ts'
import { folder, removeFolders } from './command-line.ts'
import { company } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'

const ID = '2026-核对'
const CODES = Array.from({ length: 40 }, (_, i) => makeUscc('91150203', `MA0BRW${String(i).padStart(2, '0')}`))
const data = folder()
let journey: Journey
let browser: Browser
let page: Page
/** Everything that the page or its worker asked of any address. */
const requests: string[] = []

const inspector = (inspectorId: string) => ({
  ...{ inspectorId, department: AUTHORITY, certificateNo: `150203${inspectorId}` },
  ...{ validFrom: '2022-01-01', validUntil: '2199-12-31', specialities: [], conflicts: [] },
})

beforeAll(async () => {
  journey = await startJourney({ DATA_DIR: data })
  for (const uscc of CODES)
    await journey.platform.handler.handle({
      command: { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市${uscc}商贸有限公司`) } },
      ...{ actor: 'import:test', authority: AUTHORITY },
    })
  for (const id of ['K001', 'K002', 'K003']) await journey.record({ type: 'RecordInspector', data: inspector(id) })
  await rehearsed(journey.platform, {
    plan: {
      ...{ id: ID, name: '核对', year: 2026, scope: {}, strata: [{ name: '批发', industry: 'F', rate: '1/10' }] },
      ...{ floor: '3/100', inspectorsPerObject: 2, window: { from: '2026-12-01', to: '2026-12-31' } },
      publicSource: { name: '演练：固定值', at: '2026-11-30' },
    },
    nonces: ['11', '22'].map((digits) => digits.repeat(32)),
    ...{ publicValue: '3 7 1', key: '00'.repeat(32), actor: 'staff:test' },
  })
  await journey.caughtUp()
  await catchUpPublicLog(journey.platform)
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
})
afterAll(async () => {
  await browser?.close()
  await journey?.end()
  removeFolders()
})

/** What the page says in the end, and of each step. */
const checked = async (): Promise<{
  readonly ok: boolean
  readonly said: string
  readonly steps: readonly string[]
}> => {
  const verdict = page.locator('[data-verdict][data-ok]')
  await verdict.waitFor()
  const steps = await page.locator('[data-steps] li strong').allTextContents()
  return { ok: (await verdict.getAttribute('data-ok')) === 'true', said: (await verdict.textContent()) ?? '', steps }
}
const choose = async (name: string, content: string): Promise<void> => {
  const path = join(data, name)
  writeFileSync(path, content)
  await page.locator('[data-check] input[type=file]').setInputFiles(path)
}
const proofOfDraw = async (): Promise<string> => (await journey.get(`/v1/draws/${encodeURIComponent(ID)}/proof`)).text

test('a draw is redone on its own page, step by step, with the signature of the public log', async () => {
  await page.goto(`${journey.address}/draws/${encodeURIComponent(ID)}`)
  await page.getByRole('button', { name: '在这里核对' }).click()
  const { ok, said, steps } = await checked()
  expect(said).toContain('没有不符之处')
  expect(ok).toBe(true)
  for (const step of ['种子', '抽签号', '抽中名单', '人员选派', '公开日志', '公开日志的签名'])
    expect(steps).toContain(`通过 ${step}`)
  expect(steps.filter((step) => step.startsWith('不符'))).toEqual([])
})

test('a file that was changed is found out, and the step is named', async () => {
  const proof = await proofOfDraw()
  const seed: string = JSON.parse(proof).seed
  await choose('changed.json', proof.replaceAll(seed, `${seed.slice(0, -1)}${seed.endsWith('0') ? '1' : '0'}`))
  const { ok, steps } = await checked()
  expect(ok).toBe(false)
  expect(steps).toContain('不符 种子')
})

test('what was chosen stays in the page: nothing but the script and the key of the log is asked for', async () => {
  await page.goto(`${journey.address}/about`)
  requests.length = 0
  await choose('own.json', await proofOfDraw())
  expect((await checked()).ok).toBe(true)
  const paths = requests.map((url) => new URL(url).pathname).filter((path) => !path.startsWith('/assets/fonts/'))
  expect(paths.sort()).toEqual(['/assets/verify.js', '/log/key.pub'])
  const { headers } = await journey.get('/assets/verify.js')
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'wasm-unsafe-eval'")
})

test('that an enterprise is on no list is checked there too', async () => {
  await choose('lists.json', (await journey.get(`/log/lists/${CODES[0]}`)).text)
  const { ok, steps } = await checked()
  expect([ok, steps]).toEqual([true, ['通过 文件的格式', '通过 名录', '通过 公开日志', '通过 公开日志的签名']])
})
