import { refusal } from '@mingjian/kernel'

// The task
export const unknownTask = refusal('unknown-task', {
  zh: '没有编号为{task}的检查任务。',
  en: 'There is no task {task}.',
})
export const cancelledTask = refusal('visit-cancelled', {
  zh: '检查任务{task}已经取消：{why}',
  en: 'Task {task} was cancelled: {why}',
})
export const noSuchTime = refusal('no-such-time', {
  zh: '{at}不是日历上的时间。',
  en: '{at} is no time of the calendar.',
})
export const timeToCome = refusal('in-the-future', {
  zh: '现在还不到{at}：请校准设备的时钟，或者到时再报送。',
  en: 'It is not {at} yet: set the clock of the device, or send it again then.',
})
export const beforeWindow = refusal('before-window', {
  zh: '检查自{from}起实施。',
  en: 'The check begins on {from}.',
})

// Officers
export const tooFewOfficers = refusal('too-few-officers', {
  zh: '检查应当由两名以上持有有效执法证件的人员共同实施。',
  en: 'At least two certified officers check together.',
})
export const drawnByChance = refusal('drawn', {
  zh: '检查人员由抽取产生，不得指派；不能参加检查的，用 ReplaceInspector 按抽取的顺序更换。',
  en: 'Who checks was drawn: an inspector who can not go is replaced by ReplaceInspector.',
})
export const notAssigned = refusal('not-assigned', {
  zh: '{officer}不是本次检查的人员，检查人员为{inspectors}。',
  en: '{officer} is not among those who check: {inspectors}.',
})
export const replacedOfficer = refusal('reassigned', {
  zh: '{officer}在本任务中已由{replacement}接替。',
  en: '{officer} was replaced by {replacement} in this task.',
})
export const noCertificate = refusal('no-certificate', {
  zh: '{officer}不在执法检查人员名录库中。',
  en: '{officer} is not in the library of inspectors.',
})
export const certificateExpired = refusal('certificate-expired', {
  zh: '{officer}的执法证件有效期为{from}至{until}。',
  en: 'The certificate of {officer} is for {from} to {until}.',
})
export const conflictOfInterest = refusal('conflict-of-interest', {
  zh: '{officer}已申报应当回避，请更换检查人员。',
  en: '{officer} has declared a conflict: replace them.',
})

// The slip and the notice
export const nobodyGoes = refusal('unassigned', {
  zh: '尚无检查人员：{why}',
  en: 'Nobody goes yet: {why}',
})
export const othersGo = refusal('reassigned', {
  zh: '现在的检查人员为{inspectors}，请重新签发任务单。',
  en: '{inspectors} check now: issue the slip again.',
})
export const noItem = refusal('no-item', {
  zh: '任务单应当写明检查什么、依据什么：请指明抽查事项清单中的事项。',
  en: 'A slip names what is checked and on which basis: name items of the list.',
})
export const itemNotListed = refusal('unknown-item', {
  zh: '事项{itemNo}不在抽查事项清单中，清单之外不得检查。',
  en: '{itemNo} is not in the item list: what is not listed is not checked.',
})
export const itemNotDue = refusal('other-item', {
  zh: '事项{itemNo}不属于本任务。',
  en: 'Item {itemNo} is not due on this task.',
})
export const itemNotOnSlip = refusal('other-item', {
  zh: '任务单上没有事项{itemNo}。',
  en: 'Item {itemNo} is not on the task slip.',
})
export const noticeLate = refusal('notice-late', {
  zh: '检查通知应当先于检查，{on}不能通知{visitOn}的检查。',
  en: 'A notice comes before the check, not on {on} for {visitOn}.',
})
export const slipOutdated = refusal('slip-outdated', {
  zh: '现在的检查人员为{inspectors}，任务单上的不是他们，请重新签发任务单。',
  en: '{inspectors} check now: issue the task slip again.',
})
export const noticeMissing = refusal('notice-missing', {
  zh: '事项{itemNo}应当在检查前通知被检查单位，请先送达检查通知。',
  en: 'The enterprise is told of item {itemNo} before the check: give notice first.',
})
export const unknownCode = refusal('unknown-code', {
  zh: '没有这个编码的任务单。',
  en: 'There is no task slip of this code.',
})

