import { type Clock, type CommandHandler, type ReadModels, type Refusal, refusalIn } from '@mingjian/kernel'
import { type VisitTask, visit } from './projections/visit.ts'
import { enteredAt, isOnSite } from './visits/state.ts'

/** What the enterprise sees of a task slip: no name of a person, nothing of other enterprises, no result. */
export type Slip = ReturnType<typeof slipOf>

export interface SlipPorts {
  readonly reads: Pick<ReadModels, 'find'>
  readonly handler: Pick<CommandHandler, 'handle'>
  readonly clock: Pick<Clock, 'now'>
  /** For whom an entry by scan is recorded. */
  readonly authority: string
}

/** Task slips 任务单, by the codes that are printed on them; undefined where there is none of the code. */
export interface Slips {
  slip(code: string): Promise<Slip | undefined>
  /** 扫码入企: the enterprise confirms that the officers are there. A second scan changes nothing. */
  scan(code: string): Promise<Slip | Refusal | undefined>
}

const slipOf = (task: VisitTask) => {
  const { assigned, stage, cancelledWhy, items, team, issuedOn, entered, slipNo, authority } = task
  return {
    ...{ uscc: task.uscc, planName: assigned?.planName ?? '', from: assigned?.from ?? '', to: assigned?.to ?? '' },
    ...{ slipNo, authority, issuedOn, stage, cancelled: stage === 'cancelled' ? cancelledWhy : null, items },
    officers: team.map(({ department, certificateNo, validUntil }) => ({ department, certificateNo, validUntil })),
    ...{ onSite: isOnSite(task), enteredAt: enteredAt(task) ?? null, scanned: entered.scanned !== undefined },
  }
}

export const slipsOf = ({ reads, handler, clock, authority }: SlipPorts): Slips => {
  const byCode = async (code: string): Promise<VisitTask | undefined> =>
    (await reads.find(visit, { where: [{ column: 'code', is: '=', value: code }], limit: 1 }))[0]?.document
  return {
    slip: async (code) => {
      const found = await byCode(code)
      return found && slipOf(found)
    },
    scan: async (code) => {
      const found = await byCode(code)
      if (found === undefined || found.entered.scanned !== undefined) return found && slipOf(found)
      const at = clock.now()
      const command = { type: 'RecordEntryScan', data: { task: found.task, code, at } }
      const outcome = await handler.handle({ command, actor: 'enterprise', authority, commandId: `scan:${code}` })
      const refusal = refusalIn(outcome)
      if (refusal !== undefined) return refusal
      // The read model may be a moment behind what has just been recorded.
      const now = (await byCode(code)) ?? found
      return { ...slipOf(now), scanned: true, enteredAt: enteredAt(now) ?? at }
    },
  }
}
