import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { rehearsed } from '../run/rehearsal.ts'
import { Sentence } from './failure.ts'
import { say } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const nonce = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new InvalidArgumentError('32 bytes as 64 hexadecimal digits')
  return [...before, text.toLowerCase()]
}

/** PLAN.json as it was written. */
export const readPlan = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Sentence(`The plan ${file} can't be read: ${(error as Error).message}`)
  }
}

export const rehearseCommand = new Command('rehearse')
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
