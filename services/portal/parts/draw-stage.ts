import type { Draw } from '@mingjian/credit-query'
import { html, type Part } from '@mingjian/http'

export const rehearsalTag = ({ rehearsal }: Pick<Draw, 'rehearsal'>): Part =>
  rehearsal ? html`<span class="tag clock">演练</span>` : ''

const STAGES: Readonly<Record<Draw['stage'], string>> = {
  opened: '名册已封存，等待承诺',
  committed: '已承诺，等待公开数值',
  seeded: '种子已公布，尚未抽取',
  conducted: '已抽取',
  void: '已作废',
}
export const stageName = (stage: Draw['stage']): string => STAGES[stage]
