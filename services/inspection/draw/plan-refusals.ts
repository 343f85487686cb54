import { refusal } from '@mingjian/kernel'

/** A member that is missing, of another kind, or without a meaning. */
export const malformed = (code: string, fault: string) =>
  refusal(`plan-${code}`, { zh: '计划的写法有误：{fault}', en: '{fault}' })({ fault })

export const floorBelowLaw = refusal('floor-below-law', {
  zh: '最低比例{floor}低于 3/100，请提高。',
  en: 'a floor of {floor} is below 3/100: raise it',
})
export const floorAboveOne = refusal('floor-above-one', {
  zh: '最低比例{floor}超过了全部对象，至多为 1/1。',
  en: 'a floor of {floor} is more than everybody: at most 1/1',
})
export const noStrata = refusal('no-strata', {
  zh: '计划至少有一个分层，请写明名称和比例。',
  en: 'a plan has at least one stratum: name it and its rate',
})
export const rateAboveOne = refusal('rate-above-one', {
  zh: '分层“{stratum}”的比例{rate}超过了全部对象，至多为 1/1。',
  en: 'stratum "{stratum}": {rate} is more than everybody: at most 1/1',
})
export const stratumTwice = refusal('duplicate-stratum', {
  zh: '有两个分层“{stratum}”，请改其中一个的名称。',
  en: 'there are two strata "{stratum}": give one of them another name',
})
export const tooFewInspectors = refusal('too-few-inspectors', {
  zh: '检查应当由两名以上执法人员实施，请提高 inspectorsPerObject。',
  en: 'a visit is made by at least two officers: raise inspectorsPerObject',
})
export const departmentTwice = refusal('duplicate-department', {
  zh: '一个部门只列一次。',
  en: 'a department takes part once: name it once',
})
export const fewerThanDepartments = refusal('fewer-inspectors-than-departments', {
  zh: '每户{inspectors}名检查人员，不能来自{departments}个部门：每个部门至少一名。',
  en: '{inspectors} inspectors cannot come from {departments} departments: one of each at least',
})
export const windowReversed = refusal('window-reversed', {
  zh: '检查期限于{to}结束，早于开始之日{from}，请对调。',
  en: 'the window ends on {to}, before it begins on {from}: exchange the two',
})
export const valueAfterWindow = refusal('public-value-after-window', {
  zh: '检查自{from}开始，而公共随机值在{drawnOn}才产生：请推迟检查，或者改用更早的值。',
  en: 'the window begins on {from}, the public value exists from {drawnOn} on: begin later, or name an earlier value',
})
export const noStratum = refusal('no-stratum', {
  zh: '计划没有适合{uscc}的分层：请增加分层，或者缩小范围。',
  en: 'no stratum of the plan fits {uscc}: add one for it, or narrow the scope',
})
