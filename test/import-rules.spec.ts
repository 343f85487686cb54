import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What the linter says of a file at that path of the tree, under the tree's own configuration. */
const lint = (path: string, code: string): { readonly status: number | null; readonly said: string } => {
  const tree = mkdtempSync(join(tmpdir(), 'mingjian-lint-'))
  try {
    const configuration = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(tree, 'biome.json'), JSON.stringify({ ...configuration, vcs: { enabled: false } }))
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), code)
    const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'biome'), ['lint', '.'], {
      cwd: tree,
      encoding: 'utf8',
    })
    return { status, said: `${stdout}${stderr}` }
  } finally {
    rmSync(tree, { recursive: true })
  }
}

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
      'a service imports the law of another',
      'services/enforcement/x.ts',
      "import { rules } from '@mingjian/credit-lists/law'\nexport default rules\n",
    ],
    [
      'what answers imports the rules of a subject',
      'services/credit-query/x.ts',
      "import { deciders } from '@mingjian/registry'\nexport default deciders\n",
    ],
    [
      'the law of all knows a subject',
      'services/law/x.ts',
      "import { rules } from '@mingjian/credit-lists/law'\nexport default rules\n",
    ],
    ['the kernel knows the law', 'services/kernel/x.ts', "import { cite } from '@mingjian/law'\nexport default cite\n"],
    [
      'codes stand on the kernel',
      'services/codes/x.ts',
      "import { refused } from '@mingjian/kernel'\nexport default refused\n",
    ],
    [
      'a new subject imports another',
      'services/pledges/x.ts',
      "import { deciders } from '@mingjian/registry'\nexport default deciders\n",
    ],
    [
      'the kernel knows a service',
      'services/kernel/x.ts',
      "import { deciders } from '@mingjian/registry'\nexport default deciders\n",
    ],
    ['a read model reaches for the database', 'services/credit-query/x.ts', "import pg from 'pg'\nexport default pg\n"],
  ])('%s', (_, path, code) => {
    const { status, said } = lint(path, code)
    expect(said).toMatch(/noRestrictedImports|noNodejsModules|noRestrictedGlobals/)
    expect(status).not.toBe(0)
  })

  test.each([
    ['services/registry/x.ts', '@mingjian/law'],
    ['services/pledges/x.ts', '@mingjian/kernel'],
    ['services/credit-query/x.ts', '@mingjian/disclosure/law'],
    ['services/portal/x.ts', '@mingjian/credit-query'],
    ['services/portal/x.ts', '@mingjian/credit-lists/law'],
    ['services/main/x.ts', '@mingjian/kernel/adapters'],
  ])('and not when %s imports %s', (path, module) => {
    expect(lint(path, `import { one } from '${module}'\nexport default one\n`).status).toBe(0)
  })
})
