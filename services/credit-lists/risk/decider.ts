import { dayMember, usccMember } from '@mingjian/codes'
import { actsOn, aggregate, anyDecider, type CommandOf, type EventOf } from '@mingjian/kernel'
import { citeAll, encodeCitation, type Provision, type Registered, registered, riskClassOpinion } from '@mingjian/law'
import Type from 'typebox'
import { text } from '../matters.ts'
import { notLiving, notYet } from './refusals.ts'

const BY_CLASS: Provision = { instrument: riskClassOpinion, article: '分类实施监管', confidence: 'likely' }

interface Risk {
  readonly riskClass: string | null
}

const acts = {
  /** The class that the score found for that day: an event only when the class changes; the score may move within it. */
  RecordRiskClass: actsOn<Risk, Registered>()(
    {
      uscc: usccMember(),
      on: dayMember(),
      riskClass: Type.Union([Type.Literal('A'), Type.Literal('B'), Type.Literal('C'), Type.Literal('D')]),
      score: Type.Integer({ minimum: 0, maximum: 10_000 }),
      model: text,
      reasons: Type.Array(Type.String()),
    },
    {
      by: 'system',
      decide: ({ uscc, on, ...found }, { riskClass: before }, { today, facts }) => {
        if (before === found.riskClass) return []
        if (!facts.living) return notLiving({ uscc })
        if (on > today) return notYet({ on })
        const basis = citeAll([BY_CLASS], on).map(encodeCitation)
        return [{ type: 'RiskClassified', data: { ...found, before }, effectiveOn: on, basis }]
      },
    },
  ),
}

export type RiskCommand = CommandOf<typeof acts>
type RiskEvent = EventOf<'RiskClassified'>

const evolve = (risk: Risk, event: RiskEvent): Risk => {
  switch (event.type) {
    case 'RiskClassified':
      return { riskClass: event.data.riskClass }
    default:
      event.type satisfies never
      return risk
  }
}

/** 信用风险分类, stream `USCC/risk`. */
export const risk = aggregate({
  aggregate: 'risk',
  acts,
  subject: ({ data }) => data.uscc,
  initial: { riskClass: null },
  evolve,
  facts: registered,
})

export const decider = anyDecider(risk)
