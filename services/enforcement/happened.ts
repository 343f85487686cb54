import type { CivilDate } from '@mingjian/codes'
import type { NewEvent } from '@mingjian/kernel'
import type { Provision } from '@mingjian/law'
import type { EventData, EventType } from '@mingjian/schemas'
import { basisOn } from './law/case.ts'

/** What a step records: on its day, resting on these provisions. */
export const happened = <T extends EventType>(
  type: T,
  on: CivilDate,
  data: EventData[T],
  ...under: readonly Provision[]
): Extract<NewEvent, { readonly type: T }> =>
  ({ type, data, effectiveOn: on, basis: basisOn(on, ...under) }) as unknown as Extract<NewEvent, { readonly type: T }>
