import type { CivilDate } from '@mingjian/codes'
import { citeAll, disclosureRegulation, encodeCitation, lastDay, type Provision, workingDays } from '@mingjian/law'

// The list of abnormal operations has terms for objections (异常名录办法第十六条); what else is public is verified and answered within the
// twenty working days of 条例第十三条, and put right promptly (第十二条): here within the same five.
const ACCEPT = workingDays(5)
const VERIFY = workingDays(20)
const CORRECT = workingDays(5)

const CORRECTION: Provision = { instrument: disclosureRegulation, article: '12', confidence: 'certain' }
const VERIFICATION: Provision = { instrument: disclosureRegulation, article: '13', confidence: 'likely' }

export const acceptRecordObjectionBy = (filedOn: CivilDate): CivilDate => lastDay(filedOn, ACCEPT)
export const verifyRecordObjectionBy = (acceptedOn: CivilDate): CivilDate => lastDay(acceptedOn, VERIFY)
export const correctRecordBy = (upheldOn: CivilDate): CivilDate => lastDay(upheldOn, CORRECT)

/** What an objection to a public record, and its answer, rest on. */
export const recordObjectionBasis = (on: CivilDate): readonly string[] =>
  citeAll([CORRECTION, VERIFICATION], on).map(encodeCitation)
