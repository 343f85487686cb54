import { addDays } from '@mingjian/codes'
import type { PastEvent } from '@mingjian/kernel'
import { nothingSet, valuesAfter } from '@mingjian/law'

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

interface Entry {
  readonly ground: string
  readonly year: number | null
  readonly from: string
  to?: string
}
const overlap = (one: Entry, other: Entry): boolean =>
  one.ground === other.ground &&
  one.year === other.year &&
  (one.from === other.from || (one.from < (other.to ?? '9999') && other.from < (one.to ?? '9999')))

const abnormalOperations: Illegal = (events) => {
  const entries: Entry[] = []
  const end = (which: (entry: Entry) => boolean, on: string): boolean => {
    const ended = entries.filter((entry) => entry.to === undefined && entry.from <= on && which(entry))
    for (const entry of ended) entry.to = on
    return ended.length > 0
  }
  for (const { type, data, effectiveOn } of events) {
    if (type === 'AbnormalOperationsListed' || type === 'AbnormalStateMarked')
      entries.push({ ground: data.ground, year: data.year, from: effectiveOn })
    if (type === 'AbnormalOperationsDelisted' || type === 'AbnormalStateCleared') {
      const { ground, years } = data
      const named = (entry: Entry): boolean =>
        entry.ground === ground && (entry.year === null || years.includes(entry.year))
      if (!end(named, effectiveOn)) return `removed for ${ground}, for which it was not listed`
    }
    if (type === 'AbnormalListingRescinded') {
      const { ground, year, listedOn } = data
      const named = (entry: Entry): boolean => entry.ground === ground && entry.year === year && entry.from === listedOn
      if (!end(named, effectiveOn)) return `rescinded for ${ground}, for which it was not listed`
    }
  }
  const twice = entries.find((entry, at) => entries.slice(at + 1).some((other) => overlap(entry, other)))
  return twice === undefined ? undefined : `listed twice at one time for ${twice.ground} ${twice.year}`
}

/** Each objection goes through its stages in order. */
const abnormalObjections: Illegal = (events) => {
  const stages = new Map<number, string>()
  const FROM: Readonly<Record<string, string | undefined>> = {
    AbnormalObjectionFiled: undefined,
    AbnormalObjectionAccepted: 'AbnormalObjectionFiled',
    AbnormalObjectionRefused: 'AbnormalObjectionFiled',
    AbnormalObjectionUpheld: 'AbnormalObjectionAccepted',
    AbnormalObjectionDismissed: 'AbnormalObjectionAccepted',
  }
  for (const { type, data } of events) {
    if (!(type in FROM) || !('objection' in data)) return `${type} among objections`
    if (stages.get(data.objection) !== FROM[type]) return `${type} after ${stages.get(data.objection)}`
    stages.set(data.objection, type)
  }
  return undefined
}

/** An order that was obeyed in time doesn't expire, and none expires before its last day is over. */
const disclosureOrders: Illegal = (events) => {
  const orders = new Map<number, { readonly performBy: string; done: boolean; expired: boolean }>()
  for (const { type, data, effectiveOn } of events) {
    if (type === 'DisclosureOrdered') orders.set(data.order, { performBy: data.performBy, done: false, expired: false })
    if (type !== 'DisclosureOrderPerformed' && type !== 'DisclosureOrderExpired') continue
    const order = orders.get(data.order)
    if (order === undefined || order.done) return `${type} of an order that does not run`
    if (type === 'DisclosureOrderPerformed') order.done = true
    else if (order.expired || effectiveOn <= order.performBy) return 'an order that expired twice, or early'
    else order.expired = true
  }
  return undefined
}

/** Nobody is found by letters of which one was signed for, or was not sent. */
const verifications: Illegal = (events) => {
  const letters = new Map<string, string>()
  for (const { type, data } of events) {
    if (type === 'VerificationLetterSent') letters.set(data.letter, type)
    if (type === 'VerificationLetterSigned' || type === 'VerificationLetterReturned') {
      if (letters.get(data.letter) !== 'VerificationLetterSent') return `${data.letter} answered twice, or never sent`
      letters.set(data.letter, type)
    }
    if (type === 'EnterpriseFoundUncontactable' && data.by === 'letters')
      for (const letter of data.references)
        if (letters.get(letter) !== 'VerificationLetterReturned') return `found by ${letter}, which did not come back`
  }
  return undefined
}

