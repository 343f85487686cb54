import { type EventLog, type PreparedAct, type Refusal, refused, streamOf } from '@mingjian/kernel'
import type { SlipItem, SlipOfficer } from '@mingjian/schemas'
import Type from 'typebox'
import { type InspectorEntry, inspectorAfter } from '../inspectors/entry.ts'
import { items as itemList } from '../items/decider.ts'
import { task, text } from './act.ts'
import type { RecordTaskSlip } from './assignment.ts'
import { evolve, noVisit, type Visit } from './state.ts'

const CODE_BYTES = 16

export const visitIn = async (log: Pick<EventLog, 'readStreams'>, id: string): Promise<Visit> => {
  const stream = streamOf(id, 'visit')
  return ((await log.readStreams([stream])).get(stream) ?? []).reduce(evolve, noVisit)
}

/** The item list in force, without what only plans need to know. */
const slipItems = async (
  log: Pick<EventLog, 'readStreams'>,
  numbers: readonly string[],
): Promise<readonly SlipItem[] | Refusal> => {
  const streams = await log.readStreams(numbers.map((no) => streamOf(no, 'inspection-item')))
  const found: SlipItem[] = []
  for (const no of numbers) {
    const { item } = (streams.get(streamOf(no, 'inspection-item')) ?? []).reduce(itemList.evolve, itemList.initial)
    if (item === undefined)
      return refused('unknown-item', `${no} is not in the item list: what is not listed is not checked.`)
    const { itemNo, name, legalBasis, content, method, departments, checklist, noticeBeforehand } = item
    found.push({ itemNo, name, legalBasis, content, method, departments, checklist, noticeBeforehand })
  }
  return found
}

const slipOfficers = async (
  log: Pick<EventLog, 'readStreams'>,
  ids: readonly string[],
): Promise<readonly SlipOfficer[]> => {
  const streams = await log.readStreams(ids.map((id) => streamOf(id, 'inspector')))
  return ids.map((inspectorId) => {
    const entry = (streams.get(streamOf(inspectorId, 'inspector')) ?? []).reduce<InspectorEntry | undefined>(
      inspectorAfter,
      undefined,
    )
    const { department = '', certificateNo = '', validUntil = '' } = entry?.enrolled ?? {}
    return { inspectorId, department, certificateNo, validUntil }
  })
}

/** 检查任务单: the items as the list has them today, the officers with their certificates, and a code that nobody can foresee. */
export const issueTaskSlip: PreparedAct<{ readonly task: string; readonly items?: readonly string[] }> = {
  name: 'IssueTaskSlip',
  data: Type.Object({
    task,
    items: Type.Optional(
      Type.Array(text, { maxItems: 100, description: 'Numbers of the item list, where the plan named none.' }),
    ),
  }),
  prepare: async ({ task: id, items: given = [] }, { log, random }): Promise<RecordTaskSlip | Refusal> => {
    const { assigned, inspectors } = await visitIn(log, id)
    if (assigned === null) return refused('unknown-task', `There is no task ${id}.`)
    const stranger = assigned.items.length === 0 ? undefined : given.find((no) => !assigned.items.includes(no))
    if (stranger !== undefined) return refused('other-item', `Item ${stranger} is not due on this task.`)
    const items = await slipItems(log, assigned.items.length === 0 ? [...new Set(given)] : assigned.items)
    if ('code' in items) return items
    const officers = await slipOfficers(log, inspectors)
    return { type: 'RecordTaskSlip', data: { task: id, code: random(CODE_BYTES).toHex(), items, officers } }
  },
}
