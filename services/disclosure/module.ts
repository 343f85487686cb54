import type { Module } from '@mingjian/http'
import { anyProjection } from '@mingjian/kernel'
import { clockModel } from '@mingjian/law'
import { decider as annualReports } from './annual-reports/decider.ts'
import { deadlines } from './deadlines.ts'
import { decider as disclosureOrders } from './disclosure-orders/decider.ts'
import { documents } from './documents.ts'
import { rules, settings } from './law.ts'
import { runningOrders } from './projections/disclosure-orders.ts'
import { reportDuty } from './projections/report-duty.ts'
import { reactions } from './reactions.ts'
import { annualReportRecord } from './record.ts'
import { decider as recordsBeginning } from './records-beginning/decider.ts'
import { reportClocks } from './report-clocks.ts'

export { beginRecords } from './deadlines.ts'

export const module: Module = {
  name: 'disclosure',
  deciders: [annualReports, disclosureOrders, recordsBeginning],
  projections: [anyProjection(reportDuty), anyProjection(runningOrders)],
  reactions,
  deadlines,
  documents,
  clockModels: [clockModel(runningOrders), reportClocks],
  records: [annualReportRecord],
  law: { rules, settings },
}
