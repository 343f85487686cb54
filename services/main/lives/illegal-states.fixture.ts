import type { PastEvent } from '@mingjian/kernel'

/** Says what is wrong with a stream that no sequence of lawful acts may lead to; undefined for a lawful one. */
export type Illegal = (events: readonly PastEvent[]) => string | undefined

const ENDED = ['EnterpriseDeregistered', 'RegistrationRescinded', 'EnterpriseMigratedOut']

const registration: Illegal = (events) => {
  let state: 'none' | 'living' | 'revoked' | 'away' | 'gone' = 'none'
  for (const { type } of events) {
    const begins = type === 'EnterpriseEstablished' || type === 'EnterpriseMigratedIn'
    if (begins && state !== 'none' && !(type === 'EnterpriseMigratedIn' && state === 'away'))
      return `${type} of what is ${state}`
    if (!begins && type !== 'RegistrationChanged' && state !== 'living' && state !== 'revoked')
      return `${type} of what is ${state}`
    if (type === 'LicenceRevoked' && state === 'revoked') return 'revoked twice'
    if (begins) state = 'living'
    else if (type === 'LicenceRevoked') state = 'revoked'
    else if (type === 'EnterpriseMigratedOut') state = 'away'
    else if (ENDED.includes(type)) state = 'gone'
  }
  return undefined
}

const annualReports: Illegal = (events) => {
  const filed = new Set<number>()
  const missed = new Set<number>()
  for (const { type, data } of events) {
    if (type === 'AnnualReportSubmitted' && (filed.has(data.year) || !filed.add(data.year)))
      return `${data.year} filed twice`
    if (type === 'AnnualReportCorrected' && !filed.has(data.year)) return `${data.year} corrected before it was filed`
    if (type === 'AnnualReportMissed' && (missed.has(data.year) || !missed.add(data.year)))
      return `${data.year} missed twice`
  }
  return undefined
}

const abnormalOperations: Illegal = (events) => {
  const open: { readonly ground: string; readonly year: number | null }[] = []
  for (const { type, data } of events) {
    if (type === 'AbnormalOperationsListed' || type === 'AbnormalStateMarked') {
      if (open.some(({ ground, year }) => ground === data.ground && year === data.year))
        return `listed twice for ${data.ground} ${data.year}`
      open.push(data)
    }
    if (type === 'AbnormalOperationsDelisted' || type === 'AbnormalStateCleared') {
      const ended = open.filter(
        ({ ground, year }) => ground === data.ground && (year === null || data.years.includes(year)),
      )
      if (ended.length === 0) return `removed for ${data.ground}, for which it was not listed`
      for (const entry of ended) open.splice(open.indexOf(entry), 1)
    }
  }
  return undefined
}

const penalties: Illegal = (events) => {
  const decided = new Set<string>()
  const publicised = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'PenaltyDecided') {
      decided.add(data.documentNo)
      publicised.delete(data.documentNo)
    }
    if (type === 'PenaltyPublicised') {
      if (!decided.has(data.documentNo)) return `${data.documentNo} publicised before it was decided`
      if (publicised.has(data.documentNo)) return `${data.documentNo} publicised twice`
      publicised.add(data.documentNo)
    }
  }
  return undefined
}

const draw: Illegal = (events) => {
  const order = ['DrawCommitted', 'DrawSeeded', 'DrawConducted']
  const steps = events.map(({ type }) => order.indexOf(type)).filter((step) => step >= 0)
  return steps.every((step, at) => step === (at === 0 ? 0 : ((steps[at - 1] ?? 0) + 1) % order.length))
    ? undefined
    : 'a draw out of order'
}

/** By aggregate. Whatever is not here is still held to the rules that hold for all. */
export const illegalStates: Readonly<Record<string, Illegal>> = {
  registration,
  'annual-reports': annualReports,
  'abnormal-operations': abnormalOperations,
  penalties,
  draw,
}
