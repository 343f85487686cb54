import type { CivilDate } from '@mingjian/codes'
import { cite, encodeCitation, registrationRegulation } from '@mingjian/law'

/** An article of 市场主体登记管理条例 in the wording of that day. */
export const provisionOn = (article: string, on: CivilDate): string =>
  encodeCitation(cite(registrationRegulation, article, on))
