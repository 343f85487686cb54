import { oneOf } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'

/** Every ground, in the order of 异常名录办法第四条. */
export const GROUNDS: readonly AbnormalGround[] = [
  'annual_report_missed',
  'order_not_followed',
  'false_information',
  'uncontactable',
]

/** The grounds as decisions name them. */
const WORDS: Readonly<Record<string, AbnormalGround>> = {
  未按期公示年报: 'annual_report_missed',
  未按责令期限公示: 'order_not_followed',
  隐瞒真实情况弄虚作假: 'false_information',
  '隐瞒真实情况、弄虚作假': 'false_information',
  '公示信息隐瞒真实情况、弄虚作假': 'false_information',
  住所无法联系: 'uncontactable',
  通过登记的住所或者经营场所无法联系: 'uncontactable',
}
export const ground = oneOf(...Object.keys(WORDS))
export const groundOf = (word: string): AbnormalGround => WORDS[word] ?? 'annual_report_missed'
