import type { EventLog, NewEvent } from '@mingjian/kernel'

/** Records so many events of a few streams, with texts that quoting could spoil. */
export const recordHistory = async (log: EventLog, events: number): Promise<void> => {
  const pending = Array.from({ length: events }, (_, index) => {
    const event: NewEvent = {
      type: 'LicenceRevoked',
      data: { reason: index % 5 === 0 ? null : `理由 ${index}\t"'\\N\n`, remedy: null },
      effectiveOn: '2026-07-01',
      basis: index % 2 === 0 ? [] : ['条例@2024-05-01:第 八条', 'b@2020-01-01:第九条'],
    }
    const commandId = index % 3 === 0 ? {} : { commandId: `id-${index}` }
    const provenance = { actor: 'staff:\\1', authority: '150203', ...commandId }
    return { stream: `9115020${index % 7}/registration`, event, provenance }
  })
  const appended = await log.append({ expected: new Map(), events: pending })
  if (appended.outcome !== 'recorded') throw new Error(appended.outcome)
}
