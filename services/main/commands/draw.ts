import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { verifyProof } from '@mingjian/inspection'
import { stepLine } from '@mingjian/kernel/verification'
import { Command, InvalidArgumentError } from 'commander'
import { Sentence } from '../failure.ts'
import { rehearsed } from '../rehearsal.ts'
import { answer, say } from '../terminal.ts'
import { withPlatform } from './with-platform.ts'

const nonce = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError('32 bytes as 64 hexadecimal digits')
  return [...before, text.toLowerCase()]
}

const readPlan = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Sentence(`The plan ${file} can't be read: ${(error as Error).message}`)
  }
}

const rehearse = new Command('rehearse')
  .description('演练：commit, reveal, run at once, marked as a rehearsal; the proof file goes to standard output')
  .argument('<plan>', 'PLAN.json')
  .requiredOption('--nonce <hex>', "an official's nonce, once for each of them, at least two", nonce)
  .requiredOption('--public <value>', 'the public value')
  .option('--json', 'the proof is JSON as always')
  .action(async (file: string, options: { nonce: readonly string[]; public: string }) => {
    const plan = readPlan(file)
    const { proof, selected, populationSize } = await withPlatform(async (platform) => {
      await platform.catchUp()
      const key = randomBytes(32).toString('hex')
      return rehearsed(platform, {
        plan,
        nonces: options.nonce,
        publicValue: options.public,
        key,
        actor: 'staff:rehearsal',
      })
    })
    say(`演练：${populationSize} 户中抽取 ${selected} 户（${((selected / populationSize) * 100).toFixed(2)}%）`)
    process.stdout.write(proof)
  })

export const drawCommand = new Command('draw').description('双随机抽取').addCommand(rehearse)

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
