import { anyDeadline, type Deadline, nextClock } from '@mingjian/kernel'
import type { PenaltyCommand } from './penalties/decider.ts'
import { type PenaltyPublicity, penaltyPublicity } from './projections/penalty-publicity.ts'

/** 公示规定第九条、第十一条、第十三条: penalties are shown in time, withdrawn in time, and no longer than their term. */
const keepPublicity: Deadline<PenaltyPublicity> = {
  name: 'keep-penalty-publicity',
  readModel: penaltyPublicity,
  next: nextClock(penaltyPublicity, 'due_on', ({ dueOn }) => dueOn ?? undefined),
  due: (day) => ({
    where: [{ column: 'due_on', is: '=', value: day }],
    acts: ({ authority }, uscc) => {
      const command: PenaltyCommand = { type: 'KeepPenaltyPublicity', data: { uscc, on: day } }
      return [{ command, authority }]
    },
  }),
}

export const deadlines = [anyDeadline(keepPublicity)]
