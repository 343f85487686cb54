import { prepareCodes } from '@mingjian/inspection'
import { Command, InvalidArgumentError } from 'commander'
import { answer } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const MOST = 10_000

const countOf = (text: string): number => {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new InvalidArgumentError(`a number from 1 to ${MOST}`)
  return count
}

export const ratingsCommand = new Command('ratings')
  .description('检查评价：what enterprises think of checks, apart from all checks')
  .addCommand(
    new Command('codes')
      .description(
        'one-time codes to print, fold and let enterprises draw; they are shown this once, and kept as hashes',
      )
      .argument('<count>', 'how many', countOf)
      .option('--json', 'as a JSON array')
      .action(async (count: number, { json }: { json?: true }) => {
        const codes = await withPlatform((platform, { authority }) =>
          prepareCodes(platform, authority, count, platform.random),
        )
        answer(json ? JSON.stringify(codes) : codes.join('\n'))
      }),
  )
