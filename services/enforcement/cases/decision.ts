import { nullable, oneOf, wordsMember, yuanMember } from '@mingjian/codes'
import { type Refusal, seriesOf } from '@mingjian/kernel'
import { type SettingSource, settingsFor } from '@mingjian/law'
import Type from 'typebox'
import { counted } from '../clocks.ts'
import { happened } from '../happened.ts'
import { provisionOn, provisions } from '../law/case.ts'
import { BANDS, bandOf, SHARES, spanFor } from '../law/discretion.ts'
import { finedBefore, instead, unheard, unreviewed, wrongSanction } from './before-decision.ts'
import { CLOCKS, TERMS } from './clocks.ts'
import {
  aboveTheLaw,
  belowTheLaw,
  listingNotNoticed,
  noBenchmark,
  noFactors,
  notCorrected,
  notTheFirst,
  outsideBand,
} from './refusals.ts'
import type { Case } from './state.ts'
import { officers, samePenalty, seriousArticle, step } from './step.ts'

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
  if (found === undefined || band === null) return noBenchmark({}, under)
  const { lies } = found
  const { least, most } = found.span
  if (lies === undefined) return aboveTheLaw({ most }, provisionOn(on, provisions.legalGround))
  if (factors.length === 0) return noFactors({}, under)
  if (lies === '减轻' && departure === null) return belowTheLaw({ least }, provisionOn(on, provisions.lighter))
  return lies === band || departure !== null ? undefined : outsideBand({ fineYuan, lies, band, least, most }, under)
}

/** The party is not listed for what the notice did not say. */
const untold = (
  { on, seriousArticle = null }: { readonly on: string; readonly seriousArticle?: string | null },
  { notice }: Case,
): Refusal | undefined =>
  seriousArticle === null || seriousArticle === notice?.seriousArticle
    ? undefined
    : listingNotNoticed({ article: seriousArticle }, provisionOn(on, provisions.notice))

const decideCase = step(penaltyFields, {
  stages: ['noticed'],
  once: 'CaseDecided',
  done: ({ decision }) => decision?.procedure === '普通程序',
  same: samePenalty,
  under: provisions.decision,
  within: CLOCKS.decide,
  needsParty: true,
  decide: (asked, state, { facts: known }) => {
    const { caseId: _, on, base: __, sameActAs: ___, seriousArticle = null, ...sanction } = asked
    const { actEndedOn, authority, conclusion } = state
    const violation = conclusion?.violation ?? ''
    const found = weighed(asked, actEndedOn, settingsFor(known.party.set, authority))
    const refusal =
      unheard(on, state) ??
      wrongSanction(asked, state) ??
      instead(on, sanction.fineYuan, state) ??
      finedBefore(asked, violation, actEndedOn, known.penalties) ??
      wrongDiscretion(asked, found) ??
      untold(asked, state) ??
      unreviewed(asked, state)
    if (refusal !== undefined) return refusal
    const decided = {
      decision: '',
      procedure: '普通程序',
      ...sanction,
      violation,
      heavier: sanction.fineYuan > 0 && found?.lies === '从重',
      actEndedOn,
      decidedOn: on,
      seriousArticle,
      clocks: [counted(TERMS.serve, authority, on)],
      stops: [CLOCKS.decide, CLOCKS.answer],
    }
    return [
      {
        ...happened(
          'CaseDecided',
          on,
          decided,
          ...[provisions.decision, provisions.discretion, SHARES, provisions.lighter],
        ),
        numbered: seriesOf(authority, '处罚', on),
      },
    ]
  },
})

const WAIVERS = ['轻微不罚', '首违不罚', '无主观过错', '逾追诉时效'] as const

const waivePenalty = step(
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
    decide: ({ on, ground, reason, education }, state, { facts: { penalties } }) => {
      const under = provisionOn(on, provisions.waiver)
      const corrected = state.correction === 'followed'
      if ((ground === '轻微不罚' || ground === '首违不罚') && !corrected) return notCorrected({}, under)
      const violation = state.conclusion?.violation
      if (ground === '首违不罚' && Object.values(penalties).some((earlier) => earlier.violation === violation))
        return notTheFirst({}, under)
      const waived = { decision: '', ground, reason, education, stops: [CLOCKS.decide, CLOCKS.answer] }
      const basis = ground === '逾追诉时效' ? provisions.limitation : provisions.waiver
      return [{ ...happened('PenaltyWaived', on, waived, basis), numbered: seriesOf(state.authority, '不罚', on) }]
    },
  },
)

const dismissCase = step(
  { reason: wordsMember('违法事实不能成立的理由') },
  {
    stages: ['concluded', 'noticed'],
    once: 'CaseDismissed',
    under: provisions.decision,
    decide: ({ on, reason }) => [
      happened('CaseDismissed', on, { reason, stops: [CLOCKS.decide, CLOCKS.answer] }, provisions.decision),
    ],
  },
)

/** 决定 */
export const decision = {
  DecideCase: decideCase,
  WaivePenalty: waivePenalty,
  DismissCase: dismissCase,
}