// Answers and findings
export const notEntered = refusal('not-entered', {
  zh: '检查人员应当先入企：由企业扫描任务单，或者提交 EnterPremises。',
  en: 'The officers enter first: the enterprise scans the slip, or EnterPremises is sent.',
})
export const beforeEntry = refusal('before-entry', {
  zh: '检查人员入企的时间为{entered}。',
  en: 'The officers entered at {entered}.',
})
export const otherDepartment = refusal('other-department', {
  zh: '事项{itemNo}由其所属部门的人员{officers}填写。',
  en: 'Item {itemNo} is answered by its own department: {officers}.',
})
export const pointOpen = refusal('point-open', {
  zh: '每个检查要点填写一次：{point}',
  en: 'Each point is answered once: {point}',
})
export const otherPoint = refusal('other-point', {
  zh: '事项{itemNo}没有这个检查要点：{point}',
  en: 'Item {itemNo} has no point: {point}',
})
export const somethingWrong = refusal('answers-contradict', {
  zh: '结果为“{result}”的，各检查要点都应当已经检查并且没有不符合的。',
  en: '{result} says that each point was looked at, and none is wrong.',
})
export const nothingWrong = refusal('answers-contradict', {
  zh: '结果为“{result}”的，应当有检查要点不符合，请写明是哪一个。',
  en: '{result} says that a point is 不符合: say which.',
})
export const resultTwice = refusal('result-twice', {
  zh: '同一结果只填写一次。',
  en: 'Each result is given once.',
})
export const resultsExclusive = refusal('results-exclusive', {
  zh: '“{result}”不能与其他结果并存。',
  en: '{result} excludes every other result.',
})
export const factsMissing = refusal('facts-missing', {
  zh: '“{result}”应当写明所依据的事实。',
  en: '{result} rests on facts: say which.',
})
export const personalData = refusal('personal-data', {
  zh: '事实将予公示，不得含有个人的号码、住址或者姓名。',
  en: 'The facts are published: they carry no number, address or name of a person.',
})
export const uncontactableUnproved = refusal('uncontactable-unproved', {
  zh: '无法联系只能由实地核查，或者两次邮寄的信函均被退回（SendVerificationLetter）认定。',
  en: 'Only a visit, or two letters that came back (SendVerificationLetter), show that nobody can be reached.',
})
export const noLastDay = refusal('correct-by', {
  zh: '“{result}”应当写明改正的期限，其他结果不写。',
  en: '{result} goes with the last day to put it right, and nothing else does.',
})
export const lastDayPast = refusal('correct-by', {
  zh: '{on}发现的问题不能责令在{correctBy}前改正。',
  en: "What is found on {on} can't be put right by {correctBy}.",
})

// Signatures and the end of the check
export const itemsOpen = refusal('items-open', {
  zh: '尚未检查的事项：{items}。',
  en: 'Not checked yet: {items}.',
})
export const witnessMissing = refusal('witness-missing', {
  zh: '无人签字的，应当有见证人，或者有已取得的证据。',
  en: 'That nobody signed is shown by a witness, or by evidence that was taken.',
})
export const beforeLastItem = refusal('before-its-time', {
  zh: '最后一个事项的检查时间为{last}Z。',
  en: 'The last item was checked at {last}Z.',
})
export const officersUnsigned = refusal('signatures-missing', {
  zh: '检查记录应当由两名以上检查人员就现有内容签字，已签字的为{signed}。',
  en: 'At least two officers sign the record as it is: so far {signed} did.',
})
export const answererUnsigned = refusal('signatures-missing', {
  zh: '{officer}填写了事项{itemNo}，也应当在检查记录上签字。',
  en: '{officer} answered item {itemNo}, and signs the record too.',
})
export const enterpriseUnsigned = refusal('enterprise-unsigned', {
  zh: '检查记录应当由被检查单位就现有内容签字，未签字的应当注明原因（NoteSignatureRefused）。',
  en: 'The enterprise signs the record as it is, or it is noted why not (NoteSignatureRefused).',
})

// The review
export const ownResult = refusal('own-result', {
  zh: '{reviewer}参加过本次检查，不能审核检查结果。',
  en: '{reviewer} has checked, and does not review the result.',
})
export const followUpMissing = refusal('follow-up-missing', {
  zh: '事项{itemNo}有待后续处理：请写明立案，或者移交哪个部门。',
  en: 'Of item {itemNo} something is still to be dealt with: say whether a case is filed or who takes it over.',
})
