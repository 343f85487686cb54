import { type CivilDate, dayMember, nullable } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  noFacts,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { cite, encodeCitation, randomInspectionMethod, randomInspectionNotice } from '@mingjian/law'
import type { InspectionItem } from '@mingjian/schemas'
import Type from 'typebox'
import { isAboveOne, readRate } from '../draw/rate.ts'

/** 随机抽查事项清单: from a day on, an item may be checked as it says here; given anew, it changes. */
export type ListInspectionItem = Command<'ListInspectionItem', { readonly item: GivenItem; readonly from: CivilDate }>
type Optional = 'checklist' | 'noticeBeforehand'
type GivenItem = Omit<InspectionItem, Optional> & Partial<Pick<InspectionItem, Optional>>
export type RemoveInspectionItem = Command<
  'RemoveInspectionItem',
  { readonly itemNo: string; readonly from: CivilDate; readonly why: string }
>
type ItemCommand = ListInspectionItem | RemoveInspectionItem

interface State {
  readonly item: InspectionItem | undefined
  /** First day of what is in force. */
  readonly since: CivilDate
}

const notice = (on: CivilDate) => encodeCitation(cite(randomInspectionNotice, '随机抽查事项清单', on))
const method = (on: CivilDate) => encodeCitation(cite(randomInspectionMethod, '抽查事项', on))

/** Without a basis in law there is no check; an ordinary item has a ratio that is strictly limited. */
const faultOf = ({ legalBasis, key, ratioLimit }: InspectionItem, on: CivilDate): Refusal | undefined => {
  if (legalBasis.every((basis) => basis.trim() === ''))
    return refused(
      'no-legal-basis',
      'An item without a basis in a law, regulation or rule may not be checked.',
      notice(on),
    )
  const limit = ratioLimit === null ? undefined : readRate(ratioLimit)
  if (ratioLimit !== null && (limit === undefined || isAboveOne(limit)))
    return refused('ratio-limit', `${ratioLimit} is not an exact share like 5/100.`)
  if (!key && ratioLimit === null)
    return refused(
      'ratio-unlimited',
      'An ordinary item has an upper limit of its ratio; only a key item has none.',
      method(on),
    )
  return undefined
}

const decide = (
  command: ItemCommand,
  { item: known, since }: State,
  { today }: Context<undefined>,
): readonly NewEvent[] | Refusal => {
  const { from } = command.data
  if (from < since) return refused('before-current', `The item has been in force as it is since ${since}.`)
  if (from > today) return refused('in-the-future', `A change from ${from} is entered when that day has come.`)
  switch (command.type) {
    case 'ListInspectionItem': {
      const item = { checklist: [], noticeBeforehand: false, ...command.data.item }
      const fault = faultOf(item, from)
      if (fault !== undefined) return fault
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(orderedAs(known, item))) return []
      const type = known === undefined ? 'InspectionItemListed' : 'InspectionItemChanged'
      return [{ type, data: { item }, effectiveOn: from, basis: [notice(from)] }]
    }
    case 'RemoveInspectionItem': {
      const { itemNo, why } = command.data
      if (known === undefined) return []
      return [{ type: 'InspectionItemRemoved', data: { itemNo, why }, effectiveOn: from, basis: [notice(from)] }]
    }
    default:
      return command satisfies never
  }
}

/** Members in the order of the known item, so that the two compare as texts. */
const orderedAs = (known: InspectionItem, item: InspectionItem): InspectionItem => {
  const order = Object.keys(known)
  const members = Object.entries(item).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return Object.fromEntries(members) as unknown as InspectionItem
}

const evolve = (state: State, event: PastEvent): State => {
  if (event.type === 'InspectionItemListed' || event.type === 'InspectionItemChanged')
    return { item: event.data.item, since: event.effectiveOn }
  return event.type === 'InspectionItemRemoved' ? { item: undefined, since: event.effectiveOn } : state
}

const text = Type.String({ minLength: 1 })
const day = dayMember()

export const items: Decider<ItemCommand, State> = {
  aggregate: 'inspection-item',
  acts: declared({
    ListInspectionItem: Type.Object({
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
      from: day,
    }),
    RemoveInspectionItem: Type.Object({ itemNo: text, from: day, why: text }),
  }),
  subject: (command) => (command.type === 'ListInspectionItem' ? command.data.item.itemNo : command.data.itemNo),
  initial: { item: undefined, since: '' },
  evolve,
  facts: noFacts,
  decide,
}

export const decider = anyDecider(items)
