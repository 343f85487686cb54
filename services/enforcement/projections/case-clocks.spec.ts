import { globSync, readFileSync } from 'node:fs'
import type { RecordedEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'
import { expect, test } from 'vitest'
import * as food from '../cases/food-case.fixture.ts'
import { caseClocks } from './case-clocks.ts'

test('the board hears of every event that starts or stops a clock', () => {
  const folder = `${import.meta.dirname}/../../../schemas/enforcement`
  const schemas = globSync('*.avsc', { cwd: folder }).map((name) =>
    JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')),
  )
  const ticking = schemas.filter(({ fields }) =>
    fields.some(({ name }: { readonly name: string }) => name === 'clocks' || name === 'stops'),
  )
  const silent = ['EnterpriseReported', 'DirectedCheckProposed']
  const names: readonly EventType[] = ticking.map(({ name }) => name).filter((name) => !silent.includes(name))
  expect([...caseClocks.events].sort()).toEqual([...names].sort())
})

test('who is to pay is named by its code, and nothing runs in a case that is closed', () => {
  const clocksAfter = (upTo: number) =>
    food.light
      .slice(0, upTo)
      .flatMap((_, at) => food.after(food.light.slice(0, at + 1)).events)
      .filter(({ type }) => caseClocks.events.includes(type))
      .reduce<ReturnType<typeof caseClocks.evolve>>(
        (so, event) => caseClocks.evolve(so, event as RecordedEvent),
        undefined,
      )?.clocks
  const payment = clocksAfter(8)?.find(({ what }) => what === '缴纳罚没款')
  expect(payment).toEqual({
    what: '缴纳罚没款',
    who: food.PARTY,
    by: '2026-08-10',
    basis: 'administrative-penalty-law@2021:67.3',
  })
  expect(clocksAfter(10)).toEqual([])
})
