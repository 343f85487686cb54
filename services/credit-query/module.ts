import type { Module } from '@mingjian/http'
import { anyProjection } from '@mingjian/kernel'
import { annualPlan } from './projections/annual-plan.ts'
import { creditList } from './projections/credit-list.ts'
import { draw } from './projections/draw.ts'
import { enterprise } from './projections/enterprise.ts'
import { enterpriseInspections } from './projections/enterprise-inspections.ts'
import { enterpriseRecord } from './projections/enterprise-record.ts'
import { inspectionResult } from './projections/inspection-result.ts'
import { issuedDocuments } from './projections/issued-documents.ts'
import { publicItem } from './projections/public-item.ts'
import { searchedEnterprise } from './projections/searched-enterprise.ts'

export { changesAfter, type FeedLog, type Wake } from './changes.ts'
export type { Basis } from './citation.ts'
export type { NamedResult, ResultFilters } from './inspection-queries.ts'
export type { InspectionYear } from './inspection-year.ts'
export type { LegalSetting, SetVersion } from './legal-settings.ts'
export type { ListLine } from './list-lines.ts'
export type { Moment } from './moment.ts'
export type { Draw } from './projections/draw.ts'
export type { Enterprise } from './projections/enterprise.ts'
export type { EnterpriseInspection, EnterpriseInspections } from './projections/enterprise-inspections.ts'
export type { EnterpriseRecord, PublicPenalty, TimelineItem } from './projections/enterprise-record.ts'
export { indexedEnterprise } from './projections/indexed-enterprise.ts'
export type { InspectionResult } from './projections/inspection-result.ts'
export type { ListEntry, Listing, ListKind } from './projections/list-entries.ts'
export type { PublicItem } from './projections/public-item.ts'
export { type PublicApiOptions, publicApi } from './public-api.ts'
export { type PublicChange, publicChange } from './public-change.ts'
export { ENTERED, PUBLIC_EVENTS, RECALLABLE, SANCTIONS } from './public-events.ts'
export type { PublicItems, PublicReport } from './public-report.ts'
export {
  type FoundEnterprise,
  type ListedEnterprise,
  type ListName,
  type PublicQueries,
  type PublicQueryPorts,
  publicQueries,
} from './queries.ts'
export { nameAnalysis } from './search/analysis.ts'
export type * from './search/port.ts'
export type { Statistics } from './statistics.ts'

export const module: Module = {
  name: 'credit-query',
  projections: [
    anyProjection(enterprise),
    anyProjection(enterpriseRecord),
    anyProjection(creditList),
    anyProjection(draw),
    anyProjection(publicItem),
    anyProjection(annualPlan),
    anyProjection(enterpriseInspections),
    anyProjection(inspectionResult),
    anyProjection(searchedEnterprise),
    anyProjection(issuedDocuments),
  ],
}
