import { execFile } from 'node:child_process'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const run = promisify(execFile)
const HOME = fileURLToPath(new URL('../../.mingjian/conformance/', import.meta.url))

/** A Python with packages from PyPI, in an environment of its own that is made once. Throws where Python 3 or a package can't be had. */
export const pythonWith = async (packages: Readonly<Record<string, string>>): Promise<string> => {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}==${version}`)
  const environment = join(HOME, wanted.join(',').replaceAll('==', '-'))
  const python = join(environment, 'bin', 'python')
  const made = join(environment, 'made')
  if (
    await access(made).then(
      () => true,
      () => false,
    )
  )
    return python
  try {
    await mkdir(HOME, { recursive: true })
    await run('python3', ['-m', 'venv', '--clear', environment])
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wanted])
    await mkdir(made)
    return python
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${wanted.join(' ')} from PyPI could not be installed; it needs Python 3 with venv and the package index: ${why}`,
    )
  }
}
