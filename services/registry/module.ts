import type { Module } from '@mingjian/http'
import { rules } from './law.ts'
import { enterpriseRecord } from './record.ts'
import { decider } from './registration/decider.ts'

export const module: Module = {
  name: 'registry',
  deciders: [decider],
  records: [enterpriseRecord],
  law: { rules },
}
