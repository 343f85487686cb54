import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@mingjian/kernel/adapters'
import { demoInspectors } from '@mingjian/main/demo/register'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importEnterprises, writeRegister } from '../bench/register.ts'
import { conducted, planFor } from '../journeys/draw.ts'
import { AUTHORITY, type Journey, startJourney } from '../journeys/platform.ts'
import { installSampler, sample } from './consistent-sampler.ts'

const REGISTERED = 135_000
const folder = mkdtempSync(join(tmpdir(), 'mingjian-conformance-'))

describe('PyPI consistent_sampler', () => {
  let python = ''
  let journey: Journey
  beforeAll(async () => {
    python = await installSampler()
    journey = await startJourney()
    await importEnterprises(journey.platform, await writeRegister(folder, REGISTERED))
    for (const inspector of demoInspectors())
      await journey.platform.handler.handle({
        command: { type: 'RecordInspector', data: inspector },
        actor: 'import:test',
        authority: AUTHORITY,
      })
    await journey.caughtUp()
  })
  afterAll(async () => {
    await journey.end()
    rmSync(folder, { recursive: true, force: true })
  })

  test('agrees with a published draw of 3% of 100,000 enterprises, ticket for ticket', async () => {
    const plan = planFor(systemClock.today(), { id: 'conformance', strata: [{ name: '全部', rate: '3/100' }] })
    await conducted(journey, plan, '3 7 1')
    const { status, body: proof } = await journey.get('/v1/draws/conformance/proof')
    expect(status).toBe(200)
    const codes = proof.population.lines.map((line: string) => line.split(',')[0])
    expect(codes.length).toBeGreaterThan(100_000)
    const { tickets } = await sample(python, proof.seed, codes, proof.selected.length)
    const selected: readonly { readonly ticket: string; readonly uscc: string }[] = proof.selected
    expect(selected.map(({ ticket, uscc }) => [ticket, uscc])).toEqual(tickets)
  })
})
