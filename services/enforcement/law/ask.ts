import { type Answer, type Given, generalRules, isGivenRefusal, type Rule, type SettingSource } from '@mingjian/law'
import { complaintRules } from './complaints.ts'
import { hearingRules } from './hearing.ts'
import { procedureRules } from './procedure.ts'
import { referralRules } from './referral.ts'

const rules = new Map<string, Rule>(
  [...generalRules, ...procedureRules, ...hearingRules, ...referralRules, ...complaintRules].map((rule) => [
    rule.name,
    rule,
  ]),
)

/** What a rule says of facts that a decision has made sure of; throws RangeError for facts that the rule can't judge. */
export const ask = (name: string, given: Given, on: string, settings?: SettingSource): Answer => {
  const answer = rules.get(name)?.evaluate(given, on, settings)
  if (answer === undefined) throw new RangeError(`There is no rule ${name}.`)
  if (isGivenRefusal(answer)) throw new RangeError(`${name}: ${answer.text.en}`)
  return answer
}
