import type { CivilDate } from '@mingjian/codes'
import type { Remedies } from '@mingjian/law'

/** 救济途径: where and until when a decision may be contested. */
export interface PublicRemedy extends Omit<Remedies, 'basis'> {
  /** Null for a decision that knows no objection 异议. */
  readonly objectionBy: CivilDate | null
}

/** The remedy that an event's data names; null where a history taken over does not say. */
export const remedyIn = (data: object): PublicRemedy | null => {
  const { remedy } = data as { readonly remedy?: Omit<PublicRemedy, 'objectionBy'> | null }
  return remedy === undefined || remedy === null ? null : { objectionBy: null, ...remedy }
}
