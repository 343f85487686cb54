import {
  DISHONESTY_CLASSES,
  date,
  deadlineRule,
  flag,
  marketRestorationRule,
  nationalRestorationRule,
  oneOf,
  optional,
  type Provision,
  PUBLICITY_BANDS,
  type Rule,
  repairableFrom,
  restorationPlan,
  rule,
  shownUntil,
  termText,
  workingDays,
} from '@mingjian/law'

const rule2021 = (article: string, confidence: 'certain' | 'likely'): Provision => ({
  instrument: marketRestorationRule,
  article: { '国市监信规〔2021〕3号': article },
  confidence,
})
const rule2025 = (article: string): Provision => ({
  instrument: marketRestorationRule,
  article: { 'SAMR-2025': article },
  confidence: 'likely',
})

const PLAN: Provision = { instrument: restorationPlan, article: '二', confidence: 'certain' }
const NATIONAL_BANDS: Provision = {
  instrument: nationalRestorationRule,
  article: { NDRC36: '公示期限' },
  confidence: 'certain',
}

export const restorationRules: readonly Rule[] = [
  deadlineRule({
    name: 'repair21.accept',
    question: '2021年办法：最迟何日决定是否受理信用修复申请',
    provisions: [rule2021('受理', 'likely')],
    from: 'application_received',
    term: workingDays(2),
    by: 'accept_by',
  }),
  deadlineRule({
    name: 'repair21.decide_penalty',
    question: '2021年办法：受理后最迟何日决定是否停止公示处罚信息',
    provisions: [rule2021('决定', 'certain')],
    from: 'accepted_on',
    term: workingDays(15),
    by: 'decide_by',
  }),
  deadlineRule({
    name: 'repair25.decide_penalty',
    question: '2025年办法：受理后最迟何日决定',
    provisions: [rule2025('决定')],
    from: 'accepted_on',
    term: workingDays(7),
    by: 'decide_by',
  }),
  deadlineRule({
    name: 'repair25.push_cross_province',
    question: '2025年办法：修复外省当事人，最迟何日推送',
    provisions: [rule2025('推送')],
    from: 'repaired_on',
    term: workingDays(3),
    by: 'push_by',
  }),
  rule({
    name: 'repair25.publicity_band',
    question: '某一失信等级最早何日可以修复，最长公示至哪一日',
    provisions: [PLAN, rule2025('公示期限'), NATIONAL_BANDS],
    given: {
      class: oneOf(...DISHONESTY_CLASSES),
      start: date,
      sector_decided_to_publish: optional(flag),
    },
    judgedOn: ({ start }) => start,
    find: ({ class: dishonesty, start, sector_decided_to_publish = false }) => {
      const minor = dishonesty === '轻微'
      if (minor && !sector_decided_to_publish) {
        return {
          result: {
            published: false,
            earliest_repair_from: null,
            auto_stop_last_day: null,
            repair_as_soon_as_performed: true,
          },
          trace: ['轻微失信信息原则上不公示'],
        }
      }
      const { least, most } = PUBLICITY_BANDS[dishonesty]
      const from = repairableFrom(dishonesty, start)
      const until = shownUntil(dishonesty, start)
      return {
        result: {
          published: true,
          earliest_repair_from: from,
          auto_stop_last_day: until,
          repair_as_soon_as_performed: minor,
        },
        trace: [
          least === undefined
            ? '轻微失信信息，主管部门决定公示的，履行义务后即可修复'
            : `${dishonesty}失信信息至少公示${termText(least)}，自${from}起可以修复`,
          `至多公示${termText(most)}，至${until}自动停止`,
          '起算之日：国家发展改革委规定为文书作出之日，市场监管总局的规定待核',
        ],
      }
    },
  }),
]
