import { dayMember, nullable, usccMember } from '@mingjian/codes'
import { actsOn } from '@mingjian/kernel'
import type { AbnormalGround } from '@mingjian/schemas'
import Type from 'typebox'
import { groundText } from '../law.ts'
import type { GroundFacts } from './ground-facts.ts'
import type { Entries } from './state.ts'

// What acts on the list have in common.

export const act = actsOn<Entries, GroundFacts>()

export const uscc = usccMember()
export const on = dayMember()
export const ground = Type.Enum(Object.keys(groundText) as AbnormalGround[], { description: '列入事由 ① to ④' })
export const year = nullable(Type.Integer({ description: 'report year, for a missed report' }))
export const reason = Type.String({ minLength: 1 })
/** Which entry, and the day of the act. */
export const entered = { uscc, ground, year, listedOn: on, on }
