import { expect } from 'vitest'
import type { Journey } from './platform.ts'

/** Decisions against an enterprise, imposed by an authority: each can be contested somewhere, until some day. */
const AGAINST = new Set([
  'AbnormalOperationsListed',
  'AbnormalStateMarked',
  'SeriousViolationListed',
  'SeriousViolationReinstated',
  'PenaltyPublicised',
  'LicenceRevoked',
  'RegistrationRescinded',
])

/** Every line of these timelines says what happened, under which provision in which wording, and where it can be contested. */
export const everyLineSaysWhy = async (journey: Journey, codes: readonly string[]): Promise<void> => {
  for (const uscc of codes) {
    const { items } = (await journey.get(`/v1/enterprises/${uscc}/timeline?limit=100`)).body
    expect(items.length, uscc).toBeGreaterThan(0)
    for (const item of items) {
      const which = `${item.event} of ${item.on}`
      expect(item.title, which).toMatch(/\p{Script=Han}/u)
      expect(item.basis.length, which).toBeGreaterThan(0)
      for (const { text, version, article } of item.basis)
        expect([text, version, article].every(Boolean), which).toBe(true)
      // A history taken over has neither number nor remedy.
      if (!AGAINST.has(item.event) || (item.event.startsWith('Abnormal') && item.decision === null)) continue
      expect(item.remedy, which).toMatchObject({ reconsiderationTo: expect.stringMatching(/\p{Script=Han}/u) })
      for (const by of [item.remedy.reconsiderationBy, item.remedy.litigationBy]) expect(by > item.on, which).toBe(true)
    }
  }
}