/** Nobody is listed unheard or without consent; what has ended ends no more, and comes back only from an early removal. */
const seriousViolations: Illegal = (events) => {
  const told = new Set<string>()
  const entries = new Map<string, string>()
  for (const { type, data } of events) {
    if (type === 'PublicRecordRecalled') continue
    if (!('matter' in data)) return `${type} among serious violations`
    const { matter } = data
    if (type === 'SeriousListingNotified' || type === 'SeriousListingConsented') told.add(`${type}/${matter}`)
    if (type === 'SeriousViolationListed') {
      if (entries.has(matter)) return `${matter} listed twice`
      const heard = told.has(`SeriousListingNotified/${matter}`) && told.has(`SeriousListingConsented/${matter}`)
      if (!data.article.startsWith('5.') && !heard) return `${matter} listed without notice or consent`
      entries.set(matter, 'open')
    }
    if (type === 'SeriousViolationReinstated') {
      if (entries.get(matter) !== 'early') return `${matter} reinstated after ${entries.get(matter)}`
      entries.set(matter, 'open')
    }
    if (type === 'SeriousViolationRemoved' || type === 'SeriousViolationRescinded') {
      if (entries.get(matter) !== 'open') return `${matter} ended twice, or never listed`
      entries.set(matter, type === 'SeriousViolationRemoved' ? data.manner : 'rescinded')
    }
    if (type.startsWith('SeriousEarlyRemoval') && entries.get(matter) !== 'open') return `${type} of what is not listed`
  }
  return undefined
}

const penalties: Illegal = (events) => {
  const decided = new Set<string>()
  const publicised = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'PenaltyDecided') decided.add(data.documentNo)
    if (type === 'PublicRecordRecalled' && !publicised.delete(data.record)) return `${data.record} recalled unseen`
    if (type === 'PenaltyPublicised') {
      if (!decided.has(data.documentNo)) return `${data.documentNo} publicised before it was decided`
      if (publicised.has(data.documentNo)) return `${data.documentNo} publicised twice`
      publicised.add(data.documentNo)
    }
  }
  return undefined
}

const settings: Illegal = (events) => {
  const versions = Object.values(events.reduce(valuesAfter, nothingSet)).flatMap((set) => Object.values(set))
  for (const line of versions) {
    const at = line.findIndex(
      ({ to }, i) => i + 1 < line.length && addDays(to ?? '9998-01-01', 1) !== line[i + 1]?.from,
    )
    if (at >= 0) return `a day without one value after ${line[at]?.from}`
  }
  return undefined
}

/** Each numbered matter goes from step to step, by the event that leads from one to the next. */
const stepByStep =
  (number: string, steps: Readonly<Record<string, readonly [from: string | undefined, to: string]>>): Illegal =>
  (events) => {
    const stages = new Map<unknown, string>()
    for (const { type, data } of events) {
      const step = steps[type]
      if (step === undefined) continue
      const matter = Object.entries(data).find(([name]) => name === number)?.[1] as unknown
      const stage = stages.get(matter)
      if (stage !== step[0]) return `${type} of ${number} ${matter}, which is ${stage}`
      stages.set(matter, step[1])
    }
    return undefined
  }

const restoration = stepByStep('application', {
  RestorationApplied: [undefined, 'applied'],
  RestorationAccepted: ['applied', 'accepted'],
  RestorationDeclined: ['applied', 'ended'],
  RestorationGranted: ['accepted', 'ended'],
  RestorationRefused: ['accepted', 'ended'],
})

const objections = stepByStep('objection', {
  ObjectionFiled: [undefined, 'filed'],
  ObjectionAccepted: ['filed', 'accepted'],
  ObjectionDeclined: ['filed', 'ended'],
  ObjectionUpheld: ['accepted', 'upheld'],
  ObjectionDismissed: ['accepted', 'ended'],
  ObjectedRecordCorrected: ['upheld', 'ended'],
})

const draw: Illegal = (events) => {
  const order = ['DrawCommitted', 'DrawSeeded', 'DrawConducted']
  const steps = events.map(({ type }) => order.indexOf(type)).filter((step) => step >= 0)
  return steps.every((step, at) => step === (at === 0 ? 0 : ((steps[at - 1] ?? 0) + 1) % order.length))
    ? undefined
    : 'a draw out of order'
}

/** Nothing is found unseen, completed unsigned, reviewed by the one who checked, or published unreviewed. */
const visit: Illegal = (events) => {
  const team = new Set<string>()
  const seen = { entered: false, checked: new Set<string>(), signed: new Map<string, string>() }
  let onSite = false
  let stage = 'none'
  for (const event of events) {
    if (stage === 'cancelled') return `${event.type} of a task that was cancelled`
    switch (event.type) {
      case 'VisitAssigned':
        for (const one of event.data.inspectors) team.add(one)
        stage = 'assigned'
        break
      case 'VisitReassigned':
        team.add(event.data.replacement)
        break
      case 'VisitCancelled':
        stage = 'cancelled'
        break
      case 'TaskSlipIssued':
        onSite = event.data.items.some(({ method }) => method === '实地核查')
        stage = 'issued'
        break
      case 'VisitEntered':
        seen.entered = true
        break
      case 'VisitItemChecked': {
        if (onSite && !seen.entered) return 'found before the entry'
        const results = event.data.findings.map(({ result }) => result)
        if (results.includes('未发现问题') && results.length > 1) return 'nothing found, and something'
        if (!team.has(event.data.by)) return `found by ${event.data.by}, who does not check`
        seen.checked.add(event.data.itemNo)
        break
      }
      case 'VisitSignedByOfficer':
        seen.signed.set(event.data.officer, event.data.recordSha256)
        break
      case 'VisitCompleted': {
        const { items, officers, recordSha256 } = event.data
        if (stage !== 'issued') return `completed while ${stage}`
        if (!items.every(({ itemNo }) => seen.checked.has(itemNo))) return 'completed with an open item'
        if (officers.length < 2 || !officers.every((one) => seen.signed.get(one) === recordSha256))
          return 'completed without two signatures of its record'
        stage = 'completed'
        break
      }
      case 'VisitResultReviewed':
        if (stage !== 'completed') return `reviewed while ${stage}`
        if (team.has(event.data.reviewer)) return `reviewed by ${event.data.reviewer}, who checked`
        stage = event.data.passed ? 'passed' : 'issued'
        break
      case 'VisitResultPublicised':
        if (stage !== 'passed') return `published while ${stage}`
        stage = 'publicised'
        break
      case 'VisitResultReopened':
        if (stage !== 'publicised') return `reopened while ${stage}`
        stage = 'issued'
        break
      default:
    }
  }
  return undefined
}

