import type { CivilDate } from '@mingjian/codes'
import type { NewEvent } from '@mingjian/kernel'
import type { EventType } from '@mingjian/schemas'

/**
 * 停止公示: readers who copied the entry from the feed are told to delete it. Nothing for an entry of the same batch, whose place in the log
 * isn't known yet.
 */
export const recalled = (
  type: EventType,
  { record, position }: { readonly record: string; readonly position: number | undefined },
  reason: string,
  on: CivilDate,
  basis: readonly string[],
): readonly NewEvent[] =>
  position === undefined
    ? []
    : [
        {
          type: 'PublicRecordRecalled',
          data: { type, record, positions: [position], reason },
          effectiveOn: on,
          basis,
        },
      ]
