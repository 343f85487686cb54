import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codes } from './example-draw.ts'
import { freezePopulation, lineOf } from './population.ts'
import { openingOf, sealStrata } from './sealed.ts'

const lines = codes(20).map((uscc, i) => lineOf(uscc, i % 2 === 0 ? 'A' : 'D'))
const refusal = (objects: readonly string[], strata: readonly string[] = ['A', 'D']) =>
  freezePopulation(objects, strata)

describe('a population', () => {
  test('is frozen in the order of the codes, not in that of its coming', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), (shuffled) => {
        expect(freezePopulation(shuffled, ['A', 'D'])).toEqual(freezePopulation(lines.toSorted(), ['A', 'D']))
      }),
    )
  })

  test('counts its strata', () => {
    expect(freezePopulation(lines, ['A', 'D'])).toMatchObject({ strata: ['A', 'D'], sizes: [10, 10] })
  })

  test.each([
    ['empty-population', []],
    ['duplicate-object', [...lines, lines[3] ?? '']],
    ['duplicate-object', [...lines, lineOf(codes(1)[0] ?? '', 'D')]],
    ['unlawful-object', [...lines, '91150203y000000082,A']],
    ['unlawful-object', [...lines, '91150203Y00000008,A']],
    ['unlawful-object', [...lines, '91150203Y000000082,']],
    ['unlawful-object', [...lines, '']],
    ['unknown-stratum', [...lines, '91150203Y999999999,E']],
    ['empty-stratum', lines.filter((line) => line.endsWith('A'))],
  ])('is refused as %s', (code, objects) => {
    expect(refusal(objects)).toMatchObject({ code })
  })
})

describe('a sealed stratum', () => {
  const key = 'c0d3e5abb77a6bf17706129ab60084c09d1894f22b87670da4d6b103eb5ac322'
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

  test('is SHA-256 of salt and stratum, the salt HMAC of the code under the key of the plan', () => {
    for (const [i, sealed] of sealStrata(key, lines).entries()) {
      const [uscc = '', stratum = ''] = lines[i]?.split(',') ?? []
      const salt = createHmac('sha256', Buffer.from(key, 'hex')).update(uscc).digest('hex')
      expect(sealed).toBe(`${uscc},${sha256(`${salt},${stratum}`)}`)
    }
  })

  test('opens for the enterprise with what it is given', () => {
    const [line = ''] = lines
    expect(sealStrata(key, [line])).toEqual([`${line.slice(0, 18)},${sha256(openingOf(key, line))}`])
  })

  test('is the same for a batch as for one', () => {
    const many = codes(2500).map((uscc) => lineOf(uscc, '餐饮'))
    expect(sealStrata(key, many)).toEqual(many.flatMap((line) => sealStrata(key, [line])))
  })
})
