import { randomUUID } from 'node:crypto'
import type { EnterpriseSearch } from '@mingjian/credit-query'
import type { RatingBox } from '@mingjian/inspection'
import { postgresRatingBox } from '@mingjian/inspection/adapters'
import {
  type ActPorts,
  type AnyProjection,
  type Attachments,
  advanceReactions,
  anyProjection,
  type Checkpoints,
  type Clock,
  type CommandHandler,
  commandHandler,
  type EventLog,
  type Leases,
  type Projector,
  type ReadModels,
  readOut,
  SearchAway,
} from '@mingjian/kernel'
import {
  type Connection,
  connect,
  openServer,
  postgresAttachments,
  postgresCheckpoints,
  postgresEventLog,
  postgresLeases,
  postgresProjector,
  postgresReadModels,
  postgresTopics,
  prepare,
  type Server,
  systemClock,
  systemRandom,
  type Topics,
} from '@mingjian/kernel/adapters'
import { authoritySettings, registeredName } from '@mingjian/law'
import type { PublicLog } from '@mingjian/public-log'
import { deadlines, deciders, documents, projections, reactions, tables, type Work } from '../modules.ts'
import type { Config } from './config.ts'
import { logger } from './logger.ts'
import { openPublicLog, type PublicLogConfig } from './public-log.ts'
import { searchingOn } from './search.ts'
import { observedHandler } from './telemetry.ts'

export interface Platform extends ActPorts {
  readonly db: Connection
  readonly log: EventLog
  readonly reads: ReadModels
  readonly search: EnterpriseSearch
  readonly projector: Projector
  readonly handler: CommandHandler
  readonly checkpoints: Checkpoints
  readonly leases: Leases
  readonly attachments: Attachments
  readonly box: RatingBox
  /** How far the log has been carried to a broker. */
  readonly topics: Topics
  readonly clock: Clock
  readonly publicLog: PublicLog
  /** Read models that must be rebuilt before they answer: new ones, and those whose fold has changed. */
  readonly stale: Set<AnyProjection>
  /** Positions that consumers have reached for certain, so that nobody is asked in vain. */
  readonly reached: Map<string, number>
  /** Read models whose engine didn't answer last time. */
  readonly away: Set<string>
  /** Whether this process runs the database itself. */
  readonly ownsServer: boolean
  /** This process among others. */
  readonly holder: string
  /** Brings every read model and reaction, or some, to where the log ends now. */
  advance(progress?: Progress, work?: Work): Promise<void>
  /** Likewise, and on to the end of what followed from it. */
  catchUp(progress?: Progress, work?: Work): Promise<void>
  close(options?: { readonly waitForOthers?: boolean }): Promise<void>
}

/** Where the data are, and what searches them. */
export type Where = Pick<Config, 'databaseUrl' | 'dataDirectory' | 'backupDirectory'> &
  Partial<Pick<Config, 'elasticsearch'>>

/** Called with what is being done and how far it is. */
export type Progress = (what: string, done: number, of?: number) => void

/** Shared by every process that uses an embedded server; the one that runs it stops it once nobody else holds it. */
const IN_USE = 4796
/** Each try waits as long as a server takes to leave. */
const JOINING_TRIES = 10

/** Holds a lock of the database on a connection of its own until it is released. */
const hold = async (db: Connection, lock: string): Promise<{ readonly granted: boolean; release(): Promise<void> }> => {
  const released = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<boolean>()
  const held = db
    .session(async (session) => {
      const [row] = await session.query(`select ${lock}`)
      answered.resolve(row?.[0] !== false)
      await released.promise
      await session.query('select pg_advisory_unlock_all()')
    })
    .catch(answered.reject)
  const granted = await answered.promise
  return {
    granted,
    release: async () => {
      released.resolve()
      await held
    },
  }
}

/** Held by the platform that `start` runs on an embedded server. */
export const becomeThePlatform = ({ db }: Pick<Platform, 'db'>) => hold(db, 'pg_try_advisory_lock(4795)')

interface Opened {
  readonly db: Connection
  /** For what can be folded again. */
  readonly derived: Connection
  /** Says that this process uses the server. */
  readonly use: { release(): Promise<void> }
  /** Closes every connection and stops the server, if it is this process's own. */
  close(): Promise<void>
}

