import type { CivilDate, DutyClock, Projection, RecordedEvent } from '@mingjian/kernel'

/** Objections that wait for an answer. */
export interface ObjectionClocks {
  readonly waiting: readonly { readonly objection: number; readonly clock: DutyClock }[]
  readonly clocks: readonly DutyClock[]
}

const evolve = (before: ObjectionClocks | undefined, event: RecordedEvent): ObjectionClocks | undefined => {
  const answered = (objection: number) => before?.waiting.filter((one) => one.objection !== objection) ?? []
  const next = (waiting: ObjectionClocks['waiting']): ObjectionClocks => ({
    waiting,
    clocks: waiting.map(({ clock }) => clock),
  })
  const due = (objection: number, what: string, by: CivilDate): ObjectionClocks => {
    const [basis = ''] = event.basis
    return next([...answered(objection), { objection, clock: { what, who: event.authority, by, basis } }])
  }
  switch (event.type) {
    case 'AbnormalObjectionFiled':
      return due(event.data.objection, '决定是否受理对列入的异议', event.data.acceptBy)
    case 'AbnormalObjectionAccepted':
      return due(event.data.objection, '核实异议并告知结果', event.data.verifyBy)
    case 'AbnormalObjectionRefused':
    case 'AbnormalObjectionUpheld':
    case 'AbnormalObjectionDismissed':
      return next(answered(event.data.objection))
    default:
      return before
  }
}

export const objectionClocks: Projection<ObjectionClocks> = {
  name: 'abnormal_objection_clocks',
  version: 1,
  events: [
    'AbnormalObjectionFiled',
    'AbnormalObjectionAccepted',
    'AbnormalObjectionRefused',
    'AbnormalObjectionUpheld',
    'AbnormalObjectionDismissed',
  ],
  evolve,
  columns: {},
  row: () => ({}),
  indexes: [],
}
