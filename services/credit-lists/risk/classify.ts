import type { CivilDate } from '@mingjian/codes'
import type { CommandHandler, ReadModels, Refusal, Stored } from '@mingjian/kernel'
import { type RiskFacts, riskFacts } from '../projections/risk-facts.ts'
import type { RiskCommand } from './decider.ts'
import { RISK_MODEL, type RiskClass, type RiskScore, riskOf } from './score.ts'

export interface Classified extends RiskScore {
  readonly uscc: string
  readonly before: string | null
}

export interface Classification {
  readonly classes: Readonly<Record<RiskClass, number>>
  /** Those whose class is another than before. */
  readonly changed: number
  readonly refused: readonly (Refusal & { readonly uscc: string })[]
}

const PAGE = 1000

/**
 * Finds the class of every enterprise in operation by what was known to be so on that day, and records those that changed. `each` is called
 * with every one. Constant memory; repeated, it records nothing.
 */
export const classifyRisk = async (
  { reads, handler }: { readonly reads: Pick<ReadModels, 'find'>; readonly handler: Pick<CommandHandler, 'handleAll'> },
  asOf: CivilDate,
  each: (classified: Classified) => void | Promise<void> = () => {},
): Promise<Classification> => {
  const classes = { A: 0, B: 0, C: 0, D: 0 }
  const refused: (Refusal & { readonly uscc: string })[] = []
  let changed = 0
  for (let after: readonly unknown[] | undefined; ; ) {
    const page: readonly Stored<RiskFacts>[] = await reads.find(riskFacts, {
      where: [{ column: 'living', is: '=', value: true }],
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    })
    const found = page
      .filter(({ document }) => document.establishedOn <= asOf)
      .map(({ key, document }) => ({
        uscc: key,
        authority: document.authority,
        before: document.riskClass,
        ...riskOf(document, asOf),
      }))
    const moved = found.filter(({ riskClass, before }) => riskClass !== before)
    const outcomes = await handler.handleAll(
      moved.map(({ uscc, authority, riskClass, score, reasons }) => {
        const data = { uscc, on: asOf, riskClass, score, model: RISK_MODEL, reasons }
        const command: RiskCommand = { type: 'RecordRiskClass', data }
        return { command, authority, actor: 'risk:classify' }
      }),
    )
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.outcome === 'recorded') changed += 1
      if (outcome.outcome === 'refused') refused.push({ uscc: moved[at]?.uscc ?? '', ...outcome.refusal })
    }
    for (const { authority: _, ...classified } of found) {
      classes[classified.riskClass] += 1
      await each(classified)
    }
    if (page.length < PAGE) return { classes, changed, refused }
    after = [page.at(-1)?.key]
  }
}
