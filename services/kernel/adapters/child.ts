import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The beginning of a command line after which the kernel ends a child with its parent, so that a killed platform leaves no orphan. */
export const withParent = (signal: 'INT' | 'TERM'): readonly string[] =>
  process.platform === 'linux' && existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', signal, '--'] : []

const NAMESPACE = ['--user', '--map-user=1000', '--map-group=1000', '--']

/**
 * How root runs a server that refuses root: in a user namespace of its own, or, where those are forbidden, as `nobody` (`id`), who must be
 * able to read the program and to write the data.
 */
export const notAsRoot = (): { readonly prefix: readonly string[]; readonly id?: number } => {
  if (process.getuid?.() !== 0) return { prefix: [] }
  try {
    execFileSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' })
    return { prefix: ['unshare', ...NAMESPACE] }
  } catch {
    return { prefix: [], id: 65534 }
  }
}
