import { nullable } from '@mingjian/codes'
import Type from 'typebox'

const text = Type.String()
const whole = Type.Integer()
const day = Type.String({ format: 'date' })
const digest = Type.String({ description: 'SHA-256, hexadecimal' })

const nonce = Type.Object({ official: text, nonce: text })

export const drawPlan = Type.Object(
  {
    id: text,
    name: Type.Optional(text),
    year: Type.Optional(whole),
    floor: Type.Optional(Type.String({ description: 'Least share of all: `3/100`.' })),
    inspectorsPerObject: Type.Optional(whole),
    window: Type.Optional(Type.Object({ from: day, to: day })),
    sealed: Type.Optional(Type.Boolean({ description: 'Strata are by credit-risk class and not published.' })),
  },
  { $id: 'DrawPlan', additionalProperties: true, description: 'A plan 抽查计划 as it was committed.' },
)

export const drawAnswer = Type.Object(
  {
    id: text,
    plan: Type.Ref('DrawPlan'),
    rehearsal: Type.Boolean({ description: '演练: nothing is inspected by it.' }),
    stage: Type.Enum(['opened', 'committed', 'seeded', 'conducted', 'void']),
    authority: text,
    committedOn: day,
    logPosition: Type.Integer({ description: 'Position in the log as of which the population was frozen.' }),
    population: Type.Object({
      ...{ size: whole, root: digest, perStratum: Type.Record(text, whole) },
      excluded: Type.Record(text, whole, { description: 'In the scope but not to be drawn, by reason.' }),
    }),
    roster: Type.Object({ size: whole, root: digest }),
    commitments: Type.Array(Type.Object({ official: text, sha256: digest })),
    revealed: Type.Array(nonce, { description: 'Nonces disclosed so far.' }),
    failedReveals: Type.Array(Type.Object({ official: text, nonce: text, on: day }), {
      description: 'Nonces shown that were not the ones committed.',
    }),
    coverage: nullable(
      Type.Object(
        { year: whole, reports: whole, before: whole, after: whole },
        {
          description:
            "Of the authority's living enterprises with last year's report, how many have been drawn this year before this draw and with it: planned, and once it has been run, really.",
        },
      ),
    ),
    seed: nullable(
      Type.Object({
        reveals: Type.Array(nonce),
        publicSource: text,
        publicValue: text,
        witness: nullable(text),
        seed: digest,
        seededOn: day,
      }),
    ),
    result: nullable(
      Type.Object({
        selected: whole,
        byFloor: Type.Integer({ description: 'Of these, added to reach the floor.' }),
        unassigned: whole,
        repeats: Type.Integer({ description: 'Of those selected, drawn before this year.' }),
        proofSha256: Type.String({ description: 'Of the file that /v1/draws/{id}/proof answers.' }),
        conductedOn: day,
      }),
    ),
    audit: nullable(
      Type.Object(
        {
          tests: Type.Array(
            Type.Object({
              dimension: Type.Enum(['district', 'industry', 'size', 'inspector']),
              statistic: Type.Number({ description: 'Chi-square.' }),
              degrees: whole,
              probability: Type.Number(),
            }),
          ),
          level: Type.Number(),
          improbable: Type.Boolean({ description: 'A test has a probability below the level.' }),
        },
        { description: 'How probable it is that chance alone picks as this draw did.' },
      ),
    ),
    replacements: Type.Array(
      Type.Object({ task: text, uscc: text, inspector: text, replacement: text, reason: text }),
      { description: 'Inspectors who could not go, and who went instead: the next in the order of the same seed.' },
    ),
    voided: nullable(Type.Object({ why: text, on: day })),
    earlier: Type.Array(
      Type.Object({
        rehearsal: Type.Boolean(),
        committedOn: day,
        seed: nullable(text),
        proofSha256: nullable(text),
        voided: nullable(text),
      }),
      { description: 'Draws of the same plan before this one.' },
    ),
    position: whole,
  },
  {
    $id: 'Draw',
    description: 'A draw 抽取 from its commitment to its result; members are null until it has come so far.',
  },
)

export const statisticsAnswer = Type.Object(
  {
    enterprises: Type.Object({
      total: whole,
      byState: Type.Array(Type.Object({ state: text, count: whole })),
    }),
    lists: Type.Object({ abnormal: whole, mark: whole, serious: whole }, { description: 'Subjects on each list.' }),
    draw: nullable(
      Type.Object(
        {
          id: text,
          rehearsal: Type.Boolean(),
          population: whole,
          selected: whole,
          share: Type.Number({ description: 'selected / population' }),
          floor: Type.Number({ description: 'Least share that the law asks for.' }),
        },
        { description: 'The newest draw with a result.' },
      ),
    ),
    position: Type.Integer({ description: 'Position in the log up to which enterprises were counted.' }),
  },
  { $id: 'Statistics', description: 'At most some seconds old.' },
)
