import { usccMember } from '@mingjian/codes'
import {
  actsOn,
  aggregate,
  anyDecider,
  type CommandOf,
  decidedOtherwise,
  type EventOf,
  saysTheSame,
} from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import Type from 'typebox'
import { notRegistered } from './refusals.ts'

// The library of objects 检查对象名录库 beside the enterprises, who come from the register: their products, projects and premises.

type ObjectEvent = EventOf<'InspectionObjectEntered' | 'InspectionObjectRemoved'>
/** By id, how each was last entered or removed. */
type Objects = ReadonlyMap<string, ObjectEvent>

const act = actsOn<Objects, Registered>()
const uscc = usccMember('Whose it is.')
const objectId = Type.String({ minLength: 1, maxLength: 100 })

const enterObject = act(
  {
    uscc,
    objectId,
    kind: Type.Enum(['product', 'project', 'premises']),
    name: Type.String({ minLength: 1 }),
    note: Type.String(),
  },
  {
    decide: ({ uscc, ...object }, objects, { today, facts }) => {
      if (!facts.known) return notRegistered({ uscc })
      const last = objects.get(object.objectId)
      if (last?.type === 'InspectionObjectEntered' && saysTheSame(object, last)) return []
      return [{ type: 'InspectionObjectEntered', data: object, effectiveOn: today, basis: [] }]
    },
  },
)

const removeObject = act(
  { uscc, objectId, why: Type.String({ minLength: 1 }) },
  {
    decide: ({ objectId, why }, objects, { today }) => {
      const last = objects.get(objectId)
      if (last === undefined) return []
      if (last.type === 'InspectionObjectRemoved')
        return saysTheSame({ why }, last) ? [] : decidedOtherwise({ on: last.effectiveOn })
      return [{ type: 'InspectionObjectRemoved', data: { objectId, why }, effectiveOn: today, basis: [] }]
    },
  },
)

const acts = { EnterInspectionObject: enterObject, RemoveInspectionObject: removeObject }
export type ObjectCommand = CommandOf<typeof acts>

const evolve = (objects: Objects, event: ObjectEvent): Objects => {
  switch (event.type) {
    case 'InspectionObjectEntered':
    case 'InspectionObjectRemoved':
      return new Map(objects).set(event.data.objectId, event)
    default:
      event satisfies never
      return objects
  }
}

export const objects = aggregate({
  aggregate: 'inspection-objects',
  acts,
  subject: ({ data }: ObjectCommand) => data.uscc,
  initial: new Map() as Objects,
  evolve,
  facts: registered,
})

export const decider = anyDecider(objects)
