import { pythonWith, run } from './python.ts'

const VERSION = '1.0.10'

const PROGRAM = `
import json, sys, time
from consistent_sampler import sampler
ask = json.load(sys.stdin)
start = time.perf_counter()
tickets = [t[:2] for t in sampler(ask["ids"], ask["seed"], take=ask["take"], digits=100)]
json.dump({"seconds": time.perf_counter() - start, "tickets": tickets}, sys.stdout)
`

/** R. L. Rivest's own program from PyPI. */
export const installSampler = (): Promise<string> => pythonWith({ consistent_sampler: VERSION })

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
