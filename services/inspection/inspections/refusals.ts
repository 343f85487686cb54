import { refusal } from '@mingjian/kernel'

export const anotherEnterprise = refusal('another-enterprise', {
  zh: '检查任务{task}不是对{uscc}的检查。',
  en: 'Task {task} is not about {uscc}.',
})
export const notReviewed = refusal('not-reviewed', {
  zh: '检查结果经未参加检查的人员审核通过后才能公示。',
  en: 'A result is published after somebody who did not check has reviewed it.',
})
export const notPublished = refusal('not-published', {
  zh: '检查任务{task}没有公示中的结果。',
  en: 'No result of task {task} is shown.',
})
