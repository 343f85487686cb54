import { type DemoEnterprise, demoEnterprise } from './enterprise.ts'
import { blocksOf, type DemoPenalty, penaltiesOfBlock } from './penalty.ts'
import { type DemoReport, reportsOf } from './report.ts'

export { demoEnterprise } from './enterprise.ts'
export { demoInspectors } from './inspector.ts'

const DEFAULT_COUNT = 20_000

/**
 * The enterprises of an invented register of Kundulun district 昆都仑区 as it could stand on 2026-10-30, with the members of the import records.
 * No person, firm or code in it is real (subject codes begin with Y), and each record follows from its index alone, so any count begins alike.
 */
export function* demoEnterprises(count = DEFAULT_COUNT): Generator<DemoEnterprise> {
  for (let index = 0; index < count; index += 1) yield demoEnterprise(index)
}

/** The annual reports for 2023 to 2025 of the first so many enterprises. */
export function* demoReports(count = DEFAULT_COUNT): Generator<DemoReport> {
  for (let index = 0; index < count; index += 1) yield* reportsOf(demoEnterprise(index), index)
}

/** The penalties since 2018 of the first so many enterprises. */
export function* demoPenalties(count = DEFAULT_COUNT): Generator<DemoPenalty> {
  for (let block = 0; block < blocksOf(count); block += 1) yield* penaltiesOfBlock(block, count)
}
