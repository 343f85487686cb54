import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const PROGRAMS = ['bash', 'basename', 'cat', 'cp', 'curl', 'dirname', 'env', 'grep', 'head', 'id', 'ls', 'mkdir', 'mv', 'rm', 'sed', 'sleep', 'test', 'tail', 'tr', 'uname'] // biome-ignore format: one list

/** Everything that programs of this machine load. */
const librariesOf = (files: readonly string[]): readonly string[] => {
  const said = execFileSync('sh', ['-c', 'ldd "$@" 2>/dev/null || true', 'ldd', ...files], { encoding: 'utf8' })
  return [...new Set([...said.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path ?? ''))]
}

/** The same place in the image; a link becomes what it leads to. */
const copy = (root: string, file: string, to = file): void => {
  if (existsSync(join(root, to))) return
  mkdirSync(join(root, dirname(to)), { recursive: true })
  cpSync(file, join(root, to), { recursive: true, dereference: true })
}

/** A folder of programs and libraries of this machine, with what they load from elsewhere. */
export const addPrograms = (root: string, folder: string, to: string, parts: readonly string[]): void => {
  for (const part of parts) {
    mkdirSync(join(root, to, part), { recursive: true })
    execFileSync('cp', ['-rL', `${join(folder, part)}/.`, join(root, to, part)])
  }
  const files = execFileSync(
    'find',
    [join(root, to), '-type', 'f', '(', '-perm', '-100', '-o', '-name', '*.so*', ')'],
    {
      encoding: 'utf8',
    },
  )
  for (const library of librariesOf(files.trim().split('\n'))) if (!library.startsWith(root)) copy(root, library)
}

export const addFile = (root: string, file: string): void => copy(root, file)

/** A library that a program asks for without being linked to it here. */
export const addLibrary = (root: string, name: string): void => {
  const [file] = librariesByName(name)
  if (file !== undefined) copy(root, file)
}
const librariesByName = (name: string): readonly string[] =>
  execFileSync('sh', ['-c', '/sbin/ldconfig -p | sed -n "s#^.* => ##p"'], { encoding: 'utf8' })
    .split('\n')
    .filter((path) => path.endsWith(`/${name}`))

export const addProgramsByName = (root: string, names: readonly string[]): void => {
  for (const name of names)
    copy(root, execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), `/bin/${name}`)
}

/** The files of a machine that can run a shell and curl: an image without another one to begin from. */
export const rootFiles = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'mingjian-image-'))
  for (const folder of ['bin', 'etc', 'root', 'tmp', 'var']) mkdirSync(join(root, folder), { recursive: true })
  execFileSync('chmod', ['755', root])
  execFileSync('chmod', ['1777', join(root, 'tmp')])
  const found = PROGRAMS.map((name) => execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim())
  // `test` is built into every shell, and then has no path.
  const programs = found.map((path, index) => (path.startsWith('/') ? path : `/usr/bin/${PROGRAMS[index]}`))
  for (const [index, path] of programs.entries()) copy(root, path, `/bin/${PROGRAMS[index]}`)
  copy(root, programs[0] ?? '', '/bin/sh')
  for (const library of librariesOf(programs)) copy(root, library)
  copy(root, '/usr/lib/locale/C.utf8')
  const write = (name: string, lines: readonly string[]): void =>
    writeFileSync(join(root, 'etc', name), `${lines.join('\n')}\n`)
  write('passwd', [
    'root:x:0:0:root:/root:/bin/sh',
    'postgres:x:999:999::/tmp:/bin/sh',
    'node:x:1000:1000::/tmp:/bin/sh',
  ])
  write('group', ['root:x:0:', 'postgres:x:999:', 'node:x:1000:'])
  write('nsswitch.conf', ['hosts: files dns', 'passwd: files', 'group: files'])
  return root
}

export const addScript = (root: string, path: string, text: string): void => {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), `#!/bin/bash\nset -eu\n${text.trim()}\n`, { mode: 0o755 })
}

export const addFolder = (root: string, path: string, owner: number): void => {
  mkdirSync(join(root, path), { recursive: true })
  chownSync(join(root, path), owner, owner)
}
