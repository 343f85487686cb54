import type { Filter } from '@mingjian/kernel'
import type { Plan, ReportedCondition } from './draw/plan.ts'
import type { InspectionObject } from './projections/inspection-object.ts'

// Whom a plan is about 检查对象范围: everybody (不定向), or those whom its scope describes (定向).

/** What the database can look for. */
export const filtersOf = ({ district, filedReportFor }: Plan['scope']): readonly Filter[] => [
  ...(district === undefined ? [] : [{ column: 'district', is: 'prefix', value: district } as const]),
  ...(filedReportFor === undefined ? [] : [{ column: 'filed', is: 'contains', value: filedReportFor } as const]),
]

const meets = (
  reported: InspectionObject['reported'],
  { item, least, most, is, absent }: ReportedCondition,
): boolean => {
  const value = reported?.[item] ?? null
  if (absent === true) return value === null
  if (is !== undefined) return value === is
  const amount = Number(value)
  return value !== null && (least === undefined || amount >= least) && (most === undefined || amount <= most)
}

export const isInScope = ({ scope, year: planned }: Plan): ((object: InspectionObject) => boolean) => {
  const { typeCodes, industries, list, objectKind, reported = [], complaintsFrom } = scope
  const ofType = ({ typeCode }: InspectionObject): boolean =>
    typeCodes === undefined || typeCodes.some((type) => typeCode.startsWith(type))
  const ofIndustry = ({ industry, industrySection }: InspectionObject): boolean =>
    industries === undefined ||
    industries.some(
      (wanted) => `${industrySection ?? ''}${industry ?? ''}`.startsWith(wanted) || (industry ?? '').startsWith(wanted),
    )
  return (object) =>
    ofType(object) &&
    ofIndustry(object) &&
    (list === undefined || object.listed.some((entry) => entry.startsWith(`${list}/`))) &&
    (objectKind === undefined || object.others.some(({ kind }) => kind === objectKind)) &&
    reported.every((condition) => meets(object.reported, condition)) &&
    (complaintsFrom === undefined || object.complaints.filter((year) => year >= planned - 1).length >= complaintsFrom)
}
