import { type CivilDate, dayMember, nullable } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  type Context,
  decidedOtherwise,
  type EventOf,
  noFacts,
  type Refusal,
  saysTheSame,
} from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionMethod, randomInspectionNotice } from '@mingjian/law'
import { canonicalJson } from '@mingjian/proofs'
import type { InspectionItem } from '@mingjian/schemas'
import Type from 'typebox'
import { isAboveOne, readRate } from '../draw/rate.ts'
import { beforeCurrent, changeToCome, noLegalBasis, notAShare, unlimited } from './refusals.ts'

// 随机抽查事项清单: from a day on, an item may be checked as it says. Stream `ITEM/inspection-item`.

export type ItemEvent = EventOf<'InspectionItemListed' | 'InspectionItemChanged' | 'InspectionItemRemoved'>

interface Item {
  readonly item: InspectionItem | undefined
  /** First day of what is in force. */
  readonly since: CivilDate
  /** How it was last removed. */
  readonly removal: EventOf<'InspectionItemRemoved'> | undefined
}

const notice = (on: CivilDate) => encodeCitation(cite(randomInspectionNotice, '随机抽查事项清单', on))
const method = (on: CivilDate) => encodeCitation(cite(randomInspectionMethod, '抽查事项', on))

/** Without a basis in law there is no check; an ordinary item has a ratio that is strictly limited. */
const faultOf = ({ legalBasis, key, ratioLimit }: InspectionItem, on: CivilDate): Refusal | undefined => {
  if (legalBasis.every((basis) => basis.trim() === '')) return noLegalBasis({}, notice(on))
  if (ratioLimit === null) return key ? undefined : unlimited({}, method(on))
  const limit = readRate(ratioLimit)
  return limit === undefined || isAboveOne(limit) ? notAShare({ ratioLimit }) : undefined
}

/** A change is entered on its day or later, and never before what is in force. */
const untimely = (from: CivilDate, { since }: Item, { today }: Context<undefined>): Refusal | undefined => {
  if (from < since) return beforeCurrent({ since })
  return from > today ? changeToCome({ from }) : undefined
}

const act = actsOn<Item>()
const text = Type.String({ minLength: 1 })

const listItem = act(
  {
    item: Type.Object({
      itemNo: Type.String({ pattern: '^[^/,\\s]{1,40}$', description: 'Number in the list.' }),
      name: text,
      legalBasis: Type.Array(Type.String(), { description: '检查依据: laws, regulations, rules.' }),
      subjects: Type.String({ description: '检查对象' }),
      content: Type.String({ description: '检查内容' }),
      method: Type.Enum(['书面检查', '实地核查', '网络监测']),
      level: Type.String({ description: '检查层级' }),
      departments: Type.Array(text, { minItems: 1 }),
      key: Type.Boolean({ description: '重点检查事项' }),
      ratioLimit: nullable(Type.String({ description: '5/100' })),
      timesAYear: nullable(Type.Integer({ minimum: 1, maximum: 365 })),
      specialities: Type.Array(text),
      checklist: Type.Optional(Type.Array(text, { maxItems: 200, description: '检查要点, point by point.' })),
      noticeBeforehand: Type.Optional(
        Type.Boolean({ description: '提前通知: the enterprise is told before the visit.' }),
      ),
    }),
    from: dayMember(),
  },
  {
    decide: ({ item: asked, from }, state, context) => {
      const item = { checklist: [], noticeBeforehand: false, ...asked }
      const fault = untimely(from, state, context) ?? faultOf(item, from)
      if (fault !== undefined) return fault
      const { item: known } = state
      if (known !== undefined && canonicalJson(known) === canonicalJson(item)) return []
      const type = known === undefined ? 'InspectionItemListed' : 'InspectionItemChanged'
      return [{ type, data: { item }, effectiveOn: from, basis: [notice(from)] }]
    },
  },
)

const removeItem = act(
  { itemNo: text, from: dayMember(), why: text },
  {
    decide: (asked, state, context) => {
      const { itemNo, from, why } = asked
      const fault = untimely(from, state, context)
      if (fault !== undefined) return fault
      const { item, removal } = state
      if (item === undefined) {
        const same = removal === undefined || (removal.effectiveOn === from && saysTheSame(asked, removal))
        return same ? [] : decidedOtherwise({ on: removal.effectiveOn }, notice(from))
      }
      return [{ type: 'InspectionItemRemoved', data: { itemNo, why }, effectiveOn: from, basis: [notice(from)] }]
    },
  },
)

const acts = { ListInspectionItem: listItem, RemoveInspectionItem: removeItem }
export type ItemCommand = CommandOf<typeof acts>

const evolve = (state: Item, event: ItemEvent): Item => {
  switch (event.type) {
    case 'InspectionItemListed':
    case 'InspectionItemChanged':
      return { ...state, item: event.data.item, since: event.effectiveOn }
    case 'InspectionItemRemoved':
      return { item: undefined, since: event.effectiveOn, removal: event }
    default:
      event satisfies never
      return state
  }
}

export const items = aggregate({
  aggregate: 'inspection-item',
  acts,
  subject: (command) => (command.type === 'ListInspectionItem' ? command.data.item.itemNo : command.data.itemNo),
  initial: { item: undefined, since: '', removal: undefined } as Item,
  evolve,
  facts: noFacts,
})

export const decider = anyDecider(items)
