import { refusal } from '@mingjian/kernel'

export const notOpened = refusal('not-opened', {
  zh: '计划{planId}没有开启的抽取，请先以计划开启。',
  en: 'No draw of plan {planId} is open: open it with its plan first.',
})
export const alreadyDrawn = refusal('already-drawn', {
  zh: '计划{planId}已经抽取；需要重新抽取的，先作废原抽取，作废的抽取仍可查看。',
  en: 'Plan {planId} has been drawn: void that draw, which stays in sight, to draw again.',
})
export const drawnWith = refusal('already-drawn', {
  zh: '计划{planId}已经以公共随机值“{publicValue}”抽取；需要重新抽取的，先作废原抽取，作废的抽取仍可查看。',
  en: 'Plan {planId} has been drawn with the value "{publicValue}": void that draw, which stays in sight, to draw again.',
})

// Opening
export const planChanged = refusal('plan-changed', {
  zh: '计划{planId}的抽取已经开启，计划不能更改；需要按其他计划抽取的，先作废。',
  en: "The draw of plan {planId} is open, and its plan can't change: void it to draw by another.",
})
export const noValueTime = refusal('public-source-date', {
  zh: '“{at}”不是日期，也不是时间：请写成 2026-11-30 或者 2026-11-30T21:15。',
  en: '"{at}" is neither a day nor a time of one: write 2026-11-30 or 2026-11-30T21:15.',
})
export const valueExists = refusal('public-value-exists', {
  zh: '公共随机值的时间{at}已过，请指定尚未产生的值。',
  en: 'The public value is of {at}, which is past: name one still to come.',
})

// Commitments and reveals
export const alreadyCommitted = refusal('already-committed', {
  zh: '{official}已就另一个随机数作出承诺，承诺不能更改：请公布原来的随机数，或者作废后重新开启。',
  en: '{official} has committed to another nonce, and that stands: reveal that one, or void the draw and open it once more.',
})
export const revealBegun = refusal('reveal-begun', {
  zh: '已有人公布随机数，不能再作承诺：由已承诺的人继续，或者作废后重新开启。',
  en: 'The first nonce has been revealed: nobody commits any more. Go on with those who have, or void the draw and open it once more.',
})
export const commitmentCopied = refusal('commitment-copied', {
  zh: '另一人已作出同样的承诺：随机数应当各自产生。',
  en: 'Another official has committed to the same: each draws a nonce of his own.',
})
export const tooLate = refusal('too-late', {
  zh: '{what}应当先于公共随机值（{name}，{at}）；请作废后重新开启。',
  en: '{what} comes before the public value ({name}, {at}); void the draw and open it once more.',
})
export const tooFewOfficials = refusal('too-few-officials', {
  zh: '两名以上人员作出承诺后才能公布和抽取，请其他人员先作承诺。',
  en: 'At least two officials commit before the first reveals: let another one commit.',
})
export const revealUnasked = refusal('reveal-unasked', {
  zh: '{official}没有作出承诺，应当由已承诺的{officials}公布。',
  en: '{official} has committed to nothing: those reveal who have, {officials}.',
})
export const alreadyRevealed = refusal('already-revealed', {
  zh: '{official}已经公布；{next}。',
  en: '{official} has revealed already; {next}.',
})
export const nonceMismatch = refusal('nonce-mismatch', {
  zh: '这不是{official}承诺的随机数，本次公布已记录在案：请公布所承诺的随机数，或者作废后重新开启。',
  en: 'This is not the nonce that {official} committed to. The attempt is recorded: reveal the nonce promised, or void the draw and open it once more.',
})

// The run
export const revealMissing = refusal('reveal-missing', {
  zh: '{officials}尚未公布随机数：请在公共随机值产生之前公布，或者作废后重新开启。',
  en: '{officials} has not revealed the nonce: reveal it before the public value, or void the draw and open it once more.',
})
export const valueTooEarly = refusal('value-too-early', {
  zh: '{name}的公共随机值在{at}产生，现在还不可能有，请到时再抽取。',
  en: "The public value of {name} comes out at {at}: it can't exist yet. Run the draw then.",
})
export const notEntered = refusal('not-entered', {
  zh: '承诺尚未载入公开日志：请启动平台，然后重试。',
  en: 'The commitments are not in the public log yet: start the platform, and repeat this.',
})
export const enteredTooLate = refusal('entered-late', {
  zh: '承诺在{enteredAt}才载入公开日志，没有先于公共随机值（{name}，{at}）；请作废后重新开启。',
  en: 'The commitments entered the public log at {enteredAt}, not before the public value ({name}, {at}); void the draw and open it once more.',
})
export const seedDiffers = refusal('seed-differs', {
  zh: '本次抽取的种子是{seed}，不是{given}，请重新抽取。',
  en: 'This draw has the seed {seed}, not {given}: run it again.',
})

