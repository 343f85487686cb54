import { closeSync, mkdirSync, openSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Reject } from './importer.ts'

/** The file for the rows that are not taken can't be made or written. */
export class UnwritableRejects extends Error {}

const BLOCK = 1 << 16

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev
}

export interface RejectsFile {
  readonly path: string
  add(reject: Reject): void
  /** Writes what is still waiting. */
  close(): void
}

/** Rows that are not taken, as JSON Lines. Written block by block as they come: a file of nothing but bad rows takes no more memory than another. */
export const openRejects = (file: string, input: string): RejectsFile => {
  const path = resolve(file)
  const told = <T>(write: () => T): T => {
    try {
      return write()
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOSPC') throw error
      throw new UnwritableRejects(
        `The rejects file ${path} can't be written (${code}): choose another one with --rejects.`,
      )
    }
  }
  if (isSame(path, input))
    throw new UnwritableRejects(`${path} is the file to be imported: choose another one with --rejects.`)
  told(() => mkdirSync(dirname(path), { recursive: true }))
  const open = told(() => openSync(path, 'w'))
  let waiting = ''
  const flush = (): void => {
    const block = waiting
    waiting = ''
    told(() => writeFileSync(open, block))
  }
  return {
    path,
    add: (reject) => {
      waiting += `${JSON.stringify(reject)}\n`
      if (waiting.length > BLOCK) flush()
    },
    close: () => {
      try {
        if (waiting !== '') flush()
      } finally {
        closeSync(open)
      }
    },
  }
}