const inspections: Illegal = (events) => {
  const shown = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'InspectionResultPublished') {
      if (shown.has(data.task)) return `${data.task} published twice`
      shown.add(data.task)
    }
    if (type === 'InspectionResultWithdrawn' && !shown.delete(data.task)) return `${data.task} withdrawn unseen`
  }
  return undefined
}

/** What is entered in a library by one event and taken out by another: nothing happens to what is not in it, and nothing is entered twice. */
const inAndOut =
  (entered: string, left: string): Illegal =>
  (events) => {
    let there = false
    for (const { type } of events) {
      if ((type === entered) === there) return `${type} of what is ${there ? 'there' : 'not there'}`
      if (type === entered || type === left) there = !there
    }
    return undefined
  }
const inspectionItem = inAndOut('InspectionItemListed', 'InspectionItemRemoved')
const inspector = inAndOut('InspectorEnrolled', 'InspectorRemoved')

/** Entered again, an object has changed; the same again is no event. */
const inspectionObjects: Illegal = (events) => {
  const there = new Map<string, string>()
  for (const { type, data } of events) {
    if (type === 'InspectionObjectEntered') {
      const said = JSON.stringify(data)
      if (there.get(data.objectId) === said) return `${data.objectId} entered twice`
      there.set(data.objectId, said)
    }
    if (type === 'InspectionObjectRemoved' && !there.delete(data.objectId)) return `${data.objectId} removed unentered`
  }
  return undefined
}

/** An annual plan is published as it was reviewed, by the opinion given last; whatever is published is changed by a new draft alone. */
const inspectionPlan: Illegal = (events) => {
  let stage = 'none'
  let drafted: unknown
  for (const { type, data } of events) {
    if (type === 'InspectionPlanDrafted') {
      stage = 'drafted'
      drafted = data.tasks
    } else if (stage === 'none' || stage === 'published') return `${type} of a plan that is ${stage}`
    if (type === 'InspectionPlanReviewed') stage = data.passed ? 'passed' : 'returned'
    if (type === 'InspectionPlanPublished') {
      if (stage !== 'passed') return `published while ${stage}`
      if (JSON.stringify(data.tasks) !== JSON.stringify(drafted)) return 'published otherwise than it was reviewed'
      stage = 'published'
    }
  }
  return undefined
}

/** A class is recorded when it is another one, with the facts that make it so. */
const risk: Illegal = (events) => {
  let now: string | null = null
  for (const { type, data } of events) {
    if (type !== 'RiskClassified') continue
    if (data.before !== now) return `from ${data.before}, while it is ${now}`
    if (!/^[ABCD]$/.test(data.riskClass)) return `the class ${data.riskClass}`
    now = data.riskClass
  }
  return undefined
}

/** Each code is good for one rating, and codes of nobody for none. */
const ratings: Illegal = (events) => {
  const good = new Set<string>()
  for (const { type, data } of events) {
    if (type === 'RatingCodesPrepared') for (const hash of data.hashes) good.add(hash)
    if (type === 'InspectionRatingsReleased')
      for (const { codeSha256 } of data.ratings) if (!good.delete(codeSha256)) return 'rated twice, or without a code'
  }
  return undefined
}

const beginning: Illegal = (events) => {
  const years = events.flatMap(({ data }) => ('year' in data ? [data.year] : []))
  return years.some((year, at) => year === years[at + 1]) ? 'begun twice' : undefined
}

/** By aggregate. Cases and complaints have tests of their own, `any-course.spec.ts`, beside their deciders. */
export const illegalStates: Readonly<Record<string, Illegal>> = {
  registration,
  'annual-reports': annualReports,
  'abnormal-operations': abnormalOperations,
  'abnormal-objections': abnormalObjections,
  'disclosure-orders': disclosureOrders,
  'serious-violations': seriousViolations,
  verifications,
  penalties,
  settings,
  restoration,
  objections,
  draw,
  visit,
  inspections,
  'inspection-item': inspectionItem,
  'inspection-objects': inspectionObjects,
  inspector,
  'inspection-plan': inspectionPlan,
  risk,
  ratings,
  beginning,
}
