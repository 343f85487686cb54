import { type EventLog, preparedAct, type Refusal, streamOf } from '@mingjian/kernel'
import type { SlipItem, SlipOfficer } from '@mingjian/schemas'
import Type from 'typebox'
import { type InspectorEntry, type InspectorEvent, inspectorAfter } from '../inspectors/entry.ts'
import { type ItemEvent, items as itemList } from '../items/decider.ts'
import type { VisitCommand } from './decider.ts'
import { itemNotDue, itemNotListed, unknownTask } from './refusals.ts'
import { noVisit, type Visit, type VisitEvent, visitAfter } from './state.ts'
import { task, text } from './step.ts'

const CODE_BYTES = 16

const visitIn = async (log: Pick<EventLog, 'readStreams'>, id: string): Promise<Visit> => {
  const stream = streamOf(id, 'visit')
  const past = (await log.readStreams([stream])).get(stream) ?? []
  return (past as readonly VisitEvent[]).reduce(visitAfter, noVisit)
}

/** The item list in force, without what only plans need to know. */
const slipItems = async (
  log: Pick<EventLog, 'readStreams'>,
  numbers: readonly string[],
): Promise<readonly SlipItem[] | Refusal> => {
  const streams = await log.readStreams(numbers.map((no) => streamOf(no, 'inspection-item')))
  const found: SlipItem[] = []
  for (const itemNo of numbers) {
    const past = streams.get(streamOf(itemNo, 'inspection-item')) ?? []
    const { item } = (past as readonly ItemEvent[]).reduce(itemList.evolve, itemList.initial)
    if (item === undefined) return itemNotListed({ itemNo })
    const { name, legalBasis, content, method, departments, checklist, noticeBeforehand } = item
    found.push({ itemNo: item.itemNo, name, legalBasis, content, method, departments, checklist, noticeBeforehand })
  }
  return found
}

const slipOfficers = async (
  log: Pick<EventLog, 'readStreams'>,
  ids: readonly string[],
): Promise<readonly SlipOfficer[]> => {
  const streams = await log.readStreams(ids.map((id) => streamOf(id, 'inspector')))
  return ids.map((inspectorId) => {
    const past = (streams.get(streamOf(inspectorId, 'inspector')) ?? []) as readonly InspectorEvent[]
    const entry = past.reduce<InspectorEntry | undefined>(inspectorAfter, undefined)
    const { department = '', certificateNo = '', validUntil = '' } = entry?.enrolled ?? {}
    return { inspectorId, department, certificateNo, validUntil }
  })
}

/** 检查任务单: the items as the list has them today, the officers with their certificates, and a code that nobody can foresee. */
export const issueTaskSlip = preparedAct(
  'IssueTaskSlip',
  {
    task,
    items: Type.Optional(
      Type.Array(text, { maxItems: 100, description: 'Numbers of the item list, where the plan named none.' }),
    ),
  },
  async ({ task: id, items: given = [] }, { log, random }): Promise<VisitCommand | Refusal> => {
    const { assigned, inspectors } = await visitIn(log, id)
    if (assigned === null) return unknownTask({ task: id })
    const stranger = assigned.items.length === 0 ? undefined : given.find((no) => !assigned.items.includes(no))
    if (stranger !== undefined) return itemNotDue({ itemNo: stranger })
    const items = await slipItems(log, assigned.items.length === 0 ? [...new Set(given)] : assigned.items)
    if ('code' in items) return items
    const officers = await slipOfficers(log, inspectors)
    return { type: 'RecordTaskSlip', data: { task: id, code: random(CODE_BYTES).toHex(), items, officers } }
  },
)
