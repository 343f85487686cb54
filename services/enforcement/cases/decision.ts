import { nullable, oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { type NewEvent, type Refusal, refused, seriesOf } from '@mingjian/kernel'
import { type SettingSource, settingsFor } from '@mingjian/law'
import Type from 'typebox'
import { byRule } from '../clocks.ts'
import { basisOn, provisionOn, provisions } from '../law/case.ts'
import { BANDS, bandOf, SHARES, spanFor } from '../law/discretion.ts'
import { type Outcome, officers, seriousArticle } from '../step.ts'
import { type Act, act } from './act.ts'
import { finedBefore, instead, unheard, unreviewed, wrongSanction } from './before-decision.ts'
import { CLOCKS } from './clocks.ts'
import type { Case } from './state.ts'

const penaltyFields = {
  ...officers,
  facts: wordsMember('认定的事实; may name persons'),
  penaltyBasis: wordsMember('处罚依据'),
  kinds: Type.Array(wordsMember('处罚种类'), { minItems: 1 }),
  fineYuan: yuanMember('罚款'),
  confiscatedYuan: yuanMember('没收'),
  restrictionYears: Type.Integer({ minimum: 0, maximum: 99, description: '限制从业、限制开展生产经营活动的年数' }),
  benchmark: nullable(wordsMember('裁量基准 by its id')),
  base: yuanMember('货值金额、广告费用 etc. where the span is so many times of it'),
  band: nullable(oneOf(BANDS, '裁量阶次')),
  factors: Type.Array(wordsMember('裁量情节')),
  departure: nullable(wordsMember('why the fine departs from its band')),
  seriousArticle,
  sameActAs: nullable(wordsMember('document that has punished the same act')),
}

interface Weighed {
  readonly on: string
  readonly fineYuan: number
  readonly benchmark: string | null
  readonly base: number
  readonly band: string | null
  readonly factors: readonly string[]
  readonly departure: string | null
}

/** Where the fine lies in the span of its benchmark. */
const weighed = ({ on, fineYuan, benchmark, base }: Weighed, actEndedOn: string, settings: SettingSource) => {
  const span = benchmark === null ? undefined : spanFor(benchmark, base, { actEndedOn, decidedOn: on }, settings)
  return span === undefined ? undefined : { span, lies: bandOf(fineYuan, span, on, settings) }
}

/** 裁量: a fine keeps the span of its benchmark, and its band unless the heads together say why not. */
const wrongDiscretion = (asked: Weighed, found: ReturnType<typeof weighed>): Refusal | undefined => {
  const { on, fineYuan, band, factors, departure } = asked
  if (fineYuan === 0) return undefined
  const under = provisionOn(on, provisions.discretion)
  if (found === undefined || band === null)
    return refused('no-benchmark', 'A fine names its benchmark, published for acts of that day, and its band.', under)
  const { span, lies } = found
  if (lies === undefined)
    return refused(
      'above-the-law',
      `The law allows at most ${span.most} yuan.`,
      provisionOn(on, provisions.legalGround),
    )
  if (factors.length === 0) return refused('no-factors', 'A band rests on the circumstances of the act.', under)
  if (lies === '减轻' && departure === null)
    return refused(
      'below-the-law',
      `Below ${span.least} yuan only for reasons of law, decided together.`,
      provisionOn(on, provisions.lighter),
    )
  return lies === band || departure !== null
    ? undefined
    : refused(
        'outside-band',
        `${fineYuan} yuan are ${lies}, not ${band}, between ${span.least} and ${span.most}.`,
        under,
      )
}

/** Nothing is decided of which the party was not told. */
const untold = (
  { on, seriousArticle = null }: { readonly on: string; readonly seriousArticle?: string | null },
  { notice }: Case,
): Refusal | undefined =>
  seriousArticle === null || seriousArticle === notice?.seriousArticle
    ? undefined
    : refused(
        'listing-not-noticed',
        `The notice did not say that the party is to be listed under article ${seriousArticle}.`,
        provisionOn(on, provisions.notice),
      )

const decideCase = act(penaltyFields, {
  stages: ['noticed'],
  once: 'CaseDecided',
  under: provisions.decision,
  within: CLOCKS.decide,
  needsParty: true,
  decide: (asked, state, { facts: known }): Outcome => {
    const { on, uscc, fineYuan } = asked
    const { actEndedOn, authority, conclusion } = state
    const violation = conclusion?.violation ?? ''
    const found = weighed(asked, actEndedOn, settingsFor(known.party.set, authority))
    const refusal =
      unheard(on, state) ??
      wrongSanction(asked, state) ??
      instead(on, fineYuan, state) ??
      finedBefore(asked, violation, actEndedOn, known.penalties) ??
      wrongDiscretion(asked, found) ??
      untold(asked, state) ??
      unreviewed(asked, state)
    if (refusal !== undefined) return refusal
    const { facts, penaltyBasis, kinds, confiscatedYuan, restrictionYears, benchmark, band, factors, departure } = asked
    const { seriousArticle = null } = asked
    const decided: NewEvent = {
      type: 'CaseDecided',
      data: {
        decision: '',
        uscc,
        procedure: '普通程序',
        violation,
        facts,
        penaltyBasis,
        kinds,
        fineYuan,
        confiscatedYuan,
        restrictionYears,
        benchmark,
        band,
        heavier: fineYuan > 0 && found?.lies === '从重',
        factors,
        departure,
        actEndedOn,
        decidedOn: on,
        officers: asked.officers,
        seriousArticle,
        clocks: [
          byRule(CLOCKS.serve, authority, { rule: 'service.decision', given: { decided_on: on }, on, by: 'serve_by' }),
        ],
        stops: [CLOCKS.decide, CLOCKS.answer],
      },
      effectiveOn: on,
      basis: basisOn(on, provisions.decision, provisions.discretion, SHARES, provisions.lighter),
      numbered: seriesOf(authority, '处罚', on),
    }
    return [decided]
  },
})

const WAIVERS = ['轻微不罚', '首违不罚', '无主观过错', '逾追诉时效'] as const

const waivePenalty = act(
  {
    ground: oneOf(WAIVERS, '不予处罚的情形'),
    reason: wordsMember('认定的事实和理由'),
    education: wordsMember('对当事人的教育'),
  },
  {
    stages: ['concluded', 'noticed'],
    once: 'PenaltyWaived',
    under: provisions.waiver,
    within: CLOCKS.decide,
    decide: ({ on, ground, reason, education }, state, { facts: { penalties } }): Outcome => {
      const under = provisionOn(on, provisions.waiver)
      const corrected = state.correction === 'followed'
      if ((ground === '轻微不罚' || ground === '首违不罚') && !corrected)
        return refused('not-corrected', 'What is waived as minor or first has been put right.', under)
      const violation = state.conclusion?.violation
      if (ground === '首违不罚' && Object.values(penalties).some((earlier) => earlier.violation === violation))
        return refused('not-the-first', 'The party has been punished for the same before.', under)
      const waived: NewEvent = {
        type: 'PenaltyWaived',
        data: { decision: '', ground, reason, education, stops: [CLOCKS.decide, CLOCKS.answer] },
        effectiveOn: on,
        basis: basisOn(on, ground === '逾追诉时效' ? provisions.limitation : provisions.waiver),
        numbered: seriesOf(state.authority, '不罚', on),
      }
      return [waived]
    },
  },
)

const dismissCase = act(
  { reason: wordsMember('违法事实不能成立的理由') },
  {
    stages: ['concluded', 'noticed'],
    once: 'CaseDismissed',
    under: provisions.decision,
    decide: ({ on, reason }): Outcome => [
      {
        type: 'CaseDismissed',
        data: { reason, stops: [CLOCKS.decide, CLOCKS.answer] },
        effectiveOn: on,
        basis: basisOn(on, provisions.decision),
      },
    ],
  },
)

/** 决定 */
export const decision = {
  DecideCase: decideCase,
  WaivePenalty: waivePenalty,
  DismissCase: dismissCase,
} satisfies Readonly<Record<string, Act>>
