import { execFile } from 'node:child_process'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const VERSION = '1.0.10'
const HOME = fileURLToPath(new URL('../../.mingjian/conformance/', import.meta.url))

const PROGRAM = `
import json, sys, time
from consistent_sampler import sampler
ask = json.load(sys.stdin)
start = time.perf_counter()
tickets = [t[:2] for t in sampler(ask["ids"], ask["seed"], take=ask["take"], digits=100)]
json.dump({"seconds": time.perf_counter() - start, "tickets": tickets}, sys.stdout)
`

/** R. L. Rivest's own program from PyPI, in an environment of its own that is made once. Throws where Python 3 or the package can't be had. */
export const installSampler = async (): Promise<string> => {
  const python = join(HOME, `consistent-sampler-${VERSION}`, 'bin', 'python')
  const isThere = await access(python)
    .then(
      () => run(python, ['-c', 'import consistent_sampler']).then(() => true),
      () => false,
    )
    .catch(() => false)
  if (isThere) return python
  const environment = join(HOME, `consistent-sampler-${VERSION}`)
  try {
    await mkdir(HOME, { recursive: true })
    await run('python3', ['-m', 'venv', '--clear', environment])
    await run(python, [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      `consistent_sampler==${VERSION}`,
    ])
    return python
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `PyPI consistent_sampler ${VERSION} could not be installed; it needs Python 3 with venv and the package index: ${why}`,
    )
  }
}

export interface Sample {
  /** Inside the sampler alone. */
  readonly seconds: number
  /** Ticket and id of the lowest, ascending. */
  readonly tickets: readonly (readonly [ticket: string, id: string])[]
}

export const sample = async (python: string, seed: string, ids: readonly string[], take: number): Promise<Sample> => {
  const answer = run(python, ['-c', PROGRAM], { maxBuffer: 2 ** 30 })
  answer.child.stdin?.end(JSON.stringify({ ids, seed, take }))
  const { stdout } = await answer
  return JSON.parse(stdout)
}
