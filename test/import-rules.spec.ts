import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const lint = (path: string, code: string) =>
  spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['lint', `--stdin-file-path=${path}`], {
    cwd: root,
    input: code,
    encoding: 'utf8',
  })

describe('the build fails when', () => {
  test.each([
    [
      'a rule reaches for I/O',
      'services/registry/x.ts',
      "import { connect } from '@mingjian/kernel/adapters'\nconnect({ url: '' })\n",
    ],
    [
      'a rule reaches for a file',
      'services/disclosure/x.ts',
      "import { readFileSync } from 'node:fs'\nreadFileSync('')\n",
    ],
    ['a rule asks for the time', 'services/credit-lists/x.ts', 'export const now = Date.now()\n'],
    [
      'a service imports another',
      'services/enforcement/x.ts',
      "import { deciders } from '@mingjian/registry'\nexport default deciders\n",
    ],
    [
      'the kernel knows a service',
      'services/kernel/x.ts',
      "import { deciders } from '@mingjian/registry'\nexport default deciders\n",
    ],
    ['a read model reaches for the database', 'services/credit-query/x.ts', "import pg from 'pg'\nexport default pg\n"],
  ])('%s', (_, path, code) => {
    const { status, stdout, stderr } = lint(path, code)
    expect(`${stdout}${stderr}`).toMatch(/noRestrictedImports|noNodejsModules|noRestrictedGlobals/)
    expect(status).not.toBe(0)
  })

  test('and not otherwise', () => {
    expect(
      lint('services/registry/x.ts', "import { cite } from '@mingjian/kernel'\nexport default cite\n").status,
    ).toBe(0)
  })
})
