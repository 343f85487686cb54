/** What came of a step: `true`, `false`, or that it could not be taken with this file alone. */
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

/** The first reason to fail, or the detail of having passed. */
export const unless = (fault: string | undefined, detail: () => string): Outcome =>
  fault === undefined ? passed(detail()) : failed(fault)

export interface Verification {
  /** Whether no step failed. */
  readonly ok: boolean
  /** In the order in which they are taken. */
  readonly steps: readonly Step[]
}

/** `ok   seed: …`, `FAIL seed: …`, or `--   log: …` for what could not be checked. */
export const stepLine = ({ step, ok, detail }: Step): string =>
  `${ok === 'not-checked' ? '--  ' : ok ? 'ok  ' : 'FAIL'} ${step}: ${detail}`
