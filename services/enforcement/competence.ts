import { type Context, refusal } from '@mingjian/kernel'
import { provisionOn, provisions } from './law/case.ts'

const notCompetent = refusal('not-competent', {
  zh: '本案由{authority}管辖，其他机关不能办理。',
  en: 'This belongs to {authority}.',
})

/** 管辖: a matter is handled by the authority that has it. */
export const ofAnother = (
  { on }: { readonly on: string },
  { authority }: { readonly authority: string },
  context: Context<unknown>,
) =>
  authority === '' || authority === context.authority
    ? undefined
    : notCompetent({ authority }, provisionOn(on, provisions.competence))
