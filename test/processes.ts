import { spawn } from 'node:child_process'
import { join } from 'node:path'

const program = join(import.meta.dirname, '..', 'services', 'main', 'mingjian.ts')

export interface RoleProcess {
  readonly roles: string
  /** What it said on standard error. */
  readonly said: () => string
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<number | null>
}

/** A process of the platform with some of its roles, as `npm start -- --roles=…` runs it; resolves when it is at work. */
export const startRoles = async (roles: string, environment: NodeJS.ProcessEnv): Promise<RoleProcess> => {
  const child = spawn(process.execPath, [program, 'start', `--roles=${roles}`], {
    env: { ...process.env, DEMO: '0', PORT: '0', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  const atWork = Promise.withResolvers<void>()
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.includes('Ctrl-C')) atWork.resolve()
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  ended.then(() => atWork.reject(new Error(`${roles} ended before it was at work: ${said}`)))
  await atWork.promise
  return { roles, said: () => said, kill: (signal) => void child.kill(signal), ended }
}
