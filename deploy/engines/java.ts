import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { NoEngine } from './failure.ts'

const LEAST = 17
const FOLDERS = ['/usr/lib/jvm', '/usr/local/lib/jvm', '/opt/java', '/opt', join(homedir(), '.sdkman/candidates/java')]
const FOLDERS_OF_MACOS = ['/Library/Java/JavaVirtualMachines', '/opt/homebrew/opt', '/usr/local/opt']
const USUAL = process.platform === 'darwin' ? [...FOLDERS, ...FOLDERS_OF_MACOS] : FOLDERS

export interface Java {
  readonly home: string
  readonly major: number
}

function* homes(usual: readonly string[]): Generator<string> {
  if (process.env.JAVA_HOME) yield process.env.JAVA_HOME
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const java = join(folder, 'java')
    if (existsSync(java)) yield dirname(dirname(realpathSync(java)))
  }
  for (const folder of usual) yield* within(folder, FOLDERS_OF_MACOS.includes(folder) ? 'Contents/Home' : '')
}
function* within(folder: string, below: string): Generator<string> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).sort().reverse()) yield join(folder, name, below)
}

const majorOf = (home: string): number | undefined => {
  const { stderr } = spawnSync(join(home, 'bin', 'java'), ['-XshowSettings:properties', '-version'], {
    encoding: 'utf8',
  })
  const [, major] = /java\.specification\.version = (\d+)$/m.exec(stderr ?? '') ?? []
  return major === undefined ? undefined : Number(major)
}

/** The first Java that is new enough: of JAVA_HOME, on the PATH, in the usual folders. */
export const findJava = (usual: readonly string[] = USUAL): Java => {
  for (const home of homes(usual)) {
    const major = majorOf(home)
    if (major !== undefined && major >= LEAST) return { home, major }
  }
  throw new NoEngine(
    `Java ${LEAST} or newer is missing (looked for in JAVA_HOME, on the PATH and in ${FOLDERS[0]}): install one, for example with apt-get install openjdk-${LEAST}-jre-headless.`,
  )
}
