import { readFileSync } from 'node:fs'
import { evaluate } from '@mingjian/main/law'
import type { Report } from './measure.ts'

interface Case {
  readonly id: string
  readonly rule: string
  readonly given: Readonly<Record<string, unknown>>
}

const CASES = new URL('../../services/main/vectors/law-cases.json', import.meta.url)
const SECONDS = 5

/** The worked cases of the law in turn, over and over: the rules as `law eval` asks them, in one process, with result, basis and trace. */
export const run = async (say: (line: string) => void = () => {}): Promise<Report> => {
  const cases: readonly Case[] = JSON.parse(readFileSync(CASES, 'utf8'))
  const once = (): void => {
    for (const { id, rule, given } of cases) {
      const answer = evaluate(rule, given)
      if (!('result' in answer)) throw new Error(`${id}: ${JSON.stringify(answer)}`)
    }
  }
  for (let round = 0; round < 20; round += 1) once()
  let evaluations = 0
  const began = performance.now()
  while (performance.now() - began < SECONDS * 1000) {
    once()
    evaluations += cases.length
  }
  const perSecond = Math.round((evaluations / (performance.now() - began)) * 1000)
  const rows = [{ rules: new Set(cases.map(({ rule }) => rule)).size, cases: cases.length, evaluations, perSecond }]
  say(JSON.stringify(rows[0]))
  return {
    name: 'law',
    unit: 'evaluations/s',
    rows,
    goals: [{ goal: 'evaluations a second beside 50,000', ratio: perSecond / 50_000, atLeast: 1 }],
  }
}
