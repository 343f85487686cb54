import type { CivilDate } from '@mingjian/codes'

/** 救济途径: where and until when a decision may be contested. */
export interface PublicRemedy {
  readonly reconsiderationTo: string
  readonly reconsiderationBy: CivilDate
  readonly litigationBy: CivilDate
  /** Null for a decision that knows no objection 异议. */
  readonly objectionBy: CivilDate | null
}

/** The remedy that an event's data names; null where a history taken over does not say. */
export const remedyIn = (data: object): PublicRemedy | null => {
  const { remedy } = data as { readonly remedy?: Omit<PublicRemedy, 'objectionBy'> | null }
  return remedy === undefined || remedy === null ? null : { objectionBy: null, ...remedy }
}
