import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeUscc } from '@mingjian/codes'
import { catchUpPublicLog, followLog } from '@mingjian/main/run/follow-log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folder, mingjian, removeFolders } from './command-line.ts'
import { company, penalty, soleTrader } from './examples.ts'
import { AUTHORITY, type Journey, startJourney } from './platform.ts'

const COMPANY = makeUscc('91150203', 'MA0APT01')
const TRADER = makeUscc('92150203', 'MA0APT02')
const FAITHFUL = makeUscc('91150203', 'MA0APT03')

const data = folder()
let journey: Journey
beforeAll(async () => {
  journey = await startJourney({ DATA_DIR: data, LOG_ORIGIN: 'log.example/kundulun' })
  await journey.act('EstablishEnterprise', { uscc: COMPANY, items: company('包头市晨光商贸有限责任公司') })
  await journey.act('EstablishEnterprise', { uscc: TRADER, items: soleTrader('昆都仑区庆恒烧烤店') })
  await journey.act('EstablishEnterprise', { uscc: FAITHFUL, items: company('远航', { establishedOn: '2026-01-05' }) })
  await journey.sweep('2026-10-31')
})
afterAll(async () => {
  await journey.end()
  removeFolders()
})

const get = async (path: string) => {
  await catchUpPublicLog(journey.platform)
  return journey.get(path)
}
const positionOf = async (type: string): Promise<number> => {
  const changes = (await journey.get('/v1/changes?after=0')).text.split('\n').filter((line) => line !== '')
  return changes.map((line) => JSON.parse(line)).find((change) => change.type === type)?.position
}

/** `mingjian verify` on a proof as it came over HTTP, with the key that was fetched once. */
const verified = async (proof: unknown) => {
  const [file, key] = [join(data, 'proof.json'), join(data, 'key.pub')]
  writeFileSync(file, typeof proof === 'string' ? proof : JSON.stringify(proof))
  writeFileSync(key, (await journey.get('/log/key.pub')).text)
  return mingjian(data, ['verify', file, '--log-key', key])
}

describe('the public log over HTTP', () => {
  test('is a signed tree whose origin is that of its key', async () => {
    const { text, headers } = await get('/log/checkpoint')
    expect(text).toMatch(
      /^log\.example\/kundulun\n\d+\n[A-Za-z0-9+/=]{44}\nlists \S{44}\nissued \S+Z\n\n— log\.example\/kundulun /,
    )
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect((await get('/log/key.pub')).text).toMatch(/^log\.example\/kundulun\+[0-9a-f]{8}\+\S+\n$/)
  })

  test('has tiles and bundles that may be kept for ever, as wide as they are and no wider', async () => {
    const size = Number((await get('/log/checkpoint')).text.split('\n')[1])
    for (const path of [`0/000.p/${size}`, `entries/000.p/${size}`, 'entries/000.p/1']) {
      const { status, headers } = await get(`/log/tile/${path}`)
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
      expect(headers.get('content-type')).toBe('application/octet-stream')
    }
    expect((await get(`/log/tile/0/000.p/${size}`)).headers.get('content-length')).toBe(String(32 * size))
    for (const path of [`0/000.p/${size + 1}`, '0/000', '0/0', 'entries/001.p/1', '1/000.p/1'])
      expect((await get(`/log/tile/${path}`)).body, path).toMatchObject({ status: 404, code: 'no-tile' })
  })

  test('proves that a listing is in it', async () => {
    const proof = await get(`/log/entries/${await positionOf('AbnormalOperationsListed')}`)
    expect(proof.body.opening.part).toMatchObject({ type: 'AbnormalOperationsListed', subject: COMPANY })
    expect(await verified(proof.text)).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok   log-signature: signed by'),
    })
    expect(await verified(proof.text.replace(COMPANY, FAITHFUL))).toMatchObject({ code: 1 })
  })

  test('has no registration and no annual report', async () => {
    const { status, body } = await get(`/log/entries/${await positionOf('EnterpriseEstablished')}`)
    expect([status, body.code]).toEqual([404, 'not-entered'])
  })
})

describe('who is on a list, and who is on none', () => {
  test('is proved for an enterprise that is listed and a sole trader that is marked', async () => {
    const listed = await get(`/log/lists/${COMPANY}`)
    expect(listed.body.lists).toMatchObject([{ list: 'abnormal', ground: 'annual_report_missed' }, {}, {}])
    expect(await verified(listed.text)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/is on the list abnormal/),
    })
    expect((await get(`/log/lists/${TRADER}`)).body.lists).toMatchObject([{ list: 'mark' }, {}, {}])
  })

  test('is proved for one that is on none, and for a code that nobody has', async () => {
    for (const uscc of [FAITHFUL, makeUscc('91150203', 'MA0APT99')]) {
      const proof = await get(`/log/lists/${uscc.toLowerCase()}`)
      expect(proof.body).toMatchObject({ uscc, lists: [] })
      expect(await verified(proof.text)).toMatchObject({
        code: 0,
        out: expect.stringContaining(`${uscc} is on no list`),
      })
    }
  })

  test('is proved for a time gone by, and refused for one before the log began', async () => {
    expect((await get(`/log/lists/${COMPANY}?at=2099-01-01T00:00:00Z`)).body.lists).toHaveLength(3)
    expect((await get(`/log/lists/${COMPANY}?at=2020-01-01T00:00:00Z`)).body).toMatchObject({ code: 'no-checkpoint' })
    expect((await get(`/log/lists/${COMPANY}?at=yesterday`)).status).toBe(400)
  })
})

test('a penalty stands in the log under a seal, which is opened while the penalty is shown', async () => {
  const data = penalty('昆市监罚〔2026〕5号', '2026-10-09')
  await journey.record({ type: 'RecordPenalty', data: { uscc: FAITHFUL, penalty: data } })
  const position = await positionOf('PenaltyPublicised')
  const proof = await get(`/log/entries/${position}`)
  expect(Object.keys(proof.body.log.entry)).toEqual(['position', 'recordedAt', 'sealed'])
  expect(proof.body.opening.part).toMatchObject({ subject: FAITHFUL, data: { fineYuan: 3000 } })
  expect(await verified(proof.text)).toMatchObject({ code: 0, out: expect.stringContaining('ok   seal') })
  expect(await verified(proof.text.replace('3000', '300'))).toMatchObject({ code: 1 })
})

test('what happens while the platform runs is in a signed checkpoint within a second', async () => {
  const { publicLog, log, handler } = journey.platform
  const following = await followLog(journey.platform, [])
  const recording: number[] = []
  const entering: number[] = []
  for (let at = 0; at < 21; at += 1) {
    const data = { uscc: FAITHFUL, penalty: penalty(`昆市监罚〔2026〕${100 + at}号`, '2026-10-10') }
    const began = performance.now()
    await handler.handle({ command: { type: 'RecordPenalty', data }, actor: 'import:test', authority: AUTHORITY })
    recording.push(performance.now() - began)
    const position = await log.head()
    await expect.poll(() => publicLog.position(), { interval: 5 }).toBeGreaterThanOrEqual(position)
    const [[event], issued] = await Promise.all([log.read(position - 1, 1), publicLog.checkpoint()])
    entering.push(Date.parse(issued?.issuedAt ?? '') - Date.parse(event?.recordedAt ?? ''))
  }
  await following.stop()
  const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[10] ?? 0
  // A machine on which recording takes longer than a few milliseconds has as many times longer.
  expect(median(entering)).toBeLessThan(Math.max(1000, 20 * median(recording)))
})
