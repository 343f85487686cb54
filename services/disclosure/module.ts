import { anyProjection } from '@mingjian/kernel'
import { clockModel } from '@mingjian/law'
import { decider as annualReports } from './annual-reports/decider.ts'
import { decider as disclosureOrders } from './disclosure-orders/decider.ts'
import { runningOrders } from './projections/disclosure-orders.ts'
import { reportDuty } from './projections/report-duty.ts'
import { decider as recordsBeginning } from './records-beginning/decider.ts'
import { reportClocks } from './report-clocks.ts'

export { beginRecords, deadlines } from './deadlines.ts'
export { documents } from './documents.ts'
export { rules } from './law.ts'
export { reactions } from './reactions.ts'
export { annualReportRecord } from './record.ts'

export const deciders = [annualReports, disclosureOrders, recordsBeginning]
export const projections = [anyProjection(reportDuty), anyProjection(runningOrders)]
export const clockModels = [clockModel(runningOrders), reportClocks]
