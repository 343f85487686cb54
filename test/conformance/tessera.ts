import { execFile } from 'node:child_process'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { patience } from '../patience.ts'

const run = promisify(execFile)
const MODULE = 'github.com/transparency-dev/tessera'
const VERSION = 'v1.0.4'
const HOME = fileURLToPath(new URL(`../../.mingjian/conformance/tessera-${VERSION}/`, import.meta.url))

/** Tessera's own programs, built once. Throws where Go or the module can't be had. */
const installed = async (name: string, path: string): Promise<string> => {
  const program = join(HOME, name)
  const isThere = await access(program).then(
    () => true,
    () => false,
  )
  if (isThere) return program
  await mkdir(HOME, { recursive: true })
  try {
    await run('go', ['install', `${MODULE}/${path}@${VERSION}`], { env: { ...process.env, GOBIN: HOME } })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${MODULE}/${path} ${VERSION} could not be built; it needs Go and the module proxy: ${why}`)
  }
  return program
}

export interface Tessera {
  /** Whether fsck finds every file of a log as the checkpoint in it says, and what it says. */
  fsck(folder: string, keyFile?: string): Promise<{ readonly accepted: boolean; readonly said: string }>
  /** Copies a log over HTTP. */
  mirror(url: string, folder: string): Promise<void>
}

export const installTessera = async (): Promise<Tessera> => {
  const fsck = await installed('fsck', 'cmd/fsck')
  const mirror = await installed('posix', 'cmd/experimental/mirror/posix')
  return {
    fsck: async (folder, keyFile = join(folder, 'key.pub')) => {
      // With one worker a tile that differs ends it, and the rest waits for ever.
      const args = ['--N=8', `--storage_url=${pathToFileURL(folder).href}/`, `--public_key=${keyFile}`, '--ui=false']
      // It says so, and exits with 0 all the same.
      const said = await run(fsck, args, { timeout: patience(30) }).then(
        ({ stderr }) => stderr,
        (error: { stderr?: string }) => error.stderr ?? '',
      )
      return { accepted: said.includes("Successfully fsck'd") && !said.includes('fsck failed'), said }
    },
    mirror: async (url, folder) => {
      await run(mirror, [`--source_url=${url}`, `--storage_dir=${folder}`])
    },
  }
}
