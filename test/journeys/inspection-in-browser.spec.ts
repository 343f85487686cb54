import { addDays, makeUscc } from '@mingjian/codes'
import { prepareCodes } from '@mingjian/inspection'
import type { Command } from '@mingjian/kernel'
import { systemClock, systemRandom } from '@mingjian/kernel/adapters'
import { catchUpPublicLog } from '@mingjian/main/run/follow-log'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../chromium.ts'
import { NONCES, planFor, sha256 } from './draw.ts'
import { company, report } from './examples.ts'
import { AUTHORITY, type Journey, startJourney, TOKEN } from './platform.ts'

const TODAY = systemClock.today()
const YEAR = Number(TODAY.slice(0, 4))
const HEALTH = '昆都仑区卫生健康委员会'
const DRAW = '2026-联合'
const CODES = Array.from({ length: 10 }, (_, i) => makeUscc('91150203', `MA0BJY${String(i).padStart(2, '0')}`))
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1200, height: 900 }

let journey: Journey
let browser: Browser
let desk: Page
let phone: Page
let officer: BrowserContext
/** What a page said had gone wrong in it. */
const faults: string[] = []

const item = (itemNo: string, name: string, department: string) => ({
  item: {
    ...{ itemNo, name, legalBasis: [`《${name}办法》第三条`], subjects: '企业', content: `${name}的情况` },
    ...{
      method: '实地核查',
      level: '区级',
      departments: [department],
      key: false,
      ratioLimit: '50/100',
      timesAYear: 1,
    },
    ...{ specialities: [], checklist: [`${name}甲`, `${name}乙`], noticeBeforehand: false },
  },
  from: TODAY,
})
const planned = {
  ...{ taskNo: '1', batch: 1, name: '餐饮联合抽查', items: ['登-1', '卫-1'], objects: '企业', directed: false },
  ...{ share: '20/100', count: 2, method: '实地核查', from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
  ...{ lead: AUTHORITY, partners: [HEALTH] },
}
const plan = planFor(TODAY, {
  ...{ id: DRAW, name: '餐饮联合抽查', strata: [{ name: '企业', rate: '20/100' }] },
  ...{ window: { from: TODAY, to: addDays(TODAY, 20) }, items: ['登-1', '卫-1'], departments: [AUTHORITY, HEALTH] },
  annualPlan: { id: 'annual', taskNo: '1' },
})

const done = async (command: string, given: unknown) => {
  const answer = await journey.act(command, given)
  expect([answer.status, answer.body], command).toMatchObject([200, { outcome: 'recorded' }])
}
// biome-ignore lint/suspicious/noExplicitAny: what a stranger gets has no type
const tasks = async (): Promise<readonly any[]> =>
  (await journey.get('/v1/visits', { authorization: `Bearer ${TOKEN}` })).body.items

beforeAll(async () => {
  journey = await startJourney()
  const enterprises = CODES.flatMap((uscc, i): readonly Command[] => [
    { type: 'EstablishEnterprise', data: { uscc, items: company(`包头市联合${i}号餐饮有限责任公司`) } },
    { type: 'SubmitAnnualReport', data: { uscc, year: YEAR - 1, filedOn: `${YEAR}-03-01`, report: report() } },
  ])
  const inspectors = ['K001', 'W001'].map(
    (inspectorId): Command => ({
      type: 'EnrolInspector',
      data: {
        ...{
          inspectorId,
          department: inspectorId.startsWith('W') ? HEALTH : AUTHORITY,
          certificateNo: `150203${inspectorId}`,
        },
        ...{ validFrom: '2022-01-01', validUntil: '2199-12-31', specialities: [], conflicts: [] },
      },
    }),
  )
  await journey.platform.handler.handleAll(
    [...enterprises, ...inspectors].map((command) => ({ command, actor: 'staff', authority: AUTHORITY })),
  )
  await done('ListInspectionItem', item('登-1', '登记事项', AUTHORITY))
  await done('ListInspectionItem', item('卫-1', '公共场所卫生', HEALTH))
  await done('DraftInspectionPlan', { planId: 'annual', year: YEAR, name: `${YEAR}年度抽查计划`, tasks: [planned] })
  await done('ReviewInspectionPlan', { planId: 'annual', passed: true, opinion: '' })
  await done('PublishInspectionPlan', { planId: 'annual' })
  await done('OpenDraw', { plan })
  for (const official of ['甲', '乙'])
    await done('CommitNonce', { planId: DRAW, official, sha256: sha256(NONCES[official] ?? '') })
  for (const official of ['甲', '乙']) await done('RevealNonce', { planId: DRAW, official, nonce: NONCES[official] })
  await done('RunDraw', { planId: DRAW, publicValue: '3 7 1' })
  await journey.caughtUp()
  await catchUpPublicLog(journey.platform)
  browser = await openBrowser()
  const locale = 'zh-CN'
  desk = await browser.newPage({ locale, viewport: DESK })
  officer = await browser.newContext({
    ...{ locale, viewport: PHONE, isMobile: true, hasTouch: true },
    ...{ geolocation: { latitude: 40.64, longitude: 109.84, accuracy: 8 }, permissions: ['geolocation'] },
  })
  phone = await officer.newPage()
  for (const one of [desk, phone]) one.on('pageerror', ({ message }) => faults.push(message))
})
afterAll(async () => {
  await browser?.close()
  await journey?.end()
})

/** What a phone's camera reads in the code on a page: 400 by 400 points, made on a page of nobody's. */
const scanned = async (page: Page): Promise<string> => {
  const svg = await page.locator('figure svg').evaluate((one) => one.outerHTML)
  const camera = await browser.newPage()
  const points = await camera.evaluate(`(async () => {
    const image = new Image()
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(${JSON.stringify(svg)})
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 })
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 400, 400)
    pen.drawImage(image, 0, 0, 400, 400)
    return [...pen.getImageData(0, 0, 400, 400).data]
  })()`)
  await camera.close()
  return decodeQR({ width: 400, height: 400, data: Uint8Array.from(points as readonly number[]) })
}
const form = (act: string, which = 0) => phone.locator(`form[data-act=${act}]`).nth(which)
const submit = (act: string, which = 0) => form(act, which).locator('button[type=submit]').click()
const isReady = () => phone.locator('[data-visit][data-ready]').waitFor()
const unsent = async (): Promise<number> => Number(await phone.locator('[data-count]').getAttribute('data-unsent'))
/** Until an act has been taken down, and those before it with it. */
const isSent = async (act: string) => {
  await form(act).locator('[data-said][data-state=sent]').waitFor()
  expect(await unsent()).toBe(0)
  await journey.caughtUp()
}
/** Fills in an item: every point of its check list, and what was found. */
const fillItem = async (which: number, answer: string, result: string) => {
  const item = form('CheckItem', which)
  for (const point of await item.locator('[data-point]').all()) await point.getByLabel(answer, { exact: true }).check()
  await item.getByLabel(result, { exact: true }).check()
}

test('the draw is redone in the page before anybody is visited', async () => {
  await desk.goto(`${journey.address}/draws/${encodeURIComponent(DRAW)}`)
  await desk.getByRole('button', { name: '在这里核对' }).click()
  const verdict = desk.locator('[data-verdict][data-ok]')
  await verdict.waitFor()
  expect(await verdict.getAttribute('data-ok')).toBe('true')
})

test('officers come in, find their checks and issue the slips', async () => {
  await phone.goto(`${journey.address}/staff/visits`)
  await phone.getByLabel('工作人员口令').fill(TOKEN)
  await phone.getByRole('button', { name: '进入' }).click()
  await phone.getByRole('heading', { name: '检查任务' }).waitFor()
  const links = await Promise.all((await phone.locator('table a').all()).map((link) => link.getAttribute('href')))
  expect(links).toHaveLength(2)
  for (const link of links) {
    await phone.goto(`${journey.address}${link}`)
    await isReady()
    await submit('IssueTaskSlip')
    await phone.getByText('全部送达').waitFor()
    await journey.caughtUp()
    await phone.locator('figure svg').waitFor()
  }
})

test('the enterprise scans the code on entry: it sees who checks what, its rights, and confirms', async () => {
  const link = await scanned(phone)
  expect(link).toMatch(/\/visits\/[0-9a-f]{32}$/)
  const theirs = await browser.newPage({ locale: 'zh-CN', viewport: PHONE })
  theirs.on('pageerror', ({ message }) => faults.push(message))
  await theirs.goto(link)
  await theirs.getByText('150203K001').waitFor()
  await theirs.getByText('公共场所卫生').first().waitFor()
  await theirs.getByText('可以申请回避').waitFor()
  await theirs.getByRole('button', { name: '检查人员已经到场' }).click()
  await journey.caughtUp()
  await theirs.reload()
  await theirs.getByText('已经确认入企').waitFor()
  await theirs.close()
})

test('a visit is carried out without network, over a restart of the page, and arrives once', async () => {
  const here = phone.url()
  await phone.goto(`${journey.address}/staff/visits`)
  const link = phone.locator('table a[data-keep]').first()
  const where = await link.boundingBox()
  await phone.locator('[data-offline=ready]').waitFor()
  // Nothing moves under a finger that is about to touch it.
  expect(await link.boundingBox()).toEqual(where)
  await officer.setOffline(true)
  await phone.goto(here)
  await isReady()

  const nothing = form('CheckItem').getByLabel('未发现问题', { exact: true })
  await nothing.check()
  expect(await form('CheckItem').getByLabel('不配合检查情节严重', { exact: true }).isDisabled()).toBe(true)
  await nothing.uncheck()
  await submit('EnterPremises')
  await fillItem(0, '符合', '未发现问题')
  await submit('CheckItem', 0)
  await fillItem(1, '符合', '未发现问题')
  await form('TakeEvidence')
    .getByLabel('文件', { exact: true })
    .setInputFiles({
      ...{ name: '门头.jpg', mimeType: 'image/jpeg' },
      buffer: Buffer.from('what a camera makes'),
    })
  await form('TakeEvidence').getByLabel('说明的是什么').fill('门头')
  await submit('TakeEvidence')
  await expect.poll(unsent).toBe(3)

  // Shut and opened again: what was kept is there, what was filled in too.
  await phone.reload()
  await isReady()
  expect(await unsent()).toBe(3)
  expect(await form('CheckItem', 1).getByLabel('未发现问题', { exact: true }).isChecked()).toBe(true)
  await submit('CheckItem', 1)
  for (const which of [0, 1]) {
    await form('SignAsOfficer', which).getByRole('checkbox').check()
    await submit('SignAsOfficer', which)
  }
  await phone.locator('canvas').scrollIntoViewIfNeeded()
  const box = await phone.locator('canvas').boundingBox()
  if (box === null) throw new Error('nowhere to sign')
  await phone.mouse.move(box.x + 20, box.y + 20)
  await phone.mouse.down()
  await phone.mouse.move(box.x + 120, box.y + 60, { steps: 5 })
  await phone.mouse.up()
  // On a device that takes its time with the picture, too, acts are kept in the order in which they were done.
  await phone.evaluate(`{
    const { toBlob } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      setTimeout(() => toBlob.apply(this, given), 2000)
    }
  }`)
  await submit('SignAsEnterprise')
  await submit('CompleteVisit')
  await expect.poll(unsent).toBe(8)
  expect((await tasks()).map(({ stage }) => stage)).toEqual(['issued', 'issued'])

  await officer.setOffline(false)
  // Where the machine itself has no network, the page doesn't hear that it is back.
  await phone.locator('[data-send]').click()
  await isSent('CompleteVisit')
  const visit = (await tasks()).find(({ stage }) => stage === 'completed')
  expect(visit).toMatchObject({
    completed: { results: ['未发现问题'], signature: 'signed', enterpriseState: '存续' },
    checked: { '登-1': { by: 'K001' }, '卫-1': { by: 'W001' } },
  })
  const [evidence] = Object.values<{ sha256: string; latitude: number }>(visit.evidence)
  expect(evidence?.latitude).toBe(40.64)
  const bytes = await journey.get(`/v1/evidence/${evidence?.sha256}`, { authorization: `Bearer ${TOKEN}` })
  expect(bytes.text).toBe('what a camera makes')
})

test('what is refused is said where it was filled in, is mended there, and goes on', async () => {
  await phone.goto(`${journey.address}/staff/visits`)
  await phone.locator('[data-offline=ready]').waitFor()
  await phone.locator('table a[data-keep]').click()
  await isReady()
  await submit('EnterPremises')
  await isSent('EnterPremises')
  // Nothing found of an item of which a point is wrong.
  await fillItem(0, '不符合', '未发现问题')
  await submit('CheckItem', 0)
  await form('CheckItem').getByText('答案与抽查结果不一致').waitFor()
  await form('CheckItem').getByLabel('未发现问题', { exact: true }).uncheck()
  await form('CheckItem').getByLabel('发现问题已责令改正', { exact: true }).check()
  await form('CheckItem').getByLabel('事实（将会公示，不写个人信息）').locator('visible=true').fill('未悬挂营业执照')
  await form('CheckItem').getByLabel('改正的最后一日').fill(addDays(TODAY, 15))
  await submit('CheckItem', 0)
  await fillItem(1, '符合', '未发现问题')
  await submit('CheckItem', 1)
  for (const which of [0, 1]) {
    await form('SignAsOfficer', which).getByRole('checkbox').check()
    await submit('SignAsOfficer', which)
  }
  const unsigned = form('NoteSignatureRefused')
  await unsigned.locator('summary').click()
  await unsigned.getByLabel('原因').fill('负责人拒绝签字')
  await unsigned.getByLabel('见证人').fill('社区网格员')
  await submit('NoteSignatureRefused')
  await submit('CompleteVisit')
  await isSent('CompleteVisit')
  expect((await tasks()).map(({ stage }) => stage)).toEqual(['completed', 'completed'])
})

test('reviewed by another and published, everybody sees the results', async () => {
  const visits = await tasks()
  for (const { task, uscc } of visits) {
    const at = new Date().toISOString()
    await done('ReviewInspectionResult', { task, at, reviewer: '法规科', passed: true, opinion: '' })
    await done('PublishInspectionResult', { uscc, task })
  }
  await desk.goto(`${journey.address}/draws/${encodeURIComponent(DRAW)}`)
  await desk.getByRole('link', { name: '已经公示的检查结果' }).click()
  expect(await desk.locator('tbody tr').count()).toBe(2)
  await desk.getByLabel('结果').selectOption('发现问题已责令改正')
  await desk.getByRole('button', { name: '筛选' }).click()
  expect(await desk.locator('tbody tr').count()).toBe(1)
  await desk.locator('tbody a').first().click()
  await desk.locator('#inspections').getByText('发现问题已责令改正').first().waitFor()
  await desk.goto(`${journey.address}/inspections/${YEAR}`)
  await desk.getByText('结果已公示 2 户（20.00%）').waitFor()
})

test('who was checked rates it by a code that belongs to no check', async () => {
  const [code = ''] = await prepareCodes(journey.platform, AUTHORITY, 3, systemRandom)
  await desk.goto(`${journey.address}/ratings`)
  await desk.getByLabel('评价码').fill(code)
  for (const aspect of await desk.locator('fieldset').all()) await aspect.getByLabel('5 分').check()
  await desk.getByRole('button', { name: '提交评价' }).click()
  await desk.getByText('已经收下').waitFor()
  expect(faults).toEqual([])
})
