import { counted, date, flag, lacking, listOf, optional, type Rule, rule, year } from '@mingjian/law'
import type { AbnormalGround } from '@mingjian/schemas'
import { inRule, REMOVAL, removalProvisions } from './abnormal.ts'
import { GROUNDS, ground, groundOf } from './ground-words.ts'

/** The member that would say whether a ground is cured, if none does. */
const unsaidOf = (
  which: AbnormalGround,
  given: {
    readonly unreported_years: readonly number[] | undefined
    readonly address_changed_registered: boolean | undefined
    readonly recontact_verified: boolean | undefined
  },
): string | undefined => {
  switch (which) {
    case 'annual_report_missed':
      return given.unreported_years === undefined ? 'unreported_years' : undefined
    case 'uncontactable':
      return (given.address_changed_registered ?? given.recontact_verified) === undefined
        ? 'recontact_verified'
        : undefined
    default:
      return 'cured'
  }
}

export const abnormalRemovalRules: readonly Rule[] = [
  rule({
    name: 'abnormal.removal.decide_by',
    question: '最迟何日作出移出决定',
    provisions: GROUNDS.flatMap((g) => removalProvisions('enterprise', g)),
    given: {
      ground,
      cured: optional(flag),
      application_received: optional(date),
      correction_verified: optional(date),
      contact_verified: optional(date),
    },
    judgedOn: (given) => given.application_received ?? given.correction_verified ?? given.contact_verified,
    find: ({ ground: word, cured, ...given }) => {
      const which = groundOf(word)
      const member = {
        annual_report_missed: 'application_received',
        order_not_followed: 'application_received',
        false_information: 'correction_verified',
        uncontactable: 'contact_verified',
      } as const
      const from = given[member[which]]
      const under = removalProvisions('enterprise', which)
      if (cured === false) return { result: { remove_by: null }, trace: ['列入的事由尚未消除，不予移出'], under }
      if (from === undefined) return lacking(member[which], date.wanted)
      const { last, step, confidence } = counted(from, REMOVAL)
      const start = member[which] === 'application_received' ? '自收到申请起' : '自查实起'
      return { result: { remove_by: last }, trace: [start, step], under, confidence }
    },
  }),
  rule({
    name: 'abnormal.removal.eligible',
    question: '列入的事由是否都已消除，可以移出',
    provisions: [inRule('10', false), ...GROUNDS.flatMap((g) => removalProvisions('enterprise', g))],
    given: {
      ground: optional(ground),
      grounds: optional(listOf(ground)),
      cured: optional(listOf(ground)),
      unreported_years: optional(listOf(year)),
      filed_and_published: optional(listOf(year)),
      address_changed_registered: optional(flag),
      recontact_verified: optional(flag),
    },
    find: (given) => {
      const all = given.grounds ?? (given.ground === undefined ? [] : [given.ground])
      if (all.length === 0) return lacking('ground', ground.wanted)
      const unsaid = given.cured === undefined && all.map((word) => unsaidOf(groundOf(word), given)).find(Boolean)
      if (unsaid)
        return lacking(unsaid, { zh: '说明列入事由是否消除的内容', en: 'what says whether the ground is cured' })
      const cured = new Set(given.cured?.map(groundOf))
      const missing = (given.unreported_years ?? []).filter((y) => !given.filed_and_published?.includes(y))
      const reachable = given.address_changed_registered === true || given.recontact_verified === true
      const isOpen = (word: string): boolean => {
        const which = groundOf(word)
        if (which === 'annual_report_missed' && given.unreported_years !== undefined) return missing.length > 0
        if (which === 'uncontactable' && reachable) return false
        return !cured.has(which)
      }
      const open = all.filter(isOpen)
      return {
        result: { eligible: open.length === 0, missing, open_grounds: open },
        trace: [
          ...(missing.length > 0 ? [`尚未补报并公示：${missing.join('、')}年度`] : []),
          open.length === 0 ? '各项事由均已消除' : `仍未消除：${open.join('、')}；有一项未消除即不移出`,
        ],
        // That every one of several grounds must be cured follows from the general provision.
        under: [
          ...(all.length > 1 ? [inRule('10', false)] : []),
          ...all.flatMap((word) => removalProvisions('enterprise', groundOf(word))),
        ],
      }
    },
  }),
  rule({
    name: 'abnormal.individual.restore_by',
    question: '个体工商户最迟何日恢复正常记载状态',
    provisions: removalProvisions('sole-trader', 'uncontactable'),
    given: { recontact_verified: date },
    judgedOn: ({ recontact_verified }) => recontact_verified,
    find: ({ recontact_verified }) => {
      const { last, step, confidence } = counted(recontact_verified, REMOVAL)
      return { result: { restore_by: last }, trace: [step], confidence }
    },
  }),
]
