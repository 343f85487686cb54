import { refusal } from '@mingjian/kernel'

export const notRegistered = refusal('unknown-enterprise', {
  zh: '本登记机关没有登记{uscc}。',
  en: '{uscc} is not registered here.',
})
export const alreadyRegistered = refusal('already-registered', {
  zh: '{uscc}已登记为“{name}”；登记事项有变的，应当办理变更登记。',
  en: '{uscc} is registered as {name}.',
})
export const notLiving = refusal('not-living', {
  zh: '{uscc}的登记状态为“{state}”，不能办理本项登记。',
  en: '{uscc} is {state}.',
})
export const noSuchAct = refusal('no-such-act', {
  zh: '没有一项登记行为能使登记状态由“{from}”变为“{to}”。',
  en: 'No act of registration leads from {from} to {to}.',
})
export const simplifiedBarred = refusal('simplified-deregistration-barred', {
  zh: '被列入经营异常名录或者被吊销营业执照的，不适用简易注销，应当办理普通注销登记。',
  en: 'An entity on the list of abnormal operations, or whose licence is revoked, deregisters by the ordinary procedure.',
})
export const formMismatch = refusal('form-mismatch', {
  zh: '以{prefix}开头的统一社会信用代码不属于{type}（{typeCode}）。',
  en: 'A code that begins with {prefix} is not that of {type} ({typeCode}).',
})
export const capitalMissing = refusal('capital-missing', {
  zh: '公司应当登记注册资本。',
  en: 'A company registers its capital.',
})
export const nameMissing = refusal('name-missing', {
  zh: '经营主体应当登记一个名称。',
  en: 'An entity has one registered name.',
})
