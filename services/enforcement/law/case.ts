import type { CivilDate } from '@mingjian/codes'
import { cite, citeAll, compulsionLaw, encodeCitation, type Provision, transferRule } from '@mingjian/law'
import { inLaw, inProcedureRule } from './procedure.ts'

const inRule = (article: string): Provision => inProcedureRule('条号待核', article, 'likely')

/** What gives each step of a case its place, and what is cited when a step is refused. */
export const provisions = {
  competence: inLaw('20', '22'),
  lead: inRule('18'),
  filing: inRule('19'),
  notFiling: inRule('20'),
  officers: inLaw('37.1', '42.1'),
  recusal: inLaw('37.3', '43'),
  evidence: inLaw('36', '46'),
  record: inRule('5'),
  preregistration: inLaw('37.2', '56'),
  correction: inLaw('23', '28.1'),
  investigation: inLaw('36', '54.1'),
  excludedTime: inProcedureRule('57', '64', 'likely'),
  decisionTerm: inLaw('办案期限由规章规定', '60'),
  legalReview: inLaw('38.3', '58.1'),
  notice: inLaw('31', '44'),
  statement: inLaw('32', '45'),
  noNoticeNoDecision: inLaw('41', '62'),
  hearing: inLaw('42', '63'),
  hearingConduct: inLaw('42.1', '64'),
  hearingRecord: inLaw('43', '65'),
  collective: inLaw('38.2', '57.2'),
  decision: inLaw('38', '57.1'),
  legalGround: inLaw('3.2', '38'),
  discretion: inLaw('4', '34'),
  lighter: inLaw('27', '32'),
  waiver: inLaw('27.2', '33'),
  limitation: inLaw('29', '36'),
  oneFine: inLaw('24', '29'),
  summary: inLaw('33', '51'),
  service: inLaw('40', '61'),
  instalments: inLaw('52', '66'),
  payment: inLaw('46.3', '67.3'),
  surcharge: inLaw('51.0.1', '72.1.1'),
  enforcement: inLaw('51', '72'),
  noStay: inLaw('45', '73'),
  ownCorrection: inLaw('54.2', '75.2'),
  closing: inRule('72'),
  termination: inRule('47'),
  referral: inLaw('22', '27'),
  substitution: { instrument: transferRule, article: '11', confidence: 'certain' },
  referralApproval: { instrument: transferRule, article: '5', confidence: 'certain' },
  police: { instrument: transferRule, article: '8', confidence: 'likely' },
  challenge: { instrument: transferRule, article: '9', confidence: 'likely' },
  handover: { instrument: transferRule, article: '12', confidence: 'certain' },
  courtEnforcement: { instrument: compulsionLaw, article: '53', confidence: 'certain' },
  urging: { instrument: compulsionLaw, article: '54', confidence: 'certain' },
} as const satisfies Readonly<Record<string, Provision>>

/** As an event keeps them: those that were law on that day, in its wording. */
export const basisOn = (on: CivilDate, ...under: readonly Provision[]): readonly string[] =>
  citeAll(under, on).map(encodeCitation)

/** As a refusal names it, whichever the day. */
export const provisionOn = (on: CivilDate, { instrument, article }: Provision): string =>
  encodeCitation(cite(instrument, article, on))
