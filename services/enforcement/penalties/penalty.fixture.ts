import type { PenaltyDecided } from '@mingjian/schemas'

// An invented decision for specifications.

export const uscc = '91150203YFY8UG164K'

export const penalty = (changes: Partial<PenaltyDecided> = {}): PenaltyDecided => ({
  documentNo: '昆市监处罚〔2025〕575号',
  violation: '不按规定明码标价',
  facts: '经营者王小明（身份证号15020319760615000X）',
  basis: '《中华人民共和国价格法》第四十二条',
  kinds: ['罚款'],
  fineYuan: 97_687,
  confiscatedYuan: 0,
  procedure: '普通程序',
  authority: '昆都仑区市场监督管理局',
  decidedOn: '2025-03-18',
  caseId: null,
  actEndedOn: null,
  heavier: false,
  restrictionYears: 0,
  performed: false,
  seriousArticle: null,
  ...changes,
})
