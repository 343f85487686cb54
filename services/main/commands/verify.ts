import { readFileSync } from 'node:fs'
import { verifyProof } from '@mingjian/inspection'
import { stepLine } from '@mingjian/kernel/verification'
import { Command } from 'commander'
import { Sentence } from '../failure.ts'
import { answer } from '../terminal.ts'

export const verifyCommand = new Command('verify')
  .description('核验抽取：redo a draw from its proof file; needs no database and no network')
  .argument('<proof>', 'the proof file')
  .option('--log-key <file>', 'verifier key line of the public log')
  .option('--json', 'the steps as JSON')
  .action((file: string, options: { logKey?: string; json?: true }) => {
    let bytes: Buffer
    let logKey: string | undefined
    try {
      bytes = readFileSync(file)
      logKey = options.logKey === undefined ? undefined : readFileSync(options.logKey, 'utf8').trim()
    } catch (error) {
      throw new Sentence(
        `${(error as NodeJS.ErrnoException).path} can't be read: ${(error as NodeJS.ErrnoException).code}`,
      )
    }
    const verification = verifyProof(bytes, logKey === undefined ? {} : { logKey })
    answer(options.json ? JSON.stringify(verification) : verification.steps.map(stepLine).join('\n'))
    if (!verification.ok) process.exitCode = 1
  })
