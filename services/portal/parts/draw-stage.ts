import type { Draw } from '@mingjian/credit-query'
import { html, type Part } from '@mingjian/http'
import { leastShare, samplingFloor } from '@mingjian/inspection/law'
import type { SettingSource } from '@mingjian/law'

export const rehearsalTag = ({ rehearsal }: Pick<Draw, 'rehearsal'>): Part =>
  rehearsal ? html`<span class="tag clock">演练</span>` : ''

/** The share that a draw has to reach: that of its plan, or that of the law for a plan that doesn't say. */
export const floorOf = ({ plan, committedOn }: Draw, law: SettingSource): number => {
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(plan.floor ?? '') ?? []
  return part === undefined ? leastShare(committedOn, law(samplingFloor)) : Number(part) / Number(whole)
}

const STAGES: Readonly<Record<Draw['stage'], string>> = {
  opened: '名册已封存，等待承诺',
  committed: '已承诺，等待公开数值',
  seeded: '种子已公布，尚未抽取',
  conducted: '已抽取',
  void: '已作废',
}
export const stageName = (stage: Draw['stage']): string => STAGES[stage]
