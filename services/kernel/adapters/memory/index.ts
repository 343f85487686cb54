import type { Attachments, Checkpoints, Clock, DeadLetter, EventLog, Projector, ReadModels } from '../../ports.ts'
import { memoryAttachments } from './attachments.ts'
import { memoryCheckpoints } from './checkpoints.ts'
import { memoryEventLog } from './event-log.ts'
import { type MemoryLeases, memoryLeases } from './leases.ts'
import { memoryProjector } from './projector.ts'
import { type MemoryReadModel, memoryReadModels } from './read-models.ts'

export interface Memory {
  readonly log: EventLog
  readonly reads: ReadModels
  readonly projector: Projector
  readonly checkpoints: Checkpoints
  readonly leases: MemoryLeases
  readonly attachments: Attachments
}

/** Everything that the platform keeps, in memory: for unit tests, deterministic under a given clock. */
export const openMemory = (clock: Pick<Clock, 'now'>): Memory => {
  const leases = memoryLeases(clock)
  const log = memoryEventLog(clock, leases)
  const models = new Map<string, MemoryReadModel>()
  const letters = new Map<string, DeadLetter>()
  return {
    log,
    leases,
    reads: memoryReadModels(models),
    projector: memoryProjector(log, models, letters),
    checkpoints: memoryCheckpoints(letters),
    attachments: memoryAttachments(),
  }
}
