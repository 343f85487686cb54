import { describe, expect, test } from 'vitest'
import { draw } from './draw.ts'
import { codes, drawn, input, inspector, plan } from './example-draw.ts'

const key = 'c0d3e5abb77a6bf17706129ab60084c09d1894f22b87670da4d6b103eb5ac322'

describe('a draw', () => {
  test('of the same input is the same draw', () => expect(drawn()).toEqual(drawn()))

  test('lists an object that nobody may visit as unassigned', () => {
    const { selected } = drawn({ inspectors: [inspector('K1', { conflicts: [...codes(12)] }), inspector('K2')] })
    for (const each of selected) expect(each).toMatchObject({ unassigned: '1 of 2 inspectors eligible' })
    for (const each of selected) expect(each).not.toHaveProperty('inspectors')
  })

  test('asks which office is in charge of an object, where no department takes part', () => {
    const away = [inspector('K5', { department: '青山区市场监督管理局' }), ...input.inspectors]
    const { selected } = drawn({ inspectors: away, officeOf: () => '昆都仑区市场监督管理局' })
    for (const { excluded } of selected) expect(excluded).toContainEqual({ inspector: 'K5', reason: 'office' })
  })

  test.each([
    ['rate', { plan: { ...plan, rates: { 餐饮: '3/2', 其他: '1/10' } } }],
    ['rate', { plan: { ...plan, rates: { 餐饮: '0.1', 其他: '1/10' } } }],
    ['floor', { plan: { ...plan, floor: '3' } }],
    ['too-few-inspectors', { inspectors: [inspector('K1')] }],
    ['too-few-officials', { commitments: input.commitments.slice(1), reveals: input.reveals.slice(1) }],
    ['nonce-mismatch', { reveals: input.reveals.map((reveal) => ({ ...reveal, nonce: key })) }],
    ['public-value-missing', { publicValue: ' \n' }],
    ['duplicate-object', { objects: [...input.objects, ...input.objects] }],
    ['excluded-object', { plan: { ...plan, excluded: [{ uscc: codes(1)[0] ?? '', reason: 'frequency-cap' }] } }],
    ['duplicate-inspector', { inspectors: [...input.inspectors, inspector('K003')] }],
    ['key', { key }],
    ['key', { plan: { ...plan, sealed: true } }],
  ])('is refused as %s', (code, changes) => {
    expect(draw({ ...input, ...changes })).toMatchObject({ code })
  })
})
