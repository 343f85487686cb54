import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redacted } from './redaction.ts'

describe('what identifies a person is not shown', () => {
  test.each([
    [
      '经查，当事人经营者王小明（身份证号15020319760615000X，电话13800007265）于2015-11-28在某路230号',
      '经查，当事人经营者王某某（身份证号〔身份证号已隐去〕，电话〔电话已隐去〕）于2015-11-28在某路230号',
    ],
    ['身份证 150203 19760615 000x 号', '身份证 〔身份证号已隐去〕 号'],
    ['身份证１５０２０３１９７６０６１５０００Ｘ', '身份证〔身份证号已隐去〕'],
    ['旧号 150203760615001', '旧号 〔身份证号已隐去〕'],
    ['手机138-0000-7265', '手机〔电话已隐去〕'],
    ['+86 13800007265', '〔电话已隐去〕'],
    ['电话0472-5123456', '电话〔电话已隐去〕'],
    ['写信到 zhang.san@example.com 联系', '写信到 〔邮箱已隐去〕 联系'],
  ])('%s', (text, shown) => {
    expect(redacted(text)).toBe(shown)
  })

  test('no identity number and no mobile number survives, wherever it stands', () => {
    const digits = (n: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''))
    const words = fc.constantFrom('，', '（', '经营者', '在', '号', ' ', '：')
    fc.assert(
      fc.property(
        words,
        digits(17),
        fc.constantFrom('0', '9', 'X', 'x'),
        words,
        digits(9),
        (before, id, check, between, mobile) => {
          const shown = redacted(`${before}${id}${check}${between}1${(Number(mobile[0]) % 7) + 3}${mobile}`)
          expect(shown).not.toMatch(/\d{15,}/)
          expect(shown).not.toMatch(/1[3-9]\d{9}/)
        },
      ),
    )
  })
})

test('dates, amounts, document numbers and addresses stay', () => {
  const text = '昆市监处罚〔2025〕575号：于2025-02-26在迎宾大道339号18栋337室，罚款97687元，没收1,234.50元'
  expect(redacted(text)).toBe(text)
})
