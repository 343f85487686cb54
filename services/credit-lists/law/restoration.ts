import {
  addDays,
  type CivilDate,
  date,
  deadlineRule,
  flag,
  lastDay,
  marketRestorationRule,
  months,
  nationalRestorationRule,
  oneOf,
  optional,
  type Provision,
  type Rule,
  restorationPlan,
  rule,
  type Term,
  termText,
  workingDays,
  years,
} from '@mingjian/kernel'

/** 失信等级 since 国办发〔2025〕22号. */
export type DishonestyClass = '轻微' | '一般' | '严重'

/** For how long an entry is shown at least, before it may be repaired, and at most. */
interface Band {
  readonly least?: Term
  readonly most: Term
}

const BANDS: Readonly<Record<DishonestyClass, Band>> = {
  轻微: { most: months(3) },
  一般: { least: months(3), most: years(1) },
  严重: { least: years(1), most: years(3) },
}

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

/** First day on which an entry of that class may be repaired; at once when performed for the minor ones. */
export const repairableFrom = (dishonesty: DishonestyClass, start: CivilDate): CivilDate => {
  const { least } = BANDS[dishonesty]
  return least === undefined ? start : addDays(lastDay(start, least), 1)
}

/** Last day of publicity, after which it stops by itself. */
export const shownUntil = (dishonesty: DishonestyClass, start: CivilDate): CivilDate =>
  lastDay(start, BANDS[dishonesty].most)

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
      class: oneOf('轻微', '一般', '严重'),
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
      const { least, most } = BANDS[dishonesty]
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