const open = async (
  where: { readonly url: string } | { readonly socket: string },
  server: Server | undefined,
): Promise<Opened> => {
  const db = connect(where)
  const derived = connect(where, 4, { derived: true })
  const close = async (): Promise<void> => {
    await Promise.all([db.close(), derived.close()])
    await server?.stop()
  }
  try {
    return { db, derived, use: await hold(db, `pg_advisory_lock_shared(${IN_USE})`), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The embedded server of a data directory, in use. One whose owner stops it at this moment is waited for and started again. */
const openEmbedded = async ({
  dataDirectory,
  backupDirectory,
}: Where): Promise<Opened & { readonly server: Server }> => {
  for (let tries = 1; ; tries += 1) {
    const server = await openServer(dataDirectory, { backupDirectory })
    try {
      return { server, ...(await open(server, server)) }
    } catch (error) {
      if (server.started || tries === JOINING_TRIES) throw error
    }
  }
}

/**
 * Opens the platform on a real Postgres: the one of DATABASE_URL, or the embedded one of the data directory, joined if another process of
 * this machine runs it.
 */
export const openPlatform = async (where: Where & PublicLogConfig): Promise<Platform> => {
  const { databaseUrl, elasticsearch } = where
  const opened: Opened & { readonly server?: Server } =
    databaseUrl === undefined ? await openEmbedded(where) : await open({ url: databaseUrl }, undefined)
  const { db, derived, use, server } = opened
  try {
    await prepare(db, tables)
    const clock = systemClock
    const log = postgresEventLog(db, clock)
    const checkpoints = postgresCheckpoints(derived)
    const { search, projector, reads, ...searching } = searchingOn(elasticsearch, {
      db,
      log,
      checkpoints,
      projector: postgresProjector(derived, log),
      reads: postgresReadModels(db),
    })
    const stale = new Set(await projector.prepare(projections))
    const publicLog = openPublicLog({ db, log, clock }, where)
    const parts = {
      log,
      reached: new Map<string, number>(),
      away: new Set<string>(),
      projector,
      stale,
      handler: observedHandler(commandHandler(log, clock, deciders, documents, registeredName)),
      checkpoints,
    }
    return {
      ...parts,
      db,
      clock,
      reads,
      search,
      leases: postgresLeases(db),
      attachments: postgresAttachments(db),
      box: postgresRatingBox(db),
      random: systemRandom,
      publicLog,
      enteredAt: publicLog.enteredAt,
      topics: postgresTopics(db),
      ownsServer: server?.started ?? false,
      holder: randomUUID(),
      advance: async (progress = () => {}, work = { projections, reactions }) => {
        await advance(parts, work, progress, await log.head())
      },
      catchUp: (progress = () => {}, work = { projections, reactions }) => catchUp(parts, work, progress),
      close: async ({ waitForOthers = true } = {}) => {
        await use.release()
        await searching.close()
        // A command that joined this server meanwhile is not cut off; the lock is kept to the end, so that none joins one that is stopping.
        const last = server?.started && waitForOthers ? await hold(db, `pg_advisory_lock(${IN_USE})`) : undefined
        await opened.close()
        await last?.release()
      },
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

type Parts = Pick<Platform, 'log' | 'projector' | 'handler' | 'checkpoints' | 'stale' | 'reached' | 'away'>

// From here on one sorted pass over the log is quicker than page by page.
const REBUILD_BEHIND = 20_000

/**
 * To a position of the log at least; reactions first, since what they record is folded too. So many `lanes` of read models side by side.
 * Returns the last position recorded by a reaction, 0 if nothing was.
 */
const advance = async (
  { log, projector, handler, checkpoints, stale, reached, away }: Parts,
  work: Work,
  progress: Progress,
  end: number,
  lanes = 1,
): Promise<number> => {
  const behind = ({ name }: { readonly name: string }): boolean => (reached.get(name) ?? -1) < end
  try {
    const waiting = work.reactions.filter(behind)
    const recorded = await advanceReactions(waiting, end, { log, handler, checkpoints })
    for (const { name } of waiting) reached.set(name, end)
    const head = Math.max(end, recorded)
    const follow = async (projection: AnyProjection): Promise<void> => {
      const shown = (events: number): void => progress(projection.name, Math.min(events, head), head)
      try {
        await bringUp(projection, { projector, stale }, head, shown)
        if (away.delete(projection.name)) {
          logger.warn(`${projection.name} follows again`)
          // Messages were left to the log until a moment ago: every one of them is there by now.
          await bringUp(projection, { projector, stale }, head, shown)
        }
      } catch (error) {
        if (!(error instanceof SearchAway)) throw error
        // Everything else goes on without it; it is asked for again when the positions are.
        if (!away.has(projection.name)) logger.warn(error.message)
        away.add(projection.name)
      }
      reached.set(projection.name, head)
    }
    const passed = await projector.passOver(work.projections.filter(behind), head)
    for (const { name } of passed) reached.set(name, head)
    const next = work.projections.filter(behind).values()
    const lane = async (): Promise<void> => {
      for (const projection of next) await follow(projection)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return recorded
  } catch (error) {
    // A server that crashed may have lost the last positions of its read models: they are asked for again.
    reached.clear()
    throw error
  }
}

/** What others record meanwhile is not waited for: under a steady load there would be no end. */
const catchUp = async (parts: Parts, work: Work, progress: Progress, lanes?: number): Promise<void> => {
  let end = await parts.log.head()
  for (;;) {
    const recorded = await advance(parts, work, progress, end, lanes)
    if (recorded <= end) return
    end = recorded
  }
}

/** To the end of the log at least: from nothing where that is quicker, or the only way. */
const bringUp = async (
  projection: AnyProjection,
  { projector, stale }: Pick<Platform, 'projector' | 'stale'>,
  head: number,
  shown: (events: number) => void,
): Promise<void> => {
  const lag = await projector.behind(projection)
  if (stale.has(projection) || (lag > REBUILD_BEHIND && lag > head / 2)) {
    await projector.rebuild(projection, shown)
    stale.delete(projection)
    return
  }
  await readOut(
    lag,
    () => projector.advance(projection),
    (left) => shown(head - left),
  )
}

/** For the deadlines alone: only what they read and what moves it. */
export const catchUpDeadlines = (platform: Parts): Promise<void> =>
  catchUp(
    platform,
    {
      reactions,
      projections: [...new Set([...deadlines.map(({ readModel }) => readModel), anyProjection(authoritySettings)])],
    },
    () => {},
    2,
  )
