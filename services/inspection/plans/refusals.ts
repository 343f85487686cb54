import { refusal } from '@mingjian/kernel'

export const notDrafted = refusal('not-drafted', {
  zh: '尚无年度计划{planId}，请先起草。',
  en: 'There is no plan {planId} yet.',
})
export const publishedAlready = refusal('published', {
  zh: '计划已经公布，需要调整的，请重新起草。',
  en: 'The plan has been published: draft it once more to change it.',
})
export const notReviewed = refusal('not-reviewed', {
  zh: '计划经合法性审核通过后才能公布。',
  en: 'A plan is published after its lawfulness has been reviewed.',
})

// Of one task
export const taskTwice = refusal('task-twice', {
  zh: '计划中有两个任务{taskNo}。',
  en: 'There are two tasks {taskNo}.',
})
export const termReversed = refusal('term-reversed', {
  zh: '任务{taskNo}：不能在开始之前就于{to}结束。',
  en: 'Task {taskNo}: it ends on {to}, before it begins.',
})
export const otherYear = refusal('other-year', {
  zh: '任务{taskNo}：应当在{year}年之内。',
  en: 'Task {taskNo}: it is not within {year}.',
})
export const departmentTwice = refusal('department-twice', {
  zh: '任务{taskNo}：{lead}是牵头部门，不能同时列为参与部门。',
  en: "Task {taskNo}: {lead} leads, and can't take part beside itself.",
})
export const noItems = refusal('no-items', {
  zh: '任务{taskNo}：没有写明抽查事项清单中的事项。',
  en: 'Task {taskNo}: it names no item of the list.',
})
export const notAShare = refusal('share', {
  zh: '任务{taskNo}：抽查比例“{share}”应当写成分数，例如 3/100。',
  en: 'Task {taskNo}: {share} is not an exact share like 3/100.',
})
export const unknownItem = refusal('unknown-item', {
  zh: '任务{taskNo}：事项{itemNo}不在抽查事项清单中，清单之外不得检查。',
  en: 'Task {taskNo}: {itemNo} is not in the item list: what is not listed is not checked.',
})
export const aboveLimit = refusal('ratio-above-limit', {
  zh: '任务{taskNo}：抽查比例{share}超过了一般检查事项{itemNo}的上限{limit}。',
  en: 'Task {taskNo}: {share} is more than the {limit} of the ordinary item {itemNo}.',
})
