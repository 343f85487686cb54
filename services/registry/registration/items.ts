import { dayMember, type EntityForm, formOf, nullable } from '@mingjian/codes'
import type { Refusal } from '@mingjian/kernel'
import type { RegisteredItems } from '@mingjian/schemas'
import Type from 'typebox'
import { provisionOn } from './basis.ts'
import { capitalMissing, formMismatch, nameMissing } from './refusals.ts'

export const text = Type.String({ minLength: 1 })
export const optional = nullable(Type.String())
const day = dayMember()

/** 登记事项 */
export const items = Type.Object({
  name: text,
  typeCode: text,
  type: text,
  legalRepresentative: optional,
  capitalWan: nullable(Type.Number({ minimum: 0 })),
  currency: text,
  establishedOn: day,
  approvedOn: optional,
  operatingFrom: optional,
  operatingTo: optional,
  district: text,
  authority: text,
  address: Type.String(),
  industrySection: optional,
  industry: optional,
  industryName: optional,
  scope: optional,
})

export const differing = (before: RegisteredItems, after: RegisteredItems): string[] =>
  (Object.keys(after) as (keyof RegisteredItems)[]).filter((item) => before[item] !== after[item])

/** Second character of the code of what the market authority registers (GB 32100-2015, 机构类别代码). */
const CATEGORY: Readonly<Record<EntityForm, string>> = { enterprise: '1', 'sole-trader': '2', cooperative: '3' }

/** What each kind of entity must have and may not have. */
export const itemsRefusal = (uscc: string, items: RegisteredItems): Refusal | undefined => {
  const { typeCode, type, capitalWan, name, establishedOn } = items
  if (uscc.startsWith('9') && uscc[1] !== CATEGORY[formOf(typeCode)])
    return formMismatch({ prefix: uscc.slice(0, 2), type, typeCode })
  // Kind codes that begin with 1 are companies; a branch, a sole trader or a partnership has no registered capital of its own.
  if (typeCode.startsWith('1') && capitalWan === null) return capitalMissing({}, provisionOn('8', establishedOn))
  return name === '' ? nameMissing({}, provisionOn('10', establishedOn)) : undefined
}
