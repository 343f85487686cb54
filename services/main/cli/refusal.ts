import { type Outcome, type Refusal, refusalIn } from '@mingjian/kernel'
import { citationText, decodeCitation } from '@mingjian/law'
import { Sentence } from './failure.ts'

/** A refusal in one sentence, with the provision in words. */
export const refusalText = ({ code, message, provision }: Refusal): string => {
  const citation = provision === undefined ? undefined : decodeCitation(provision)
  return `${code}: ${message}${citation === undefined ? '' : ` — ${citationText(citation)}`}`
}

/** The outcome, unless it amounts to a refusal, which is thrown as a sentence. */
export const unlessRefused = (outcome: Outcome): Outcome => {
  const refusal = refusalIn(outcome)
  if (refusal !== undefined) throw new Sentence(refusalText(refusal))
  return outcome
}
