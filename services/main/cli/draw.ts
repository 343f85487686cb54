import { normaliseUscc } from '@mingjian/codes'
import {
  type DrawStatus,
  leafOf,
  openDraw,
  proofFor,
  REPLACEMENT_REASONS,
  replaceInspector,
  runDraw,
  statusOf,
} from '@mingjian/inspection'
import { type Command as Asked, carryOut, type PreparedAct, type Refusal } from '@mingjian/kernel'
import { Command, Option } from 'commander'
import type { Config } from '../run/config.ts'
import { catchUpPublicLog } from '../run/follow-log.ts'
import type { Platform } from '../run/platform.ts'
import { publishedProof } from '../run/published-proof.ts'
import { Sentence } from './failure.ts'
import { refusalText, unlessRefused } from './refusal.ts'
import { readPlan, rehearseCommand } from './rehearse.ts'
import { answer } from './terminal.ts'
import { withPlatform } from './with-platform.ts'

const inWords = ({ planId, stage, next, population, coverage, selected, warnings = [] }: DrawStatus): string => {
  const sizes = [
    ...(population === undefined ? [] : [`名册 ${population.size} 户`]),
    ...(selected === undefined ? [] : [`抽中 ${selected} 户`]),
  ]
  const reached =
    coverage === undefined
      ? []
      : [
          `${coverage.year}年度：已公示年报 ${coverage.reports} 户，抽取前已抽查 ${coverage.before} 户，抽取后${selected === undefined ? '预计' : ''} ${coverage.after} 户`,
        ]
  return [
    `${planId}：${[stage, ...sizes].join('，')}`,
    ...reached,
    ...warnings.map((warning) => `注意：${warning}`),
    `下一步：${next}`,
  ].join('\n')
}

type Options = { readonly json?: true }
type Step = (platform: Platform, config: Config) => Promise<unknown>

/** The public log too: what was promised has to stand there before the public value exists. */
const caughtUp = async (platform: Platform): Promise<void> => {
  await platform.catchUp()
  await catchUpPublicLog(platform)
}

/** Carries out one step and says where the draw stands then: repeated after a crash, one that was recorded changes nothing. */
const take = async (planId: string, { json }: Options, step: Step): Promise<void> => {
  const status = await withPlatform(async (platform, config) => {
    await caughtUp(platform)
    await step(platform, config)
    await caughtUp(platform)
    return statusOf(platform.log, planId)
  })
  answer(json ? JSON.stringify(status) : inWords(status))
}

const provenance = ({ authority }: Config) => ({ actor: 'staff:command-line', authority })

const command =
  (asked: Asked): Step =>
  async ({ handler }, config) =>
    unlessRefused(await handler.handle({ command: asked, ...provenance(config) }))

const act =
  <D>(of: PreparedAct<D>, data: D): Step =>
  async (platform, config) =>
    unlessRefused(await carryOut(of, data, provenance(config), platform, platform.handler))

const given = <T extends object>(found: T | Refusal): T => {
  if ('code' in found) throw new Sentence(refusalText(found))
  return found
}

const hex32 = (text: string): string => {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Sentence(`"${text}" is not 32 bytes as 64 hexadecimal digits.`)
  return text.toLowerCase()
}

const step = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('<id>', 'id of the plan')
    .option('--json', 'where the draw stands, as JSON')

const open = new Command('open')
  .description("开启：freeze both libraries by a plan, which then can't change any more")
  .argument('<plan>', 'PLAN.json')
  .option('--json', 'where the draw stands, as JSON')
  .action((file: string, options: Options) => {
    const plan = readPlan(file)
    return take(String((plan as { readonly id?: unknown } | null)?.id ?? ''), options, act(openDraw, { plan }))
  })

const commit = step('commit', '承诺：an official promises a nonce by its SHA-256, before the public value exists')
  .requiredOption('--official <name>', 'the official')
  .requiredOption('--sha256 <hex>', 'SHA-256 of the 32 raw bytes of the nonce')
  .action((planId: string, { official, sha256, ...options }: Options & { official: string; sha256: string }) =>
    take(planId, options, command({ type: 'CommitNonce', data: { planId, official, sha256: hex32(sha256) } })),
  )

const reveal = step('reveal', '公布：an official discloses the nonce, before the public value exists')
  .requiredOption('--official <name>', 'the official')
  .requiredOption('--nonce <hex>', 'the 32 bytes promised')
  .action((planId: string, { official, nonce, ...options }: Options & { official: string; nonce: string }) =>
    take(planId, options, command({ type: 'RevealNonce', data: { planId, official, nonce: hex32(nonce) } })),
  )

const run = step('run', '抽取：draw with the public value, once it has come out')
  .requiredOption('--public <value>', "the public value; of drand, the round's signature")
  .option('--witness <name>', 'who saw it come out')
  .action(
    (planId: string, { public: publicValue, witness, ...options }: Options & { public: string; witness?: string }) =>
      take(planId, options, act(runDraw, { planId, publicValue, ...(witness === undefined ? {} : { witness }) })),
  )

const voided = step('void', '作废：this draw leads to no inspection; it stays in sight for ever')
  .requiredOption('--why <text>', 'the reason, as it is published')
  .action((planId: string, { why, ...options }: Options & { why: string }) =>
    take(planId, options, command({ type: 'VoidDraw', data: { planId, why } })),
  )

const replace = step('replace', "替换：an inspector who can't go gives way to the next in the order of the same seed")
  .argument('<uscc>', 'the enterprise to be visited')
  .requiredOption('--inspector <id>', 'who can not go')
  .addOption(new Option('--reason <reason>', 'why').choices(REPLACEMENT_REASONS).makeOptionMandatory())
  .action(
    (
      planId: string,
      uscc: string,
      { inspector, reason, ...options }: Options & { inspector: string; reason: string },
    ) => take(planId, options, act(replaceInspector, { planId, uscc, inspector, reason })),
  )

const status = step('status', '进度：where a draw stands and what it waits for').action(
  (planId: string, options: Options) => take(planId, options, async () => undefined),
)

const proof = step('proof', '证明：the proof file of a draw goes to standard output')
  .option('--oversight', 'with the key and the strata of a sealed plan, for an oversight body alone')
  .action(async (planId: string, { oversight = false }: { oversight?: boolean }) => {
    const file = await withPlatform(async (platform) => {
      const handed = given(await proofFor(platform, planId, { oversight }))
      await catchUpPublicLog(platform)
      return (await publishedProof(platform, planId, handed.file, handed.sha256)) ?? handed.file
    })
    process.stdout.write(file)
  })

const leaf = step('leaf', "本户：an enterprise's own `salt,stratum` in a sealed draw, for itself alone")
  .argument('<uscc>', 'the enterprise')
  .action(async (planId: string, uscc: string, { json }: Options) => {
    const { opening } = given(await withPlatform((platform) => leafOf(platform, planId, normaliseUscc(uscc))))
    answer(json ? JSON.stringify({ uscc, opening }) : opening)
  })

export const drawCommand = new Command('draw').description('双随机抽取')
for (const subcommand of [open, commit, reveal, run, replace, voided, status, proof, leaf, rehearseCommand])
  drawCommand.addCommand(subcommand)
