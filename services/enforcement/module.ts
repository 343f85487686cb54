import type { Module } from '@mingjian/http'
import { anyProjection } from '@mingjian/kernel'
import { clockModel } from '@mingjian/law'
import { decider as cases } from './cases/decider.ts'
import { decider as complaints } from './complaints/decider.ts'
import { deadlines } from './deadlines.ts'
import { documents } from './documents.ts'
import { rules, settings } from './law.ts'
import { decider as penalties } from './penalties/decider.ts'
import { caseClocks } from './projections/case-clocks.ts'
import { penaltyPublicity } from './projections/penalty-publicity.ts'
import { reactions } from './reactions.ts'
import { penaltyRecord } from './record.ts'
import { decider as reported } from './reported/decider.ts'

export const module: Module = {
  name: 'enforcement',
  deciders: [penalties, cases, complaints, reported],
  projections: [anyProjection(penaltyPublicity), anyProjection(caseClocks)],
  reactions,
  deadlines,
  documents,
  clockModels: [clockModel(penaltyPublicity, 'due_on'), clockModel(caseClocks, 'due_on')],
  records: [penaltyRecord],
  law: { rules, settings },
}
