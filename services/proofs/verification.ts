/** The result of a step: passed, failed, or not possible with this file alone. */
export interface Outcome {
  readonly ok: boolean | 'not-checked'
  readonly detail: string
}

export interface Step extends Outcome {
  readonly step: string
}

export const passed = (detail: string): Outcome => ({ ok: true, detail })
export const failed = (detail: string): Outcome => ({ ok: false, detail })
export const notChecked = (detail: string): Outcome => ({ ok: 'not-checked', detail })

/** The first reason for a failure, or the details of a pass. */
export const unless = (fault: string | undefined, detail: () => string): Outcome =>
  fault === undefined ? passed(detail()) : failed(fault)

export interface Verification {
  /** Whether no step failed. */
  readonly ok: boolean
  /** In their order. */
  readonly steps: readonly Step[]
}

/** `ok   seed: …`, `FAIL seed: …`, or `--   log: …` for what could not be checked. */
export const stepLine = ({ step, ok, detail }: Step): string =>
  `${ok === 'not-checked' ? '--  ' : ok ? 'ok  ' : 'FAIL'} ${step}: ${detail}`
