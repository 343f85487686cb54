import { readFileSync } from 'node:fs'
import { stepLine } from '@mingjian/proofs/verification'
import { Command } from 'commander'
import { Sentence } from './failure.ts'
import { answer } from './terminal.ts'
import { verifyFile } from './verify-file.ts'

const read = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Sentence(`${file} can't be read: ${(error as NodeJS.ErrnoException).code}`)
  }
}

export const verifyCommand = new Command('verify')
  .description(
    '核验证明：redo a draw from its proof file, or check a proof from the public log; needs no database and no network',
  )
  .argument('<proof>', 'the proof file')
  .option('--log-key <file>', 'verifier key lines: of the public log, and of witnesses that are to have seen it')
  .option('--json', 'the steps as JSON')
  .action((file: string, options: { logKey?: string; json?: true }) => {
    const bytes = read(file)
    const logKey = options.logKey === undefined ? undefined : read(options.logKey).toString().trim()
    const verification = verifyFile(bytes, logKey)
    answer(options.json ? JSON.stringify(verification) : verification.steps.map(stepLine).join('\n'))
    if (!verification.ok) process.exitCode = 1
  })
