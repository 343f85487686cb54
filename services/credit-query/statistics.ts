import type { CivilDate } from '@mingjian/codes'
import { leastShare, samplingFloor } from '@mingjian/inspection/law'
import type { ReadModels } from '@mingjian/kernel'
import { anyProjection } from '@mingjian/kernel'
import type { SettingSource } from '@mingjian/law'
import { creditList } from './projections/credit-list.ts'
import { type Draw, draw } from './projections/draw.ts'
import { enterprise } from './projections/enterprise.ts'
import { REGISTRATION_STATES } from './projections/registration-state.ts'

export interface Statistics {
  readonly enterprises: {
    readonly total: number
    readonly byState: readonly { readonly state: string; readonly count: number }[]
  }
  /** Subjects on each list today. */
  readonly lists: { readonly abnormal: number; readonly mark: number; readonly serious: number }
  /** The newest draw that has a result, beside the share that the law asks for at least. */
  readonly draw: {
    readonly id: string
    readonly rehearsal: boolean
    readonly population: number
    readonly selected: number
    readonly share: number
    readonly floor: number
  } | null
  /** Position up to which enterprises have been counted. */
  readonly position: number
}

const shareOf = ({ id, rehearsal, population: { size }, result }: Draw, floor: number): Statistics['draw'] =>
  result && {
    id,
    rehearsal,
    population: size,
    selected: result.selected,
    share: size === 0 ? 0 : result.selected / size,
    floor,
  }

/** Counts by index; about a tenth of a second for a million enterprises. */
export const countAll = async (
  reads: ReadModels,
  law: () => Promise<SettingSource>,
  today: CivilDate,
): Promise<Statistics> => {
  const counted = (column: string, value: unknown, readModel = anyProjection(creditList)) =>
    reads.count(readModel, [{ column, is: '=', value }])
  const [byState, abnormal, mark, serious, [newest], position, settings] = await Promise.all([
    Promise.all(
      REGISTRATION_STATES.map(async (state) => ({
        state,
        count: await counted('state', state, anyProjection(enterprise)),
      })),
    ),
    counted('abnormal', true),
    counted('mark', true),
    counted('serious', true),
    reads.find(draw, {
      where: [{ column: 'stage', is: '=', value: 'conducted' }],
      order: [{ column: 'position', descending: true }],
      limit: 1,
    }),
    reads.position(enterprise.name),
    law(),
  ])
  return {
    enterprises: { total: byState.reduce((sum, { count }) => sum + count, 0), byState },
    lists: { abnormal, mark, serious },
    draw: newest === undefined ? null : shareOf(newest.document, leastShare(today, settings(samplingFloor))),
    position,
  }
}
