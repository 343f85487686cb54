import { refusal } from '@mingjian/kernel'

export const unknownSetting = refusal('unknown-setting', {
  zh: '没有名为{name}的法定事项设定；有哪些可以设定，见law settings。',
  en: 'There is no setting {name}: law settings names them.',
})
export const settingDate = refusal('setting-date', {
  zh: '起止日期应当是日历上的日期，写作YYYY-MM-DD。',
  en: 'from and to must be days of the calendar, YYYY-MM-DD.',
})
export const notCompetent = refusal('not-competent', {
  zh: '“{title}”由{level}设定，{authority}无权设定。',
  en: '{title} is set at the level of the {level}, not by {authority}.',
})
export const notInLine = refusal('not-in-line', {
  zh: '{authority}既不是{acting}，也不是其上级机关。',
  en: '{authority} is neither {acting} nor above it.',
})
export const settingWrong = refusal('setting-wrong', {
  zh: '“{title}”的设定不成立：{faults}。',
  en: '{title}: {faults}.',
})
