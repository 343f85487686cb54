import { isCivilDate, usccFault } from '@mingjian/codes'
import { publicChange } from '@mingjian/credit-query/public-change'
import {
  type AnyDecider,
  type Command,
  type DocumentedAct,
  documentOf,
  documentText,
  isRefusal,
  type NewEvent,
  type PastEvent,
  type RecordedEvent,
} from '@mingjian/kernel'
import { decodeCitation } from '@mingjian/law'
import { deciders, documents } from '@mingjian/main/modules'
import { decode, encode } from '@mingjian/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsOf } from './any-command.fixture.ts'
import { illegalStates } from './illegal-states.fixture.ts'
import { Life, SUBJECTS, type Turn } from './life.fixture.ts'
import { beginnings, scenes } from './scenes.fixture.ts'

/** `LIVES=10000` for the long run, each time of other lives; the short one is always of the same. */
const LIVES = Number(process.env.LIVES || 500)
const PARAMETERS = { numRuns: LIVES, ...(process.env.LIVES ? {} : { seed: 20_261_124 }) }

/** Whose streams a decider looks at beside its own. */
const around = (decider: AnyDecider): readonly AnyDecider[] => {
  const subject = { uscc: SUBJECTS[0], tasks: [{ items: ['7'] }] }
  const looksAt = Object.keys(decider.acts).flatMap((type) => {
    try {
      return decider.facts.streams({ type, data: subject as never }, '').map((stream) => stream.split('/').at(-1))
    } catch {
      // Its facts hang on more than an enterprise.
      return []
    }
  })
  return deciders.filter((other) => other !== decider && looksAt.includes(other.aggregate))
}

/** What is recorded can be kept, and what of it is public about an enterprise says why. */
const inOrder = (event: NewEvent, subject: string): void => {
  const { type, data, effectiveOn, basis } = event
  const { payload, schema } = encode(type, data as never)
  expect(decode(type, schema, payload)).toMatchObject({ ...data })
  expect(isCivilDate(effectiveOn), `${type} holds from ${effectiveOn}`).toBe(true)
  for (const provision of basis) expect(decodeCitation(provision), `${type} rests on ${provision}`).toBeDefined()
  const recorded = { ...event, ...RECORDED, stream: `${subject}/any`, subject } as unknown as RecordedEvent
  if (usccFault(subject) === undefined && publicChange(recorded, '2026-11-25') !== undefined)
    expect(basis, `why ${type}`).not.toEqual([])
}
const RECORDED = { position: 1, version: 1, recordedAt: '2026-11-25T00:00:00.000Z', actor: '', authority: '' }

/** What has a number has a document, whatever it says. */
const documented = (event: NewEvent, subject: string, past: readonly PastEvent[]): void => {
  if (event.numbered === undefined) return
  const act = { ...event, authority: '昆都仑区市场监督管理局', subject, name: '某某', past }
  const numbered = { ...act, data: { ...event.data, decision: '某〔2026〕1号' } } as unknown as DocumentedAct
  const document = documentOf(documents, numbered)
  expect(document?.number, `the document of ${event.type}`).toBe('某〔2026〕1号')
  expect(document && documentText(document), `the document of ${event.type}`).not.toMatch(/undefined|null|NaN|。。/)
}

const lawful = ({ command, stream, today, outcome, again }: Turn, decider: AnyDecider, life: Life): void => {
  const said = `${today} ${JSON.stringify(command)}`
  if (isRefusal(outcome)) {
    expect(outcome.code, said).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(outcome.text.zh, said).not.toBe('')
    if (outcome.provision !== undefined) expect(decodeCitation(outcome.provision), said).toBeDefined()
    return
  }
  for (const event of outcome) {
    const subject = decider.subject(command as Command<string, never>)
    inOrder(event, subject)
    documented(event, subject, life.past(stream))
  }
  expect(isRefusal(again) ? [] : again, `given twice: ${said}`).toEqual([])
  const events = life.past(stream)
  expect(illegalStates[decider.aggregate]?.(events), said).toBeUndefined()
}

describe.each(deciders.map((decider) => [decider.aggregate, decider] as const))('%s', (_, decider) => {
  const acted = new Set<string>()
  const steps = stepsOf(decider, around(decider), SUBJECTS, scenes)

  test(`no ${LIVES} sequences of commands lead to an unlawful state, and none is carried out twice`, {
    timeout: 3_600_000,
  }, () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('2022-12-20', '2024-06-20', '2025-06-25', '2026-03-02'), (life, begins) => {
        const lived = new Life(deciders, begins)
        for (const step of [...(beginnings[decider.aggregate] ?? []), ...life]) {
          const turn = lived.take(step)
          const own = deciders.find(({ acts }) => step.type in acts)
          if (own === undefined) throw new Error(`nobody decides ${step.type}`)
          lawful(turn, own, lived)
          if (own === decider && !isRefusal(turn.outcome) && turn.outcome.length > 0) acted.add(step.type)
        }
      }),
      PARAMETERS,
    )
  })

  test('is led to act by some of them', () => expect([...acted]).not.toEqual([]))
})

test('every decider has its unlawful states written down', () => {
  const ownTests = ['case', 'complaint', 'complaints']
  expect(deciders.map(({ aggregate }) => aggregate).filter((one) => !(one in illegalStates))).toEqual(ownTests)
})
