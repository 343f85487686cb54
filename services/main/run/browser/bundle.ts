import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url))
/** Made when an image is built, where the bundler is not taken along. */
export const BUNDLED = fileURLToPath(new URL('worker.bundled.js', import.meta.url))

/** The verification as one script for browsers, made of the very modules that the command line runs. */
export const bundle = async (): Promise<string> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [WORKER],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
  })
  return outputFiles[0]?.text ?? ''
}

let made: Promise<string> | undefined
/** Made once a process, when the first page asks. */
export const verifierScript = (): Promise<string> => {
  made ??= readFile(BUNDLED, 'utf8').catch(bundle)
  return made
}
