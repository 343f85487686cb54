import { addYears } from '@mingjian/codes'
import {
  date,
  jointDisciplineMemo,
  listOf,
  oneOf,
  optional,
  type Provision,
  procurementCreditNotice,
  procurementLaw,
  procurementRegulation,
  type Rule,
  rule,
  text,
} from '@mingjian/law'

const CONDITIONS: Provision = { instrument: procurementLaw, article: '22.1.5', confidence: 'certain' }
const MAJOR_VIOLATION: Provision = { instrument: procurementRegulation, article: '19.1', confidence: 'certain' }
const CREDIT_RECORDS: Provision = { instrument: procurementCreditNotice, article: '二', confidence: 'certain' }

/** The three records whose subjects are refused; the list of abnormal operations isn't one of them. */
const REFUSED = /失信被执行人|重大税收违法|政府采购严重违法失信/

const MAJOR = new Set([
  '刑事处罚',
  '责令停产停业',
  '吊销许可证',
  '吊销许可证件',
  '吊销营业执照',
  '吊销执照',
  '较大数额罚款',
])

const IN_MEMO = new Set([
  '吊销营业执照',
  '被吊销营业执照',
  '列入经营异常名录',
  '列入严重违法失信名单',
  '列入严重违法失信企业名单',
])

export const consequenceRules: readonly Rule[] = [
  rule({
    name: 'procurement.exclude',
    question: '供应商因名单记录是否必须拒绝其参加政府采购',
    provisions: [CREDIT_RECORDS, { ...CONDITIONS, article: '22' }],
    given: { on_lists: listOf(text) },
    find: ({ on_lists }) => {
      const refused = on_lists.filter((list) => REFUSED.test(list))
      return {
        result: { must_refuse: refused.length > 0 },
        trace: [
          refused.length > 0 ? `列入${refused.join('、')}，应当拒绝` : '没有列入应当拒绝的三类记录',
          ...(on_lists.includes('经营异常名录') ? ['经营异常名录本身不是拒绝的理由'] : []),
        ],
      }
    },
  }),
  rule({
    name: 'procurement.major_violation',
    question: '投标前三年内有无重大违法记录',
    provisions: [CONDITIONS, MAJOR_VIOLATION],
    given: { penalty: text, penalty_date: date, bid_on: date },
    judgedOn: ({ bid_on }) => bid_on,
    find: ({ penalty, penalty_date, bid_on }) => {
      const since = addYears(bid_on, -3)
      const major = MAJOR.has(penalty)
      const within = since <= penalty_date && penalty_date <= bid_on
      return {
        result: { major_violation_within_3y: major && within },
        trace: [
          `${penalty}${major ? '属于' : '不属于'}重大违法记录`,
          `${penalty_date}${within ? '在' : '不在'}投标前三年（${since}至${bid_on}）内`,
        ],
      }
    },
  }),
  rule({
    name: 'memo2015.subject',
    question: '是否属于联合惩戒备忘录的对象',
    provisions: [{ instrument: jointDisciplineMemo, article: '一', confidence: 'certain' }],
    given: { status: oneOf(...IN_MEMO, '标记为经营异常状态', '存续', '注销'), on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ status }) => {
      const inScope = IN_MEMO.has(status)
      return {
        result: { in_scope: inScope },
        trace: [
          inScope ? `${status}并已公示，企业及其法定代表人、有责任的股东和人员属于对象` : `${status}不属于对象`,
          '2020-12起每项惩戒措施须另有法律、法规或者中央文件依据',
        ],
      }
    },
  }),
]
