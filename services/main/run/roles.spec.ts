import { expect, test } from 'vitest'
import { moduleNames, projections, reactions, workOf } from '../modules.ts'
import { partOf, ROLES } from './roles.ts'

test('one process does everything by default, and no read model or reaction is nobody’s', () => {
  const { roles, work } = partOf({})
  expect([...roles]).toEqual(ROLES)
  expect(new Set(work.projections)).toEqual(new Set(projections))
  expect(new Set(work.reactions)).toEqual(new Set(reactions))
  expect(workOf(moduleNames)).toEqual(work)
})

test('processes with different work are different consumers', () => {
  expect(partOf({}).group).toBe('projections+reactions')
  expect(partOf({ roles: 'api' })).toMatchObject({ work: { projections: [], reactions: [] } })
  const some = partOf({ roles: 'reactions,api', only: 'enforcement,disclosure' })
  expect(some.group).toBe('reactions.disclosure+enforcement')
  expect(some.work.projections).toEqual([])
})

test('a role or module that there is not is named', () => {
  expect(() => partOf({ roles: 'api,cook' })).toThrow('there is no "cook", there are api, relay')
  expect(() => partOf({ only: 'kitchen' })).toThrow('there is no "kitchen"')
})
