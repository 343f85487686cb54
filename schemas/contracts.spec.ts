import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type AvroSchema, fingerprintOf, schemaType } from './codec.ts'
import { decode, type EventData, type EventType, encode, eventTypes } from './index.ts'
import { eventSchemas } from './types.ts'

interface Golden {
  readonly event: EventType
  readonly fingerprint: number
  readonly schema: AvroSchema
  readonly records: readonly { readonly bytes: string; readonly value: unknown }[]
}

const golden: readonly Golden[] = globSync('golden/*.json', { cwd: import.meta.dirname })
  .sort()
  .map((file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')))

test('every event has a golden record of the schema that writes it today', () => {
  const kept = new Set(golden.map((g) => `${g.event}/${g.fingerprint}`))
  expect(eventTypes.filter((event) => !kept.has(`${event}/${fingerprintOf(eventSchemas[event])}`))).toEqual([])
})

test('no two schemas share a fingerprint', () => {
  expect(new Set(golden.map((g) => g.fingerprint)).size).toBe(golden.length)
})

describe.each(golden)('$event written by schema $fingerprint', (g) => {
  test('is read today with every value that both versions know', () => {
    for (const record of g.records) {
      const read = decode(g.event, g.fingerprint, Buffer.from(record.bytes, 'hex'))
      const known = Object.keys(read).filter((key) => key in (record.value as object))
      // A part of it may have members that weren't known then.
      for (const key of known)
        expect({ part: read[key as keyof typeof read] }).toMatchObject({
          part: (record.value as Record<string, unknown>)[key],
        })
      expect(known.length).toBeGreaterThan(0)
    }
  })

  test("is compatible backward and forward with today's schema", () => {
    const then = schemaType(g.schema)
    const now = schemaType(eventSchemas[g.event])
    expect(() => now.createResolver(then), 'today reads what was written').not.toThrow()
    expect(() => then.createResolver(now), 'a reader left behind reads what is written today').not.toThrow()
  })
})

test('data that does not fit its schema is not written', () => {
  const wrong = { year: '2024' } as unknown as EventData['AnnualReportRecordsBegan']
  expect(() => encode('AnnualReportRecordsBegan', wrong)).toThrow(/year/)
})

test.each([100, 100_000])(
  'data of %i characters is read back as it was, and so is what is written after it',
  (length) => {
    const data = { reason: '吊'.repeat(length), remedy: null }
    const [long, short] = [encode('LicenceRevoked', data), encode('LicenceRevoked', { reason: 'x', remedy: null })]
    expect(decode('LicenceRevoked', long.schema, long.payload)).toMatchObject(data)
    expect(decode('LicenceRevoked', short.schema, Buffer.from(short.payload, 'latin1'))).toMatchObject({ reason: 'x' })
  },
)
