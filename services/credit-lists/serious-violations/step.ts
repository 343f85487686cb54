import { type CivilDate, dayMember, usccMember } from '@mingjian/codes'
import { type Context, type Decided, procedure } from '@mingjian/kernel'
import { encodeCitation } from '@mingjian/law'
import Type from 'typebox'
import { seriousBasis } from '../law.ts'
import { notYet } from '../refusals.ts'
import type { PenaltyFacts } from './facts.ts'
import {
  beforeItsStage,
  beforeTheNotice,
  decided,
  entryEnded,
  noticeMissing,
  notListed,
  notRemovedEarly,
} from './refusals.ts'
import { type Entry, type Matter, noMatter, type SeriousViolations, type Stage } from './state.ts'

export const uscc = usccMember()
export const on = dayMember()
export const words = Type.String({ minLength: 1 })
export const matter = Type.String({
  minLength: 1,
  description: 'the case that it is about, or another name of the matter',
})
/** Members of every act in a matter. */
export const named = { uscc, matter, on }

type Under = Parameters<typeof seriousBasis>[0]
/** What an act rests on in the wording of its day; the first of it is what a refusal names. */
export const basisOn = (day: CivilDate, under: Under): readonly string[] => seriousBasis(under, day).map(encodeCitation)
export const provisionOn = (day: CivilDate, under: Under): string | undefined => basisOn(day, under)[0]

type Named = { readonly uscc: string; readonly matter: string; readonly on: string }
const common = {
  named,
  matter: (asked: Named, state: SeriousViolations): Matter => state.get(asked.matter) ?? noMatter,
  day: (asked: Named): CivilDate => asked.on,
  stages: {
    none: { zh: '尚未告知', en: 'not notified' },
    notified: { zh: '已告知', en: 'notified' },
    dropped: { zh: '不予列入', en: 'dropped' },
    listed: { zh: '已列入', en: 'listed' },
    applied: { zh: '已申请提前移出', en: 'filed' },
    accepted: { zh: '已受理提前移出的申请', en: 'accepted' },
    removed: { zh: '已提前移出', en: 'removed early' },
    ended: { zh: '已终止', en: 'ended' },
  } satisfies Record<Stage, object>,
  cite: provisionOn,
  future: notYet,
}

/** 告知、陈述、列入 (严重违法失信名单管理办法第十三条). */
export const proceeding = procedure<SeriousViolations, Matter, PenaltyFacts, Under>()({
  ...common,
  unknown: (asked, provision) => noticeMissing({ matter: asked.matter }, provision),
  early: ({ stageOn }, provision) => beforeTheNotice({ stageOn }, provision),
  misplaced: (asked, _, __, provision) => decided({ matter: asked.matter }, provision),
})

/** 提前移出 (第十六条至第十八条), and its revocation for fraud (第二十条). */
export const removal = procedure<SeriousViolations, Matter, PenaltyFacts, Under>()({
  ...common,
  unknown: (asked, provision) => notListed({ matter: asked.matter }, provision),
  early: ({ stageOn }, provision) => beforeItsStage({ stageOn }, provision),
  misplaced: (asked, { entry }, { under }, provision) => {
    if (entry === null) return notListed({ matter: asked.matter }, provision)
    if (under === 'fraud') return notRemovedEarly({}, provision)
    return entry.ended === null ? undefined : entryEnded({ on: entry.ended.on }, provision)
  },
})

/** A decision on the entry of the matter. */
export const onEntry =
  <D extends Named>(decide: (asked: D, entry: Entry, context: Context<PenaltyFacts>) => Decided) =>
  (asked: D, { entry }: Matter, context: Context<PenaltyFacts>): Decided =>
    entry === null ? notListed({ matter: asked.matter }) : decide(asked, entry, context)
