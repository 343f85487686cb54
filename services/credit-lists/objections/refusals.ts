import { refusal } from '@mingjian/kernel'

export const notPublic = refusal('not-public', {
  zh: '日志第{position}位没有{uscc}正在公示的记录；请以公示页面或者变更信息所示的位置提出异议。',
  en: 'At {position} there is no record of {uscc} that is public.',
})
export const otherProcedure = refusal('other-procedure', {
  zh: '对列入经营异常名录或者标记为经营异常状态的异议，应当以FileAbnormalObjection提出。',
  en: 'An entry of this list is objected to by FileAbnormalObjection.',
})
