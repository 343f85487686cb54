import {
  anyDecider,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
  seriesOf,
} from '@mingjian/kernel'
import { restorationRegime, reviewOf } from '@mingjian/law'
import {
  acceptRestorationBy,
  decideRestorationBy,
  RESTORATION_DOCUMENTS,
  type RestorationObject,
  restorationBasis,
  stopShowingBy,
} from '../law.ts'
import { type Standing, stepObstacle, withStep } from '../steps.ts'
import { type ApplyForRestoration, commands, type RestorationCommand, type StepCommand } from './commands.ts'
import { obstacle, openness, type Restorable } from './conditions.ts'
import { type RestorationFacts, restorationFacts } from './facts.ts'

type Stage = 'applied' | 'accepted' | 'declined' | 'granted' | 'refused'
interface Application extends Restorable, Standing<Stage> {
  readonly documents: readonly string[]
}

const isOpen = ({ stage }: Application): boolean => stage === 'applied' || stage === 'accepted'

const apply = (
  { data }: ApplyForRestoration,
  applications: readonly Application[],
  { today, facts }: Context<RestorationFacts>,
): readonly NewEvent[] | Refusal => {
  const { uscc, kind, record, documents, on } = data
  const basis = restorationBasis('application', kind, on)
  const same = applications.filter((one) => one.kind === kind && one.record === record)
  if (same.some(isOpen)) return []
  if (!facts.subject.known) return refused('unknown-enterprise', `${uscc} is not registered here.`, basis[0])
  if (on > today) return refused('decision-in-the-future', `Nothing can be applied for on ${on} yet.`)
  if (restorationRegime(on) === undefined)
    return refused('no-restoration', `There was no restoration of credit on ${on}.`)
  const closed = openness(data, on, facts)
  if (closed !== undefined) return closed
  const application = applications.length + 1
  const applied = { application, kind, record, documents, receivedOn: on, acceptBy: acceptRestorationBy(on) }
  return [{ type: 'RestorationApplied', data: applied, effectiveOn: on, basis }]
}

/** From which stage each step is taken, and to which it leads. */
const STEPS: Readonly<Record<StepCommand['type'], readonly [Stage, Stage]>> = {
  AcceptRestoration: ['applied', 'accepted'],
  DeclineRestoration: ['applied', 'declined'],
  GrantRestoration: ['accepted', 'granted'],
  RefuseRestoration: ['accepted', 'refused'],
}

const taken = (command: StepCommand, { kind, record }: Application, facts: RestorationFacts): NewEvent => {
  const { application, on } = command.data
  const { authority } = facts.subject
  const numbered = seriesOf(authority, '信修', on)
  const decision = ''
  const remedy = reviewOf(authority, on)
  switch (command.type) {
    case 'AcceptRestoration': {
      const data = { application, decision, acceptedOn: on, decideBy: decideRestorationBy(kind, on) }
      const basis = restorationBasis('acceptance', kind, on)
      return { type: 'RestorationAccepted', data, effectiveOn: on, basis, numbered }
    }
    case 'DeclineRestoration': {
      const data = { application, decision, reason: command.data.reason, declinedOn: on, remedy }
      const basis = restorationBasis('acceptance', kind, on)
      return { type: 'RestorationDeclined', data, effectiveOn: on, basis, numbered }
    }
    case 'GrantRestoration': {
      const regime = restorationRegime(on) ?? '2021'
      const data = { application, kind, record, decision, regime, grantedOn: on, stopBy: stopShowingBy(on) }
      const basis = restorationBasis('decision', kind, on)
      return { type: 'RestorationGranted', data, effectiveOn: on, basis, numbered }
    }
    case 'RefuseRestoration': {
      const data = { application, decision, reason: command.data.reason, refusedOn: on, remedy }
      const basis = restorationBasis('decision', kind, on)
      return { type: 'RestorationRefused', data, effectiveOn: on, basis, numbered }
    }
    default:
      return command satisfies never
  }
}

const missing = ({ documents }: Application): readonly string[] =>
  RESTORATION_DOCUMENTS.filter((kind) => !documents.some((document) => document.startsWith(kind)))

const decide = (
  command: RestorationCommand,
  applications: readonly Application[],
  context: Context<RestorationFacts>,
): readonly NewEvent[] | Refusal => {
  if (command.type === 'ApplyForRestoration') return apply(command, applications, context)
  const { today, facts } = context
  const { uscc, application: number, on } = command.data
  const application = applications[number - 1]
  if (application === undefined) return refused('unknown-application', `${uscc} has made no application ${number}.`)
  const [provision] = restorationBasis('acceptance', application.kind, on)
  const step = stepObstacle(application, STEPS[command.type], { on, today, provision })
  if (step !== undefined) return step === 'taken' ? [] : step
  if (command.type === 'AcceptRestoration') {
    const lacking = missing(application)
    if (lacking.length > 0) return refused('documents-missing', `Not handed in: ${lacking.join('、')}.`, provision)
  }
  if (command.type === 'GrantRestoration') {
    const refusal = obstacle(application, command.data, facts)
    if (refusal !== undefined) return refusal
  }
  return [taken(command, application, facts)]
}

const evolve = (applications: readonly Application[], event: PastEvent): readonly Application[] => {
  switch (event.type) {
    case 'RestorationApplied': {
      const { kind, record, documents, receivedOn } = event.data
      const applied = {
        kind: kind as RestorationObject,
        record,
        documents,
        since: receivedOn,
        stage: 'applied',
      } as const
      return [...applications, applied]
    }
    case 'RestorationAccepted':
      return withStep(applications, event.data.application, 'accepted', event.data.acceptedOn)
    case 'RestorationDeclined':
      return withStep(applications, event.data.application, 'declined', event.data.declinedOn)
    case 'RestorationGranted':
      return withStep(applications, event.data.application, 'granted', event.data.grantedOn)
    case 'RestorationRefused':
      return withStep(applications, event.data.application, 'refused', event.data.refusedOn)
    default:
      return applications
  }
}

export const restoration: Decider<RestorationCommand, readonly Application[], RestorationFacts> = {
  aggregate: 'restoration',
  acts: declared(commands),
  subject: ({ data }) => data.uscc,
  initial: [],
  evolve,
  facts: restorationFacts,
  decide,
}

export const decider = anyDecider(restoration)
