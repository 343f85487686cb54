import { aggregate, anyDecider, type CommandOf } from '@mingjian/kernel'
import { assignment } from './assignment.ts'
import { completion } from './completion.ts'
import { conduct } from './conduct.ts'
import { findings } from './findings.ts'
import { officersOf } from './officers.ts'
import { review } from './review.ts'
import { signing } from './signing.ts'
import { evolve, notAssignedYet } from './state.ts'

// The task of an object: officers, items, answers, signatures, review. Stream `TASK/visit`.

const acts = { ...assignment, ...conduct, ...findings, ...signing, ...completion, ...review }
export type VisitCommand = CommandOf<typeof acts>

/** Ids of the library that an act names. */
const officersIn = (command: VisitCommand): readonly string[] => {
  switch (command.type) {
    case 'AppointInspectors':
      return command.data.inspectors
    case 'RecordTaskSlip':
      return command.data.officers.map(({ inspectorId }) => inspectorId)
    case 'EnterPremises':
      return command.data.officers
    case 'TakeEvidence':
    case 'NoteSignatureRefused':
      return [command.data.by]
    case 'CheckItem':
      return [command.data.by, ...command.data.with]
    case 'SignAsOfficer':
      return [command.data.officer]
    default:
      return []
  }
}

export const visits = aggregate({
  aggregate: 'visit',
  acts,
  subject: ({ data }) => data.task,
  initial: notAssignedYet,
  evolve,
  facts: officersOf(officersIn),
})

export const decider = anyDecider(visits)
