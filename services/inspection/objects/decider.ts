import { usccMember } from '@mingjian/codes'
import {
  anyDecider,
  type Command,
  type Context,
  type Decider,
  declared,
  type NewEvent,
  type PastEvent,
  type Refusal,
  refused,
} from '@mingjian/kernel'
import { type Registered, registered } from '@mingjian/law'
import type { InspectionObjectEntered, InspectionObjectRemoved } from '@mingjian/schemas'
import Type from 'typebox'

// The library of objects 检查对象名录库 beside the enterprises, who come from the register: their products, projects and premises.

type OfEnterprise<D> = D & { readonly uscc: string }
export type EnterInspectionObject = Command<'EnterInspectionObject', OfEnterprise<InspectionObjectEntered>>
export type RemoveInspectionObject = Command<'RemoveInspectionObject', OfEnterprise<InspectionObjectRemoved>>
type ObjectCommand = EnterInspectionObject | RemoveInspectionObject

type Objects = ReadonlyMap<string, InspectionObjectEntered>

const decide = (
  command: ObjectCommand,
  objects: Objects,
  { today, facts }: Context<Registered>,
): readonly NewEvent[] | Refusal => {
  const act = { effectiveOn: today, basis: [] }
  const known = objects.get(command.data.objectId)
  switch (command.type) {
    case 'EnterInspectionObject': {
      const { uscc, ...object } = command.data
      if (!facts.known) return refused('unknown-enterprise', `${uscc} is not registered here.`)
      const same =
        known !== undefined && known.kind === object.kind && known.name === object.name && known.note === object.note
      return same ? [] : [{ type: 'InspectionObjectEntered', data: object, ...act }]
    }
    case 'RemoveInspectionObject': {
      const { uscc: _, ...removed } = command.data
      return known === undefined ? [] : [{ type: 'InspectionObjectRemoved', data: removed, ...act }]
    }
    default:
      return command satisfies never
  }
}

const evolve = (objects: Objects, event: PastEvent): Objects => {
  if (event.type === 'InspectionObjectEntered') return new Map(objects).set(event.data.objectId, event.data)
  if (event.type !== 'InspectionObjectRemoved') return objects
  return new Map([...objects].filter(([id]) => id !== event.data.objectId))
}

const uscc = usccMember('Whose it is.')
const objectId = Type.String({ minLength: 1, maxLength: 100 })

export const objects: Decider<ObjectCommand, Objects, Registered> = {
  aggregate: 'inspection-objects',
  acts: declared({
    EnterInspectionObject: Type.Object({
      uscc,
      objectId,
      kind: Type.Enum(['product', 'project', 'premises']),
      name: Type.String({ minLength: 1 }),
      note: Type.String(),
    }),
    RemoveInspectionObject: Type.Object({ uscc, objectId, why: Type.String({ minLength: 1 }) }),
  }),
  subject: ({ data }) => data.uscc,
  initial: new Map(),
  evolve,
  facts: registered,
  decide,
}

export const decider = anyDecider(objects)