// What follows
export const notConducted = refusal('not-conducted', {
  zh: '计划{planId}尚未抽取，请先抽取。',
  en: 'The draw of plan {planId} has not been run yet: run it first.',
})
export const noSuchTask = refusal('not-drawn', {
  zh: '{task}不是本次抽取的任务。',
  en: '{task} is no task of this draw: name one of its own.',
})
export const notDrawn = refusal('not-drawn', {
  zh: '计划{planId}没有抽中{uscc}，请指明抽取名单中的企业。',
  en: '{uscc} was not drawn by plan {planId}: name an enterprise of its list.',
})
export const notAssigned = refusal('not-assigned', {
  zh: '{inspector}不是检查{uscc}的人员，检查人员为{inspectors}。',
  en: '{inspector} is not among those who visit {uscc}: {inspectors}.',
})
export const nobodyLeft = refusal('nobody-left', {
  zh: '{inspector}之后，本次抽取的名单中再没有可以检查{uscc}的人员：请作废后增加检查人员，重新开启。',
  en: "After {inspector} nobody else of this draw's roster is eligible to visit {uscc}: void the draw and open it once more with more inspectors.",
})

// Proofs
export const noProofYet = refusal('not-conducted', {
  zh: '计划{planId}尚未抽取，还没有证明文件，请先抽取。',
  en: 'The draw of plan {planId} has not been run: it has no proof yet. Run it first.',
})
export const proofMissing = refusal('proof-missing', {
  zh: '证明文件{sha256}不在本平台，请从备份恢复。',
  en: 'The proof file {sha256} is not kept here: restore it from a backup.',
})
export const notSealed = refusal('not-sealed', {
  zh: '计划{planId}的分层是公开的，各行已载明。',
  en: 'The strata of plan {planId} are public: each line shows its own.',
})
export const notInPopulation = refusal('not-in-population', {
  zh: '{uscc}不在计划{planId}的抽查对象中，只有可能被抽中的才有一行。',
  en: '{uscc} is not in the population of plan {planId}: only those that could be drawn have a line.',
})

// Rehearsals
export const notARehearsal = refusal('not-a-rehearsal', {
  zh: '正式抽取应当逐步承诺、公布、抽取。',
  en: 'A real draw is committed, revealed and run step by step.',
})
export const drawOpened = refusal('draw-opened', {
  zh: '计划{planId}的抽取已经开启，请以另一名称的计划演练。',
  en: 'The draw of plan {planId} has been opened: rehearse by a plan of another name.',
})
export const rehearsedSeedDiffers = refusal('seed-differs', {
  zh: '由公布的随机数和公共随机值得出的种子是{seed}，不是{given}。',
  en: 'The reveals and the public value give the seed {seed}, not {given}.',
})

// What a plan rests on
export const itemNotListed = refusal('unknown-item', {
  zh: '事项{itemNo}不在抽查事项清单中，清单之外不得检查，请先列入清单。',
  en: '{itemNo} is not in the item list: what is not listed is not checked: list it first',
})
export const aboveLimit = refusal('ratio-above-limit', {
  zh: '分层“{stratum}”的比例超过了事项{itemNo}的上限{limit}，请降低比例。',
  en: 'stratum "{stratum}" takes more than the {limit} of item {itemNo}: lower its rate',
})
export const unknownAnnualPlan = refusal('unknown-annual-plan', {
  zh: '年度计划{id}没有公布，请先公布。',
  en: 'no annual plan {id} has been published: publish it first',
})
export const unknownPlannedTask = refusal('unknown-task', {
  zh: '年度计划{id}没有任务{taskNo}，请指明其中的任务。',
  en: 'the annual plan {id} has no task {taskNo}: name one of its own',
})
export const outsideTask = refusal('outside-task', {
  zh: '任务{taskNo}的时间为{from}至{to}，检查期限不得超出。',
  en: 'task {taskNo} is planned from {from} to {to}: keep the window within',
})
export const itemOutsideTask = refusal('other-item', {
  zh: '任务{taskNo}没有事项{itemNo}，请删去。',
  en: 'task {taskNo} has no item {itemNo}: leave it out',
})
export const departmentOutsideTask = refusal('other-department', {
  zh: '{department}不参与任务{taskNo}，请删去。',
  en: '{department} takes no part in task {taskNo}: leave it out',
})
