import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Decider,
  declared,
  type NewEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { citeAll, encodeCitation, type Provision, type Registered, registered, riskClassOpinion } from '@mingjian/law'
import Type from 'typebox'

/** The class that the score found for that day. */
export type RecordRiskClass = Command<
  'RecordRiskClass',
  {
    readonly uscc: string
    readonly on: CivilDate
    readonly riskClass: string
    readonly score: number
    readonly model: string
    readonly reasons: readonly string[]
  }
>

const BY_CLASS: Provision = { instrument: riskClassOpinion, article: '分类实施监管', confidence: 'likely' }

/** 信用风险分类: an event only when the class changes; the score may move within it. Stream `USCC/risk`. */
export const risk: Decider<RecordRiskClass, { readonly riskClass: string | null }, Registered> = {
  aggregate: 'risk',
  acts: declared({
    RecordRiskClass: Type.Object({
      uscc: usccMember(),
      on: dayMember(),
      riskClass: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('D')]),
      score: Type.Integer({ minimum: 0, maximum: 10_000 }),
      model: Type.String({ minLength: 1 }),
      reasons: Type.Array(Type.String()),
    }),
  }),
  subject: ({ data }) => data.uscc,
  initial: { riskClass: null },
  evolve: (state, event) => (event.type === 'RiskClassified' ? { riskClass: event.data.riskClass } : state),
  facts: registered,
  decide: ({ data }, state, { today, facts }): readonly NewEvent[] | Refusal => {
    const { uscc, on, riskClass, score, model, reasons } = data
    if (state.riskClass === riskClass) return []
    if (!facts.living) return refused('not-living', `${uscc} is not in operation: it has no class.`)
    if (on > today) return refused('not-yet', `A class can't be found for ${on} before that day.`)
    const basis = citeAll([BY_CLASS], on).map(encodeCitation)
    const before = state.riskClass
    return [{ type: 'RiskClassified', data: { riskClass, before, score, model, reasons }, effectiveOn: on, basis }]
  },
}

export const decider = anyDecider(risk)
