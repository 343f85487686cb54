import type { CivilDate } from '@mingjian/codes'
import type { Draw, PublicQueries } from '@mingjian/credit-query'
import type { Staff } from '@mingjian/http'
import type { Refusal } from '@mingjian/kernel'
import type { BoardLine, BoardQuery } from '@mingjian/law'
import type { Selection } from './proof-file.ts'

/** What the pages rest on. */
export interface Ports {
  readonly queries: PublicQueries
  readonly today: CivilDate
  /** What the site is called. */
  readonly name: string
  /** Who was drawn; undefined until the draw has been conducted. */
  readonly selectionIn: (draw: Draw) => Promise<Selection | undefined>
  /** Without it there are no pages for enterprises that are checked. */
  readonly checked?: CheckedPages
  /** Without it there are no pages for staff. */
  readonly staff?: StaffPages
}

/** What an enterprise does that is being checked. */
export interface CheckedPages {
  readonly slip: (code: string) => Promise<ScannedSlip | undefined>
  readonly scan: (code: string) => Promise<ScannedSlip | Refusal | undefined>
  /** What is rated, 1 to 5 each. */
  readonly aspects: readonly string[]
  readonly rate: (code: string, scores: readonly number[]) => Promise<Refusal | undefined>
}

/** What pages for staff rest on. */
export interface StaffPages {
  /** Without it nobody comes in. */
  readonly staff: Staff | undefined
  readonly board: (query: BoardQuery) => Promise<readonly BoardLine[]>
  /** Visits to be done and done, the most pressing first; of one officer where one is named. */
  readonly tasks: (officer: string | undefined) => Promise<readonly Task[]>
  readonly visit: (task: string) => Promise<VisitForStaff | undefined>
}

/** What a task slip 任务单 shows to those who hold its code. */
export interface ScannedSlip {
  readonly slipNo: string
  readonly authority: string
  readonly uscc: string
  readonly planName: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly issuedOn: CivilDate
  readonly stage: string
  /** Why it has been cancelled. */
  readonly cancelled: string | null
  readonly items: readonly {
    readonly name: string
    readonly legalBasis: readonly string[]
    readonly content: string
    readonly method: string
  }[]
  readonly officers: readonly {
    readonly department: string
    readonly certificateNo: string
    readonly validUntil: CivilDate
  }[]
  readonly onSite: boolean
  readonly enteredAt: string | null
  readonly scanned: boolean
}

/** A visit as its officers see it. */
export interface VisitForStaff {
  readonly task: string
  readonly uscc: string
  readonly name: string
  readonly address: string | null
  readonly planName: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly stage: string
  readonly officers: readonly {
    readonly id: string
    readonly department: string
    readonly certificateNo: string
    readonly validUntil: CivilDate
  }[]
  /** Of the task slip, once there is one. */
  readonly slipNo: string | null
  readonly code: string | null
  readonly items: readonly {
    readonly itemNo: string
    readonly name: string
    readonly legalBasis: readonly string[]
    readonly content: string
    readonly method: string
    readonly departments: readonly string[]
    readonly points: readonly string[]
    readonly noticeBeforehand: boolean
  }[]
  readonly evidence: readonly { readonly sha256: string; readonly description: string; readonly takenAt: string }[]
}

/** A line of the list. */
export type Task = Pick<VisitForStaff, 'task' | 'uscc' | 'name' | 'planName' | 'from' | 'to' | 'stage'> & {
  readonly inspectors: readonly string[]
}
