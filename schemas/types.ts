// Generated from the .avsc files by `npm run types`; the compiler and the tests notice when it is stale.
import type { AvroSchema } from './codec.ts'

/** 列入事由消除查实: corrected, moved in the register, or to be reached again */
export interface AbnormalCureVerified {
  readonly ground: AbnormalGround
  /** information_corrected, address_changed or contact_restored */
  readonly cure: string
  /** 查实之日, YYYY-MM-DD */
  readonly verifiedOn: string
  /** last day to remove the entry, YYYY-MM-DD */
  readonly removeBy: string
}

/** 列入事由 ① to ④ (经营异常名录管理办法第四条) */
export type AbnormalGround = 'annual_report_missed' | 'order_not_followed' | 'false_information' | 'uncontactable'

/** 列入经营异常名录届满三年仍未履行义务 */
export interface AbnormalListingReachedThreeYears {
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** day of the entry, YYYY-MM-DD */
  readonly listedOn: string
  /** day on which three years were full, YYYY-MM-DD */
  readonly fullOn: string
  /** serious-list, legal-review or none: what the law of that day makes of it */
  readonly route: string
}

/** 届满三年前的提示公告 */
export interface AbnormalListingReminderPublished {
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** day of the entry, YYYY-MM-DD */
  readonly listedOn: string
  /** day on which three years are full, YYYY-MM-DD */
  readonly fullOn: string
}

/** 撤销列入 or 撤销标记: the entry was an error from the beginning, which removal 移出 is not */
export interface AbnormalListingRescinded {
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** day of the entry, YYYY-MM-DD */
  readonly listedOn: string
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 受理异议 */
export interface AbnormalObjectionAccepted {
  /** counted within the enterprise's objections, from 1 */
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly acceptedOn: string
  /** last day to verify and answer, YYYY-MM-DD */
  readonly verifyBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 异议不成立 */
export interface AbnormalObjectionDismissed {
  /** counted within the enterprise's objections, from 1 */
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 对列入经营异常名录或者标记提出异议 */
export interface AbnormalObjectionFiled {
  /** counted within the enterprise's objections, from 1 */
  readonly objection: number
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** day of the entry, YYYY-MM-DD */
  readonly listedOn: string
  /** may name persons */
  readonly statement: string
  /** documents that came with it */
  readonly evidence: readonly string[]
  /** YYYY-MM-DD */
  readonly filedOn: string
  /** last day to accept or refuse, YYYY-MM-DD */
  readonly acceptBy: string
}

/** 不予受理异议 */
export interface AbnormalObjectionRefused {
  /** counted within the enterprise's objections, from 1 */
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 异议成立: the entry is verified to be an error */
export interface AbnormalObjectionUpheld {
  /** counted within the enterprise's objections, from 1 */
  readonly objection: number
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** day of the entry, YYYY-MM-DD */
  readonly listedOn: string
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** 查实之日, YYYY-MM-DD */
  readonly verifiedOn: string
  /** last day to correct, YYYY-MM-DD */
  readonly correctBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 移出经营异常名录 */
export interface AbnormalOperationsDelisted {
  readonly ground: AbnormalGround
  readonly years: readonly number[]
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 列入经营异常名录 */
export interface AbnormalOperationsListed {
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** null in an imported history that does not say */
  readonly remedy: null | Remedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 恢复正常记载状态 (个体工商户) */
export interface AbnormalStateCleared {
  readonly ground: AbnormalGround
  readonly years: readonly number[]
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 标记为经营异常状态 (个体工商户) */
export interface AbnormalStateMarked {
  readonly ground: AbnormalGround
  /** report year, for a missed report */
  readonly year: null | number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** null in an imported history that does not say */
  readonly remedy: null | Remedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 通过登记的住所或者经营场所无法联系，查实 */
export interface EnterpriseFoundUncontactable {
  /** 查实之日, YYYY-MM-DD */
  readonly verifiedOn: string
  /** letters or inspection */
  readonly by: string
  /** numbers of the letters, or of the inspection */
  readonly references: readonly string[]
  /** last day to list or mark, YYYY-MM-DD */
  readonly listBy: string
}

/** 公示信息隐瞒真实情况、弄虚作假，查实 */
export interface FalseInformationFound {
  /** 查实之日, YYYY-MM-DD */
  readonly verifiedOn: string
  /** which information; may name persons */
  readonly information: string
  /** number of the check or report that it came from */
  readonly reference: string
  /** last day to list or mark, YYYY-MM-DD */
  readonly listBy: string
}

/** 公示信息已更正 */
export interface ObjectedRecordCorrected {
  readonly objection: number
  readonly how: string
  /** YYYY-MM-DD */
  readonly correctedOn: string
}

/** 受理异议 */
export interface ObjectionAccepted {
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly acceptedOn: string
  /** last day to verify and to answer */
  readonly verifyBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 不予受理异议 */
export interface ObjectionDeclined {
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly declinedOn: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 异议不成立 */
export interface ObjectionDismissed {
  readonly objection: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly dismissedOn: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 对公示信息的异议 */
export interface ObjectionFiled {
  /** numbered within the subject */
  readonly objection: number
  /** type of the public event that it is about */
  readonly type: string
  /** position of that event */
  readonly position: number
  /** what tells it from others of its type: a document number, a year */
  readonly record: string
  /** may name persons; not public */
  readonly statement: string
  readonly evidence: readonly string[]
  /** YYYY-MM-DD */
  readonly filedOn: string
  /** last day to accept it or not */
  readonly acceptBy: string
}

/** 异议成立 */
export interface ObjectionUpheld {
  readonly objection: number
  readonly type: string
  readonly position: number
  readonly record: string
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly upheldOn: string
  /** last day to put it right */
  readonly correctBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 救济途径: where and until when the decision may be contested */
export interface Remedy {
  /** 复议机关 */
  readonly reconsiderationTo: string
  /** 复议期限, YYYY-MM-DD */
  readonly reconsiderationBy: string
  /** 诉讼期限, YYYY-MM-DD */
  readonly litigationBy: string
  /** 异议期限, YYYY-MM-DD */
  readonly objectionBy: string
}

/** 受理信用修复申请 */
export interface RestorationAccepted {
  readonly application: number
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly acceptedOn: string
  /** last day to decide */
  readonly decideBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 申请信用修复 */
export interface RestorationApplied {
  /** numbered within the subject */
  readonly application: number
  /** penalty or abnormal */
  readonly kind: string
  /** document number of the penalty, ground of the entry */
  readonly record: string
  /** what was handed in, each with its kind and SHA-256 */
  readonly documents: readonly string[]
  /** YYYY-MM-DD */
  readonly receivedOn: string
  /** last day to accept it or not */
  readonly acceptBy: string
}

/** 不予受理信用修复申请 */
export interface RestorationDeclined {
  readonly application: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly declinedOn: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 准予信用修复 */
export interface RestorationGranted {
  readonly application: number
  /** penalty or abnormal */
  readonly kind: string
  readonly record: string
  /** document number 文号 */
  readonly decision: string
  /** 2021, 2025 or 2026 */
  readonly regime: string
  /** YYYY-MM-DD */
  readonly grantedOn: string
  /** last day to stop showing it and to tell others */
  readonly stopBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 不予信用修复 */
export interface RestorationRefused {
  readonly application: number
  /** document number 文号 */
  readonly decision: string
  readonly reason: string
  /** YYYY-MM-DD */
  readonly refusedOn: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 救济途径 of a decision that knows no objection: reconsideration and litigation */
export interface ReviewRemedy {
  /** 复议机关 */
  readonly reconsiderationTo: string
  /** 复议期限, YYYY-MM-DD */
  readonly reconsiderationBy: string
  /** 诉讼期限, YYYY-MM-DD */
  readonly litigationBy: string
}

/** 具备吊销营业执照的条件: a lead for a case, never a revocation by itself */
export interface RevocationConditionsMet {
  /** consecutive report years for which it is listed */
  readonly years: readonly number[]
  /** day of the entry for being uncontactable, YYYY-MM-DD */
  readonly uncontactableSince: string
}

/** 信用风险分类: recorded when the class changes; internal, no rating and never published */
export interface RiskClassified {
  /** A, B, C or D */
  readonly riskClass: string
  /** the class so far */
  readonly before: null | string
  readonly score: number
  /** version of the score */
  readonly model: string
  /** each fact with its points */
  readonly reasons: readonly string[]
}

/** 受理提前移出的申请 */
export interface SeriousEarlyRemovalAccepted {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly acceptedOn: string
  /** last day to decide, YYYY-MM-DD */
  readonly decideBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 申请提前移出严重违法失信名单 */
export interface SeriousEarlyRemovalApplied {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** 申请书、守信承诺书、履行义务的材料 */
  readonly documents: readonly string[]
  /** YYYY-MM-DD */
  readonly appliedOn: string
  /** last day to accept or not, YYYY-MM-DD */
  readonly acceptBy: string
}

/** 不予受理提前移出的申请 */
export interface SeriousEarlyRemovalDeclined {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  readonly reason: string
  /** document number 文号 */
  readonly decision: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 不予提前移出 */
export interface SeriousEarlyRemovalRefused {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  readonly reason: string
  /** document number 文号 */
  readonly decision: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 上一级市场监督管理部门同意列入 */
export interface SeriousListingConsented {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** 上一级市场监督管理部门 */
  readonly by: string
  /** number of its document */
  readonly consentNo: string
  /** YYYY-MM-DD */
  readonly consentedOn: string
}

/** 决定不予列入严重违法失信名单 */
export interface SeriousListingDropped {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** may name persons */
  readonly reason: string
  /** document number 文号 */
  readonly decision: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 拟列入严重违法失信名单的告知: facts, grounds and rights before the decision */
export interface SeriousListingNotified {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** article of the rule with the ground */
  readonly article: string
  /** may name persons */
  readonly facts: string
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly notifiedOn: string
  /** last day for a statement or to ask for a hearing, YYYY-MM-DD */
  readonly statementBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 收到陈述、申辩 */
export interface SeriousListingStatementReceived {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** may name persons */
  readonly statement: string
  /** YYYY-MM-DD */
  readonly receivedOn: string
}

/** 列入严重违法失信名单 */
export interface SeriousViolationListed {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** number of the penalty that it goes with */
  readonly documentNo: null | string
  /** article of the rule with the ground */
  readonly article: string
  /** 列入事由; names no person */
  readonly reason: string
  /** 作出决定机关 */
  readonly authority: string
  /** document number 文号 */
  readonly decision: string
  /** 惩戒措施提示 */
  readonly measures: readonly string[]
  /** 移出条件和程序 */
  readonly removal: string
  /** last day to publish, YYYY-MM-DD */
  readonly publishBy: string
  /** end of a statutory restriction, YYYY-MM-DD */
  readonly restrictedUntil: null | string
  /** last day on the list, YYYY-MM-DD */
  readonly termEnds: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 撤销提前移出的决定，恢复列入: the term begins anew */
export interface SeriousViolationReinstated {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** number of the penalty that it goes with */
  readonly documentNo: null | string
  /** article of the rule with the ground */
  readonly article: string
  readonly reason: string
  /** 作出决定机关 */
  readonly authority: string
  /** document number 文号 */
  readonly decision: string
  /** 惩戒措施提示 */
  readonly measures: readonly string[]
  /** 移出条件和程序 */
  readonly removal: string
  /** last day on the list, YYYY-MM-DD */
  readonly termEnds: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 移出严重违法失信名单 */
export interface SeriousViolationRemoved {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** number of the penalty that it goes with */
  readonly documentNo: null | string
  /** term, early or cure */
  readonly manner: string
  readonly reason: string
  /** document number 文号 */
  readonly decision: string
  /** last day to stop publicity and measures, YYYY-MM-DD */
  readonly stopBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 撤销列入严重违法失信名单的决定: what it rested on has fallen */
export interface SeriousViolationRescinded {
  /** what it is about: a case, or the entry of the other list that it follows from */
  readonly matter: string
  /** number of the penalty that it goes with */
  readonly documentNo: null | string
  readonly reason: string
  /** document number 文号 */
  readonly decision: string
  /** last day to stop publicity and measures, YYYY-MM-DD */
  readonly stopBy: string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 专用信函无人签收 */
export interface VerificationLetterReturned {
  readonly letter: string
  /** YYYY-MM-DD */
  readonly returnedOn: string
}

/** 邮寄专用信函 to the registered address */
export interface VerificationLetterSent {
  /** number of the letter */
  readonly letter: string
  /** registered address that day */
  readonly address: string
  /** YYYY-MM-DD */
  readonly sentOn: string
}

/** 专用信函有人签收 */
export interface VerificationLetterSigned {
  readonly letter: string
  /** YYYY-MM-DD */
  readonly signedOn: string
}

/** 年度报告更正: both versions stay visible (条例第十二条) */
export interface AnnualReportCorrected {
  readonly year: number
  /** 更正日, YYYY-MM-DD */
  readonly correctedOn: string
  readonly report: ReportedItems
  readonly changed: readonly string[]
}

/** 未按期公示年度报告: the window closed without it */
export interface AnnualReportMissed {
  readonly year: number
  /** last day of the window, YYYY-MM-DD */
  readonly windowEnd: string
  /** kind of entity, which decides between list and mark */
  readonly typeCode: string
  readonly authority: string
}

/** The first report year from which this platform judges obligations */
export interface AnnualReportRecordsBegan {
  readonly year: number
}

/** 年度报告报送并公示 */
export interface AnnualReportSubmitted {
  readonly year: number
  /** 报送并公示日, YYYY-MM-DD */
  readonly filedOn: string
  /** after 30 June of the following year */
  readonly late: boolean
  readonly report: ReportedItems
}

/** 责令公示的期限届满仍未履行 */
export interface DisclosureOrderExpired {
  /** counted within the enterprise's orders, from 1 */
  readonly order: number
  /** publish or correct */
  readonly demand: string
  /** day on which the term was full, YYYY-MM-DD */
  readonly expiredOn: string
}

/** 履行责令公示的义务 */
export interface DisclosureOrderPerformed {
  /** counted within the enterprise's orders, from 1 */
  readonly order: number
  /** publish or correct */
  readonly demand: string
  /** YYYY-MM-DD */
  readonly performedOn: string
  /** after its last day */
  readonly late: boolean
}

/** 责令限期公示 or 责令更正 */
export interface DisclosureOrdered {
  /** counted within the enterprise's orders, from 1 */
  readonly order: number
  /** publish or correct */
  readonly demand: string
  /** which information */
  readonly information: string
  /** where it is an annual report's */
  readonly reportYear: null | number
  /** document number 文号 */
  readonly decision: string
  /** YYYY-MM-DD */
  readonly servedOn: string
  /** last day to obey, YYYY-MM-DD */
  readonly performBy: string
  readonly remedy: ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** The content of an annual report 年度报告: groups one to six are public, group seven as the enterprise chooses (条例第九条) */
export interface ReportedItems {
  /** group 1, 通信地址 */
  readonly address: null | string
  /** group 1 */
  readonly postcode: null | string
  /** group 1 */
  readonly phone: null | string
  /** group 1 */
  readonly email: null | string
  /** group 2: 开业 true, 歇业 or 清算 false */
  readonly operating: null | boolean
  /** group 3, 对外投资 */
  readonly investments: null | readonly string[]
  /** group 4, 实缴出资额, 万元 */
  readonly paidInWan: null | number
  /** group 5, 股权变更 */
  readonly equityChange: null | boolean
  /** group 6 */
  readonly hasWebsite: null | boolean
  /** group 6, names and addresses */
  readonly websites: null | readonly string[]
  /** group 7 */
  readonly employees: null | number
  readonly employeesPublic: boolean
  /** group 7, 参保人数 */
  readonly insured: null | number
  /** group 7 */
  readonly assetsYuan: null | number
  /** group 7 */
  readonly liabilitiesYuan: null | number
  /** group 7 */
  readonly revenueYuan: null | number
  /** group 7 */
  readonly profitYuan: null | number
  /** group 7 */
  readonly taxYuan: null | number
  /** group 7, 对外担保 */
  readonly guarantees: null | number
  readonly figuresPublic: boolean
}

/** 结案 */
export interface CaseClosed {
  readonly result: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 行政处罚决定 */
export interface CaseDecided {
  /** 处罚决定书文号 */
  readonly decision: string
  readonly uscc: string
  /** 普通程序 or 简易程序 */
  readonly procedure: string
  readonly violation: string
  /** may name persons */
  readonly facts: string
  /** 处罚依据 */
  readonly penaltyBasis: string
  /** 处罚种类 */
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** years of a restriction of operation or employment, 0 for none */
  readonly restrictionYears: number
  /** 裁量基准 by its id */
  readonly benchmark: null | string
  /** 裁量阶次: 减轻、从轻、一般、从重 */
  readonly band: null | string
  /** the fine lies in the band 从重 */
  readonly heavier: boolean
  /** 裁量情节 */
  readonly factors: readonly string[]
  /** why the fine departs from the band, decided collectively */
  readonly departure: null | string
  /** YYYY-MM-DD */
  readonly actEndedOn: string
  /** YYYY-MM-DD */
  readonly decidedOn: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** article of the rule on the list of serious violations under which the party is to be listed with the penalty */
  readonly seriousArticle: null | string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 违法事实不能成立，撤销案件 */
export interface CaseDismissed {
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 立案 */
export interface CaseFiled {
  /** number of the document */
  readonly decision: string
  /** 违法行为被发现之日, YYYY-MM-DD */
  readonly discoveredOn: string
  /** 违法行为终了之日, YYYY-MM-DD */
  readonly actEndedOn: string
  /** 初步证据和立案理由 */
  readonly grounds: string
  readonly approvedBy: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 案源登记: a lead has been received; internal, as every event of a case is */
export interface CaseOpened {
  /** 当事人 */
  readonly uscc: string
  /** 办案机关 */
  readonly authority: string
  /** 监督检查、投诉举报、移送、上级交办… */
  readonly source: string
  /** the complaint, visit or document that it comes from */
  readonly sourceRef: null | string
  /** 涉嫌违法行为类型 */
  readonly violation: string
  /** YYYY-MM-DD */
  readonly receivedOn: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 行政处罚决定履行完毕 */
export interface CasePerformed {
  readonly documentNo: string
  readonly uscc: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 向公安机关移送涉嫌犯罪案件 */
export interface CaseReferred {
  readonly police: string
  /** YYYY-MM-DDTHH:MM in Asia/Shanghai */
  readonly transferredAt: string
  /** more than 24 hours after the approval */
  readonly late: boolean
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 终止调查 */
export interface CaseTerminated {
  readonly ground: string
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 负责人集体讨论 */
export interface CollectiveDiscussionHeld {
  readonly members: readonly string[]
  /** 处罚决定 or 延长办案期限 */
  readonly about: string
  readonly conclusion: string
}

/** 受理投诉 */
export interface ComplaintAccepted {
  readonly uscc: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 不予受理投诉 */
export interface ComplaintDeclined {
  readonly ground: string
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 同一事项重复投诉举报，合并处理 */
export interface ComplaintMerged {
  /** the earlier one */
  readonly into: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 收到投诉或者举报; internal, as everything about it is */
export interface ComplaintReceived {
  /** 投诉: a consumer dispute to mediate; 举报: a violation to verify */
  readonly kind: string
  /** 被投诉举报人 */
  readonly uscc: string
  readonly authority: string
  /** who it is, as the confidential register of reporters names them: no name, no telephone */
  readonly reporterRef: string
  /** 实名 */
  readonly named: boolean
  /** 12315平台、电话、信函、走访… */
  readonly channel: string
  readonly matter: string
  /** 涉嫌违法行为类型 */
  readonly violation: string
  /** 知道或者应当知道权益受到侵害之日, YYYY-MM-DD */
  readonly knewOn: null | string
  /** 生活消费 or 非生活消费 */
  readonly purpose: null | string
  /** YYYY-MM-DD */
  readonly receivedOn: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 移送有处理权限的机关 */
export interface ComplaintTransferred {
  readonly to: string
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 撤回投诉 */
export interface ComplaintWithdrawn {
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 改正情况复查: the order has been followed */
export interface CorrectionConfirmed {
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 逾期未改正或者改正不到位 */
export interface CorrectionFoundLacking {
  readonly finding: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 责令改正 */
export interface CorrectionOrdered {
  /** number of the document */
  readonly decision: string
  readonly what: string
  /** YYYY-MM-DD */
  readonly correctBy: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 发现涉嫌犯罪，提出移送的书面报告 */
export interface CrimeSuspected {
  readonly crime: string
  readonly report: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 申请行政复议或者提起行政诉讼 */
export interface DecisionContested {
  /** reconsideration or court */
  readonly forum: string
  /** 复议机关 or 人民法院 */
  readonly body: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 处罚决定被变更、撤销、确认违法或者确认无效 */
export interface DecisionOverturned {
  readonly uscc: string
  /** of the penalty */
  readonly documentNo: string
  /** changed, revoked, unlawful or invalid */
  readonly outcome: string
  /** reconsideration, court or authority */
  readonly by: string
  readonly body: string
  /** number of the document that overturned it */
  readonly overturningNo: string
  /** 处罚种类 after a change, none otherwise */
  readonly kinds: readonly string[]
  /** after a change */
  readonly fineYuan: number
  /** after a change */
  readonly confiscatedYuan: number
  /** YYYY-MM-DD after a change, empty otherwise */
  readonly payBy: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 送达处罚决定书 */
export interface DecisionServed {
  /** 直接、留置、邮寄、委托、转交、电子、公告送达 */
  readonly way: string
  /** the day on which it counts as served, YYYY-MM-DD */
  readonly servedOn: string
  /** 送达回证 */
  readonly receiptSha256: null | string
  /** served after the term of seven days */
  readonly late: boolean
  /** YYYY-MM-DD */
  readonly payBy: string
  /** 复议机关 */
  readonly reconsiderationTo: string
  /** YYYY-MM-DD */
  readonly reconsiderationBy: string
  /** YYYY-MM-DD */
  readonly litigationBy: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 延长办案期限 */
export interface DecisionTermExtended {
  /** 负责人 or 集体讨论 */
  readonly by: string
  /** calendar days */
  readonly days: number
  readonly reason: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 复议或者诉讼未改变处罚决定 */
export interface DecisionUpheld {
  readonly body: string
  /** of the outcome */
  readonly documentNo: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 建议定向检查: a lead that asks for a check, not yet for a case */
export interface DirectedCheckProposed {
  readonly uscc: string
  readonly violation: string
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 申请人民法院强制执行 */
export interface EnforcementApplied {
  readonly court: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 强制执行终结 */
export interface EnforcementConcluded {
  readonly outcome: string
  readonly performed: boolean
}

/** 有权处理的投诉举报: counted for the enterprise that it is about, without who made it */
export interface EnterpriseReported {
  readonly complaintId: string
  /** 投诉 or 举报 */
  readonly kind: string
}

/** 收集证据 */
export interface EvidenceCollected {
  /** 书证、物证、视听资料、电子数据、证人证言、当事人的陈述、鉴定意见、勘验笔录、现场笔录 */
  readonly kind: string
  /** of the file kept as an attachment, hex */
  readonly sha256: string
  readonly description: string
  readonly place: string
  /** YYYY-MM-DDTHH:MM in Asia/Shanghai */
  readonly takenAt: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
}

/** 先行登记保存 */
export interface EvidencePreregistered {
  readonly item: string
  readonly place: string
  readonly approvedBy: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 不予立案 */
export interface FilingDeclined {
  readonly reason: string
  readonly approvedBy: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 核查结果: whether a case was filed */
export interface FilingOutcomeNoted {
  readonly caseId: string
  readonly filed: boolean
  /** YYYY-MM-DD */
  readonly decidedOn: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 经批准延长核查期限 */
export interface FilingTermExtended {
  readonly reason: string
  readonly approvedBy: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 通知听证的时间、地点 */
export interface HearingArranged {
  /** YYYY-MM-DD */
  readonly hearingOn: string
  readonly place: string
  /** 听证主持人, not of those who investigated */
  readonly chair: string
  readonly openToPublic: boolean
}

/** 当事人放弃听证或者撤回听证要求 */
export interface HearingForgone {
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 举行听证 */
export interface HearingHeld {
  readonly chair: string
  /** 听证笔录 */
  readonly recordSha256: string
  /** from the request to the hearing */
  readonly excludedDays: number
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 当事人要求听证 */
export interface HearingRequested {
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 分期缴纳的一期 */
export interface Instalment {
  /** YYYY-MM-DD */
  readonly by: string
  readonly yuan: number
}

/** 调查终结 */
export interface InvestigationConcluded {
  readonly facts: string
  /** 违法行为类型 */
  readonly violation: string
  /** 给予处罚、不予处罚、撤销案件 */
  readonly proposal: string
  /** 处罚种类 */
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** 涉及重大公共利益 */
  readonly majorPublicInterest: boolean
  /** 疑难复杂、涉及多个法律关系, or a grave violation */
  readonly complex: boolean
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
}

/** 移送案源: what was complained of is verified as a possible violation */
export interface LeadHandedOver {
  readonly uscc: string
  readonly caseId: string
  readonly violation: string
  /** YYYY-MM-DD */
  readonly receivedOn: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 法制审核同意 */
export interface LegalReviewPassed {
  readonly reviewer: string
  readonly opinion: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 送交法制审核 */
export interface LegalReviewRequested {
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 法制审核提出纠正或者补充的意见 */
export interface LegalReviewReturned {
  readonly reviewer: string
  readonly opinion: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 非金钱处罚执行完毕 */
export interface MeasurePerformed {
  /** 处罚种类 */
  readonly kind: string
}

/** 调解达成协议 */
export interface MediationAgreed {
  readonly agreement: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 终止调解 */
export interface MediationTerminated {
  readonly ground: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 回避: decided by the head of the authority; the investigation goes on meanwhile */
export interface OfficerRecused {
  readonly officer: string
  readonly reason: string
  readonly decidedBy: string
}

/** 暂缓或者分期缴纳罚款 */
export interface PaymentDeferred {
  readonly instalments: readonly Instalment[]
  readonly reason: string
  readonly approvedBy: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 收缴罚没款 */
export interface PaymentReceived {
  /** 票据号 */
  readonly receiptNo: string
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** 加处罚款 */
  readonly surchargeYuan: number
}

/** 行政处罚决定 */
export interface PenaltyDecided {
  readonly documentNo: string
  /** 违法行为类型 */
  readonly violation: string
  /** 违法事实; may name persons, never public as it stands */
  readonly facts: null | string
  /** 处罚依据 */
  readonly basis: null | string
  /** 处罚种类 */
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** 普通程序 or 简易程序 */
  readonly procedure: string
  readonly authority: string
  /** 处罚决定日期, YYYY-MM-DD */
  readonly decidedOn: string
  /** the case that led to it; none for a decision of another system */
  readonly caseId: null | string
  /** 违法行为终了之日, YYYY-MM-DD */
  readonly actEndedOn: null | string
  /** 依照裁量基准从重处罚 */
  readonly heavier: boolean
  /** years of a restriction of operation or employment, 0 for none */
  readonly restrictionYears: number
  /** performed already when it was recorded */
  readonly performed: boolean
  /** article of the rule on the list of serious violations under which the party is to be listed with the penalty */
  readonly seriousArticle: null | string
}

/** 行政处罚决定被变更、撤销、确认违法或者确认无效 */
export interface PenaltyOverturned {
  /** of the penalty */
  readonly documentNo: string
  /** changed, revoked, unlawful or invalid */
  readonly outcome: string
  /** reconsideration, court or authority */
  readonly by: string
  /** 复议机关、人民法院或者行政机关 */
  readonly body: string
  /** number of the document that overturned it */
  readonly overturningNo: string
  /** YYYY-MM-DD */
  readonly decidedOn: string
}

/** 行政处罚履行完毕: everything that a decision asks for has been done, surcharge included */
export interface PenaltyPerformed {
  readonly documentNo: string
  /** YYYY-MM-DD */
  readonly performedOn: string
}

/** 处罚信息公示: all that the public sees of a decision, redacted */
export interface PenaltyPublicised {
  readonly documentNo: string
  /** 违法行为类型 */
  readonly violation: string
  /** 摘要 */
  readonly summary: string
  /** 处罚依据 */
  readonly penaltyBasis: null | string
  /** 处罚种类 */
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** 处罚机关 */
  readonly authority: string
  /** 处罚决定日期, YYYY-MM-DD */
  readonly decidedOn: string
  /** first day of publicity, YYYY-MM-DD */
  readonly from: string
  /** last day of publicity, YYYY-MM-DD */
  readonly until: string
  /** 失信等级: 轻微, 一般 or 严重 */
  readonly dishonesty: null | string
  /** of the penalty decision */
  readonly remedy: null | ReviewRemedy
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 停止公示行政处罚信息 */
export interface PenaltyPublicityEnded {
  readonly documentNo: string
  /** term-over, restoration or objection */
  readonly because: string
  /** first day without publicity, YYYY-MM-DD */
  readonly endedOn: string
}

/** 撤回行政处罚信息的公示: the decision was changed or did not stand */
export interface PenaltyPublicityWithdrawn {
  readonly documentNo: string
  /** what became of the decision: revoked, changed, unlawful or invalid */
  readonly outcome: string
  /** YYYY-MM-DD */
  readonly overturnedOn: string
  /** YYYY-MM-DD */
  readonly withdrawnOn: string
}

/** 不予行政处罚决定 */
export interface PenaltyWaived {
  /** number of the document */
  readonly decision: string
  /** 轻微不罚、首违不罚、无主观过错、逾追诉时效 */
  readonly ground: string
  readonly reason: string
  /** 对当事人的教育 */
  readonly education: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 催告履行 */
export interface PerformanceUrged {
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** 公安机关决定不予立案，退回案卷材料 */
export interface PoliceDeclinedCase {
  readonly documentNo: string
  readonly reason: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 公安机关决定立案 */
export interface PoliceFiledCase {
  readonly documentNo: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 提请公安机关复议或者建议检察机关立案监督 */
export interface PoliceRefusalChallenged {
  readonly to: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 对先行登记保存的证据作出处理决定 */
export interface PreregisteredEvidenceDisposed {
  readonly item: string
  readonly disposal: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 行政处罚告知 */
export interface PriorNoticeServed {
  /** number of the document */
  readonly decision: string
  readonly facts: string
  /** 处罚种类 */
  readonly kinds: readonly string[]
  readonly fineYuan: number
  readonly confiscatedYuan: number
  /** 告知有权要求听证 */
  readonly hearingOffered: boolean
  /** last day to state, defend or ask for a hearing, YYYY-MM-DD */
  readonly answerBy: string
  /** 当事人 */
  readonly uscc: null | string
  /** article of the rule on the list of serious violations under which the party is to be listed with the penalty */
  readonly seriousArticle: null | string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 行政处罚全过程记录 */
export interface ProcessRecorded {
  /** 启动、调查取证、审核、决定、送达、执行 */
  readonly step: string
  /** 文字 or 音像 */
  readonly medium: string
  readonly sha256: string
  /** 执法人员, by their ids in the library of inspectors */
  readonly officers: readonly string[]
}

/** 批准移送涉嫌犯罪案件 */
export interface ReferralApproved {
  readonly approvedBy: string
  /** YYYY-MM-DDTHH:MM in Asia/Shanghai */
  readonly approvedAt: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 不批准移送，理由记录在案 */
export interface ReferralDeclined {
  readonly decidedBy: string
  readonly reason: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 告知实名举报人是否立案 */
export interface ReporterInformed {
  readonly way: string
  readonly late: boolean
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 不予奖励 */
export interface RewardDeclined {
  readonly reason: string
}

/** 举报奖励决定 */
export interface RewardGranted {
  /** number of the document */
  readonly decision: string
  /** 1 to 3 */
  readonly grade: number
  readonly penaltyAndConfiscationYuan: number
  readonly yuan: number
  /** 会商财政部门的文号, from 500,000 yuan on */
  readonly financeConsentNo: null | string
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 向公安机关移交涉案物品 */
export interface SeizedPropertyHandedOver {
  readonly property: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 听取陈述、申辩 */
export interface StatementHeard {
  readonly statement: string
  /** 成立，予以采纳 */
  readonly adopted: boolean
  /** 复核意见 */
  readonly answer: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 告知终止调解 */
export interface TerminationInformed {
  readonly way: string
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 检测、检验、检疫、鉴定、公告、中止等时间不计入办案期限 */
export interface TimeExcluded {
  /** YYYY-MM-DD */
  readonly from: string
  /** last day, YYYY-MM-DD */
  readonly to: string
  /** working days while a lead is verified, calendar days after filing */
  readonly days: number
  readonly reason: string
  /** what must be done from now on, and by which day */
  readonly clocks: readonly Clock[]
}

/** What the check of an item found */
export interface CheckedItem {
  readonly itemNo: string
  readonly name: string
  readonly legalBasis: readonly string[]
  readonly departments: readonly string[]
  readonly findings: readonly Finding[]
  /** last day to put right what was found, YYYY-MM-DD */
  readonly correctBy: null | string
}

/** Of the enterprises of an authority that filed last year's report, how many have been drawn this year */
export interface Coverage {
  readonly year: number
  /** living enterprises with last year's report: what the floor of 3 % is counted of */
  readonly reports: number
  /** of these, drawn this year before this draw */
  readonly before: number
  /** and with it; planned until it has been run */
  readonly after: number
}

/** How probable it is that chance alone picks as this draw did */
export interface DrawAudited {
  readonly tests: readonly ({
    readonly dimension: 'district' | 'industry' | 'size' | 'inspector'
    /** chi-square */
    readonly statistic: number
    readonly degrees: number
    /** of a statistic as high or higher */
    readonly probability: number
  })[]
  /** below it a test is flagged */
  readonly level: number
  readonly improbable: boolean
}

/** The frozen population and roster of a draw, and the officials' commitments, before any randomness exists */
export interface DrawCommitted {
  /** the plan, RFC 8785 JSON */
  readonly plan: string
  /** 演练 */
  readonly rehearsal: boolean
  /** the position as of which the population was frozen */
  readonly logPosition: number
  readonly populationSize: number
  readonly populationRoot: string
  readonly perStratum: Readonly<Record<string, number>>
  readonly rosterSize: number
  readonly rosterRoot: string
  readonly commitments: readonly {
    readonly official: string
    readonly sha256: string
  }[]
}

/** 抽取结果 */
export interface DrawConducted {
  readonly selected: number
  /** of these, added to reach the floor */
  readonly byFloor: number
  readonly unassigned: number
  /** the proof file among the attachments */
  readonly proofSha256: string
  readonly coverage: null | Coverage
  /** of those selected, drawn before this year */
  readonly repeats: number
}

/** An official of the draw promises a nonce by its SHA-256 */
export interface DrawNonceCommitted {
  readonly official: string
  readonly sha256: string
}

/** An official discloses the nonce that was promised */
export interface DrawNonceRevealed {
  readonly official: string
  readonly nonce: string
}

/** A draw begins: its plan can't change any more, population and roster are frozen */
export interface DrawOpened {
  /** the plan as it is followed, RFC 8785 JSON */
  readonly plan: string
  /** of PLAN.json as it was given, in canonical form */
  readonly planSha256: string
  /** the position as of which the population was frozen */
  readonly logPosition: number
  readonly populationSize: number
  readonly populationRoot: string
  readonly perStratum: Readonly<Record<string, number>>
  readonly rosterSize: number
  readonly rosterRoot: string
  /** both libraries as frozen, among the attachments; not public */
  readonly frozenSha256: string
  readonly coverage: Coverage
  readonly warnings: readonly string[]
}

/** A nonce that is not the one promised: recorded, and the draw stands still */
export interface DrawRevealFailed {
  readonly official: string
  /** what was shown instead */
  readonly nonce: string
}

/** The reveals, the public value and the seed that follows from them */
export interface DrawSeeded {
  readonly reveals: readonly {
    readonly official: string
    readonly nonce: string
  }[]
  readonly publicSource: string
  readonly publicValue: string
  readonly seed: string
  /** who saw the public value come out */
  readonly witness: null | string
}

/** 抽取作废: this draw leads to no inspection, and stays in sight for ever */
export interface DrawVoided {
  readonly why: string
  readonly stage: 'opened' | 'committed' | 'conducted'
  /** drawn before, to be inspected no more */
  readonly released: readonly {
    readonly task: string
    readonly uscc: string
  }[]
}

/** One of the eight results, and what it rests on */
export interface Finding {
  /** one of the eight */
  readonly result: string
  /** the facts; names no person; empty where nothing was found */
  readonly detail: string
}

/** 后续处理: what follows from a result that has passed review */
export interface InspectionFollowUpDecided {
  /** counted within the task */
  readonly followUp: number
  readonly kind: 'order_disclosure' | 'false_information' | 'uncontactable' | 'recheck' | 'case' | 'transfer'
  readonly uscc: string
  readonly itemNos: readonly string[]
  /** names no person */
  readonly facts: string
  /** 涉嫌违法行为类型, of a case */
  readonly violation: null | string
  /** department, of a transfer */
  readonly to: null | string
  /** YYYY-MM-DD */
  readonly checkedOn: string
  /** YYYY-MM-DD */
  readonly correctBy: null | string
  readonly planId: string
  readonly planName: string
  readonly year: number
  readonly departments: readonly string[]
  readonly inspectors: readonly string[]
}

/** 抽查事项: what may be inspected at random, and on which basis */
export interface InspectionItem {
  readonly itemNo: string
  readonly name: string
  /** without one there is no check */
  readonly legalBasis: readonly string[]
  /** 检查对象 */
  readonly subjects: string
  /** 检查内容 */
  readonly content: string
  /** 书面检查, 实地核查 or 网络监测 */
  readonly method: string
  /** 检查层级 */
  readonly level: string
  readonly departments: readonly string[]
  /** 重点检查事项: its ratio has no upper limit */
  readonly key: boolean
  /** exact share that an ordinary item may reach, 5/100 */
  readonly ratioLimit: null | string
  /** how often a year it may be checked on one enterprise */
  readonly timesAYear: null | number
  /** asked of its inspectors */
  readonly specialities: readonly string[]
  /** 检查要点: what is looked at, point by point; its content alone where there is none */
  readonly checklist: readonly string[]
  /** 提前通知: the enterprise is told of the check before the visit */
  readonly noticeBeforehand: boolean
}

/** 随机抽查事项调整 */
export interface InspectionItemChanged {
  readonly item: InspectionItem
}

/** 列入随机抽查事项清单 */
export interface InspectionItemListed {
  readonly item: InspectionItem
}

/** 移出随机抽查事项清单 */
export interface InspectionItemRemoved {
  readonly itemNo: string
  readonly why: string
}

/** 检查通知: the enterprise was told of the check beforehand */
export interface InspectionNoticeGiven {
  /** number of the notice */
  readonly decision: string
  readonly uscc: string
  /** RFC 3339 UTC, of the device */
  readonly givenAt: string
  /** how it was given */
  readonly manner: string
  /** day of the check, YYYY-MM-DD */
  readonly visitOn: string
  /** numbers of the item list */
  readonly items: readonly string[]
  /** SHA-256 of its document, hex */
  readonly documentSha256?: null | string
}

/** 检查对象入库 beside the enterprise itself: a product, project or premises of it */
export interface InspectionObjectEntered {
  readonly objectId: string
  readonly kind: 'product' | 'project' | 'premises'
  readonly name: string
  readonly note: string
}

/** 检查对象出库 */
export interface InspectionObjectRemoved {
  readonly objectId: string
  readonly why: string
}

/** 抽中对象: some of the objects of a draw in the order of their tickets, each a task */
export interface InspectionObjectsDrawn {
  readonly planName: string
  readonly year: number
  /** numbers of the item list */
  readonly items: readonly string[]
  readonly departments: readonly string[]
  /** YYYY-MM-DD */
  readonly from: string
  /** YYYY-MM-DD */
  readonly to: string
  readonly objects: readonly ({
    readonly task: string
    readonly uscc: string
    readonly inspectors: readonly string[]
    /** why there are too few inspectors */
    readonly unassigned: null | string
  })[]
  /** of each object in turn, the items that are due; all of the plan where nothing is said */
  readonly due: readonly (readonly string[])[]
}

/** 年度抽查计划 drafted, or drafted anew */
export interface InspectionPlanDrafted {
  readonly year: number
  readonly name: string
  readonly tasks: readonly PlannedTask[]
}

/** 年度抽查计划公布 */
export interface InspectionPlanPublished {
  readonly year: number
  readonly name: string
  readonly decision: string
  /** 上级机关备案 */
  readonly filedWith: string
  readonly tasks: readonly PlannedTask[]
  /** SHA-256 of the document's text, in hexadecimal */
  readonly documentSha256?: null | string
}

/** 合法性审核 of an annual plan */
export interface InspectionPlanReviewed {
  readonly passed: boolean
  readonly opinion: string
}

/** 检查评价: ratings that waited for each other, in the order of their codes */
export interface InspectionRatingsReleased {
  /** YYYY-MM */
  readonly month: string
  readonly ratings: readonly {
    readonly codeSha256: string
    /** 规范, 公正, 效率, 廉洁: 1 to 5 each */
    readonly scores: readonly number[]
  }[]
}

/** 抽查检查结果公示 */
export interface InspectionResultPublished {
  readonly task: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** random, recheck or directed */
  readonly kind: string
  readonly departments: readonly string[]
  /** YYYY-MM-DD */
  readonly completedOn: string
  /** YYYY-MM-DD */
  readonly publishedOn: string
  /** last day to publish, YYYY-MM-DD */
  readonly publishBy: string
  /** of the visit: of the eight */
  readonly results: readonly string[]
  readonly items: readonly CheckedItem[]
  /** 企业状态 as found */
  readonly enterpriseState: string
}

/** 撤回公示: a published result was wrong */
export interface InspectionResultWithdrawn {
  readonly task: string
  readonly reason: string
}

/** An enterprise was drawn: it is to be inspected once for all items of the plan */
export interface InspectionTaskDrawn {
  readonly task: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** numbers of the item list */
  readonly items: readonly string[]
  readonly departments: readonly string[]
  /** YYYY-MM-DD */
  readonly from: string
  /** YYYY-MM-DD */
  readonly to: string
}

/** What an enterprise was drawn for is not carried out: the draw is void */
export interface InspectionTaskReleased {
  readonly task: string
  readonly planId: string
  readonly why: string
}

/** 执法检查人员信息变更 */
export interface InspectorChanged {
  readonly inspectorId: string
  readonly department: string
  readonly certificateNo: string
  /** 执法证有效期自, YYYY-MM-DD */
  readonly validFrom: string
  /** 执法证有效期至, YYYY-MM-DD */
  readonly validUntil: string
  readonly specialities: readonly string[]
  /** 申报回避: codes of enterprises */
  readonly conflicts: readonly string[]
}

/** 申报回避 */
export interface InspectorConflictDeclared {
  readonly uscc: string
  /** the conflict is over */
  readonly withdrawn: boolean
}

/** 执法检查人员入库 */
export interface InspectorEnrolled {
  readonly inspectorId: string
  readonly department: string
  readonly certificateNo: string
  /** 执法证有效期自, YYYY-MM-DD */
  readonly validFrom: string
  /** 执法证有效期至, YYYY-MM-DD */
  readonly validUntil: string
  readonly specialities: readonly string[]
  /** 申报回避: codes of enterprises */
  readonly conflicts: readonly string[]
}

/** 检查人员请假: away on these days */
export interface InspectorLeaveGranted {
  readonly from: string
  readonly to: string
}

/** 执法检查人员出库 */
export interface InspectorRemoved {
  readonly why: string
}

/** An inspector chosen by the draw can't go: the next in the order of the same seed goes instead */
export interface InspectorReplaced {
  readonly task: string
  readonly uscc: string
  readonly inspector: string
  readonly replacement: string
  readonly reason: string
  /** the proof file with this replacement, among the attachments */
  readonly proofSha256: string
}

/** 计划任务 of an annual plan */
export interface PlannedTask {
  readonly taskNo: string
  /** 批次 */
  readonly batch: number
  readonly name: string
  /** numbers of the item list */
  readonly items: readonly string[]
  /** 检查对象范围 */
  readonly objects: string
  /** 定向 */
  readonly directed: boolean
  /** 抽查比例, exact */
  readonly share: string
  /** 抽查数量, as expected */
  readonly count: number
  readonly method: string
  /** YYYY-MM-DD */
  readonly from: string
  /** YYYY-MM-DD */
  readonly to: string
  /** 牵头部门 */
  readonly lead: string
  /** 参与部门 */
  readonly partners: readonly string[]
}

/** 评价码: who has one of these may rate a visit, once; nobody knows who has which */
export interface RatingCodesPrepared {
  /** SHA-256 of each code, hex, in their order */
  readonly hashes: readonly string[]
}

/** An item on a task slip, as the list has it on that day */
export interface SlipItem {
  readonly itemNo: string
  readonly name: string
  readonly legalBasis: readonly string[]
  readonly content: string
  /** 书面检查, 实地核查 or 网络监测 */
  readonly method: string
  readonly departments: readonly string[]
  /** 检查要点 */
  readonly checklist: readonly string[]
  /** 提前通知 */
  readonly noticeBeforehand: boolean
}

/** An officer on a task slip */
export interface SlipOfficer {
  readonly inspectorId: string
  readonly department: string
  readonly certificateNo: string
  /** YYYY-MM-DD */
  readonly validUntil: string
}

/** 检查任务单: who checks what at whom, on which basis; its code lets the enterprise see it */
export interface TaskSlipIssued {
  /** number of the slip */
  readonly decision: string
  /** random; whoever has it may see the slip */
  readonly code: string
  readonly uscc: string
  readonly items: readonly SlipItem[]
  readonly team: readonly SlipOfficer[]
  /** YYYY-MM-DD */
  readonly from: string
  /** YYYY-MM-DD */
  readonly to: string
  /** SHA-256 of its document, hex */
  readonly documentSha256?: null | string
}

/** A drawn object becomes a task for its inspectors */
export interface VisitAssigned {
  readonly uscc: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  /** numbers of the item list */
  readonly items: readonly string[]
  readonly departments: readonly string[]
  /** YYYY-MM-DD */
  readonly from: string
  /** YYYY-MM-DD */
  readonly to: string
  readonly inspectors: readonly string[]
  /** why there are too few inspectors */
  readonly unassigned: null | string
  /** random: drawn; recheck: whether what was ordered has been done; directed: because of a lead */
  readonly kind: string
  /** task or complaint that it follows from */
  readonly of: null | string
}

/** A task is not carried out */
export interface VisitCancelled {
  readonly why: string
}

/** 检查结束: the record with its results; from now on it can only be sent back by review */
export interface VisitCompleted {
  /** number of the record */
  readonly decision: string
  readonly uscc: string
  readonly planId: string
  readonly planName: string
  readonly year: number
  readonly kind: string
  /** YYYY-MM-DD */
  readonly completedOn: string
  /** RFC 3339 UTC, of the device */
  readonly completedAt: string
  /** 企业状态 as found */
  readonly enterpriseState: string
  /** of the visit: of the eight */
  readonly results: readonly string[]
  readonly items: readonly CheckedItem[]
  /** who signed */
  readonly officers: readonly string[]
  /** signed, refused, absent or not-needed */
  readonly signature: string
  /** SHA-256 of the record, in canonical JSON */
  readonly recordSha256: string
  /** last day to publish, YYYY-MM-DD */
  readonly publishBy: string
  /** clocks that run from now on */
  readonly clocks: readonly Clock[]
  /** SHA-256 of its document, hex */
  readonly documentSha256?: null | string
}

/** 入企: the officers are there, with slip and certificates */
export interface VisitEntered {
  /** RFC 3339 UTC, of the device */
  readonly enteredAt: string
  /** scanned: by the enterprise 扫码入企; shown: as the officers recorded it */
  readonly manner: 'scanned' | 'shown'
  readonly officers: readonly string[]
}

/** 检查证据: a file by its hash; its bytes are kept outside of the log */
export interface VisitEvidenceTaken {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  /** RFC 3339 UTC, of the device */
  readonly takenAt: string
  readonly latitude: null | number
  readonly longitude: null | number
  readonly accuracyMetres: null | number
  readonly itemNo: null | string
  readonly description: string
  readonly by: string
}

/** Who goes on a check that was not drawn */
export interface VisitInspectorsAppointed {
  readonly inspectors: readonly string[]
  readonly reason: string
}

/** An item was checked, point by point; recorded again, the last holds */
export interface VisitItemChecked {
  readonly itemNo: string
  readonly by: string
  /** RFC 3339 UTC, of the device */
  readonly checkedAt: string
  readonly answers: readonly {
    readonly point: string
    /** 符合, 不符合, 不适用 or 未检查 */
    readonly answer: string
    readonly note: string
  }[]
  readonly findings: readonly Finding[]
  /** last day to put right what was found, YYYY-MM-DD */
  readonly correctBy: null | string
}

/** An inspector of a task is replaced */
export interface VisitReassigned {
  readonly inspector: string
  readonly replacement: string
  readonly reason: string
}

/** 公示: the result stands in the file of the enterprise */
export interface VisitResultPublicised {
  /** YYYY-MM-DD */
  readonly publishedOn: string
  /** of the published result in the log */
  readonly position: number
  /** clocks that no longer run */
  readonly stops: readonly string[]
}

/** 更正: a published result was withdrawn and is to be put right */
export interface VisitResultReopened {
  readonly reason: string
}

/** 审核: somebody who didn't check has reviewed the result */
export interface VisitResultReviewed {
  readonly passed: boolean
  readonly reviewer: string
  /** YYYY-MM-DD */
  readonly reviewedOn: string
  readonly opinion: string
}

/** The enterprise didn't sign the record of the check */
export interface VisitSignatureRefused {
  /** refused, or nobody was there */
  readonly kind: 'refused' | 'absent'
  readonly reason: string
  /** 见证人 */
  readonly witness: null | string
  /** RFC 3339 UTC, of the device */
  readonly notedAt: string
  /** SHA-256 of the record that was signed, in canonical JSON */
  readonly recordSha256: string
}

/** The enterprise signed the record of the check */
export interface VisitSignedByEnterprise {
  /** of whom signed: 法定代表人, 负责人, … */
  readonly capacity: string
  /** RFC 3339 UTC, of the device */
  readonly signedAt: string
  /** of the signature's image */
  readonly signatureSha256: null | string
  /** SHA-256 of the record that was signed, in canonical JSON */
  readonly recordSha256: string
}

/** An officer signed the record of the check */
export interface VisitSignedByOfficer {
  readonly officer: string
  readonly certificateNo: string
  /** RFC 3339 UTC, of the device */
  readonly signedAt: string
  /** SHA-256 of the record that was signed, in canonical JSON */
  readonly recordSha256: string
}

/** A term that runs: who must or may do what by which day */
export interface Clock {
  /** names the clock within its subject: a later one of the same name replaces it */
  readonly what: string
  /** the authority, or 当事人 */
  readonly who: string
  /** the last day, YYYY-MM-DD */
  readonly by: string
  /** instrument@version:article */
  readonly basis: string
}

/** A run of document numbers 文号 taken from a gap-free series, in the same append as the documents that bear them */
export interface DocumentNumbersIssued {
  /** for example 昆都仑区市监异列 */
  readonly series: string
  readonly year: number
  readonly first: number
  readonly last: number
}

/** What the log keeps beside the payload of every event */
export interface Envelope {
  /** gap-free, in commit order, from 1 */
  readonly position: number
  /** subject/aggregate */
  readonly stream: string
  /** gap-free within the stream, from 1 */
  readonly version: number
  readonly type: string
  /** the code of the enterprise, or the id of a plan, an inspector, a series */
  readonly subject: string
  /** 生效日: when it holds in law, YYYY-MM-DD */
  readonly effectiveOn: string
  /** 记录时间: when the platform learnt it, RFC 3339 UTC */
  readonly recordedAt: string
  /** who acted: staff:…, import:…, deadline:…, reaction:… */
  readonly actor: string
  /** 主管机关 */
  readonly authority: string
  /** 依据: instrument@version:article */
  readonly basis: readonly string[]
  /** the same id is carried out once */
  readonly commandId: null | string
  readonly correlationId: null | string
  /** position of the event that an automatic act follows from */
  readonly causationId: null | string
  /** fingerprint of the writer's schema */
  readonly schema: number
}

/** An authority sets or corrects a value that the law leaves to it */
export interface LegalSettingSet {
  /** whose setting it is */
  readonly authority: string
  readonly name: string
  /** as JSON */
  readonly value: string
  /** first day, YYYY-MM-DD */
  readonly from: string
  /** last day; null until another follows */
  readonly to: null | string
  /** the document it rests on */
  readonly basis: string
  /** certain, likely or to-verify */
  readonly confidence: string
  /** why this value until the official text is at hand */
  readonly reason: null | string
}

/** What was published may no longer be shown: whoever has copied it from the feed deletes it */
export interface PublicRecordRecalled {
  /** type of the recalled event */
  readonly type: string
  /** what tells the record from others of its type and subject; not public */
  readonly record: string
  /** positions of the recalled events */
  readonly positions: readonly number[]
  /** in words */
  readonly reason: string
}

/** 注销登记 */
export interface EnterpriseDeregistered {
  /** 一般注销 or 简易注销 */
  readonly procedure: 'ordinary' | 'simplified'
  readonly reason: null | string
}

/** 设立登记 */
export interface EnterpriseEstablished {
  readonly items: RegisteredItems
}

/** 迁入: registered again here after a move out */
export interface EnterpriseMigratedIn {
  readonly items: RegisteredItems
}

/** 迁出: another authority registers it from now on */
export interface EnterpriseMigratedOut {
  /** the receiving authority */
  readonly to: null | string
}

/** 吊销营业执照: the entity lives on until it is deregistered */
export interface LicenceRevoked {
  readonly reason: null | string
  /** null where a history taken over does not say */
  readonly remedy: null | ReviewRemedy
}

/** The registered items 登记事项 of a market entity as of an act */
export interface RegisteredItems {
  readonly name: string
  /** kind of entity, four digits (企业类型代码) */
  readonly typeCode: string
  readonly type: string
  /** 法定代表人, 负责人 or 经营者; not for public answers */
  readonly legalRepresentative: null | string
  /** 注册资本, 万元 */
  readonly capitalWan: null | number
  readonly currency: string
  /** 成立日期, YYYY-MM-DD */
  readonly establishedOn: string
  /** 核准日期, YYYY-MM-DD */
  readonly approvedOn: null | string
  /** 营业期限自, YYYY-MM-DD */
  readonly operatingFrom: null | string
  /** 营业期限至; null is without limit, YYYY-MM-DD */
  readonly operatingTo: null | string
  /** GB/T 2260, six digits */
  readonly district: string
  /** 登记机关 */
  readonly authority: string
  /** 住所 or 经营场所 */
  readonly address: string
  /** GB/T 4754, one letter */
  readonly industrySection: null | string
  /** GB/T 4754, four digits */
  readonly industry: null | string
  readonly industryName: null | string
  /** 经营范围 */
  readonly scope: null | string
}

/** 变更登记: the items afterwards and the names of those that changed */
export interface RegistrationChanged {
  readonly items: RegisteredItems
  readonly changed: readonly string[]
}

/** 撤销登记: the registration should never have been made */
export interface RegistrationRescinded {
  readonly reason: null | string
  /** null where a history taken over does not say */
  readonly remedy: null | ReviewRemedy
}

/** The data of every event, by its type. */
export interface EventData {
  readonly AbnormalCureVerified: AbnormalCureVerified
  readonly AbnormalListingReachedThreeYears: AbnormalListingReachedThreeYears
  readonly AbnormalListingReminderPublished: AbnormalListingReminderPublished
  readonly AbnormalListingRescinded: AbnormalListingRescinded
  readonly AbnormalObjectionAccepted: AbnormalObjectionAccepted
  readonly AbnormalObjectionDismissed: AbnormalObjectionDismissed
  readonly AbnormalObjectionFiled: AbnormalObjectionFiled
  readonly AbnormalObjectionRefused: AbnormalObjectionRefused
  readonly AbnormalObjectionUpheld: AbnormalObjectionUpheld
  readonly AbnormalOperationsDelisted: AbnormalOperationsDelisted
  readonly AbnormalOperationsListed: AbnormalOperationsListed
  readonly AbnormalStateCleared: AbnormalStateCleared
  readonly AbnormalStateMarked: AbnormalStateMarked
  readonly EnterpriseFoundUncontactable: EnterpriseFoundUncontactable
  readonly FalseInformationFound: FalseInformationFound
  readonly ObjectedRecordCorrected: ObjectedRecordCorrected
  readonly ObjectionAccepted: ObjectionAccepted
  readonly ObjectionDeclined: ObjectionDeclined
  readonly ObjectionDismissed: ObjectionDismissed
  readonly ObjectionFiled: ObjectionFiled
  readonly ObjectionUpheld: ObjectionUpheld
  readonly RestorationAccepted: RestorationAccepted
  readonly RestorationApplied: RestorationApplied
  readonly RestorationDeclined: RestorationDeclined
  readonly RestorationGranted: RestorationGranted
  readonly RestorationRefused: RestorationRefused
  readonly RevocationConditionsMet: RevocationConditionsMet
  readonly RiskClassified: RiskClassified
  readonly SeriousEarlyRemovalAccepted: SeriousEarlyRemovalAccepted
  readonly SeriousEarlyRemovalApplied: SeriousEarlyRemovalApplied
  readonly SeriousEarlyRemovalDeclined: SeriousEarlyRemovalDeclined
  readonly SeriousEarlyRemovalRefused: SeriousEarlyRemovalRefused
  readonly SeriousListingConsented: SeriousListingConsented
  readonly SeriousListingDropped: SeriousListingDropped
  readonly SeriousListingNotified: SeriousListingNotified
  readonly SeriousListingStatementReceived: SeriousListingStatementReceived
  readonly SeriousViolationListed: SeriousViolationListed
  readonly SeriousViolationReinstated: SeriousViolationReinstated
  readonly SeriousViolationRemoved: SeriousViolationRemoved
  readonly SeriousViolationRescinded: SeriousViolationRescinded
  readonly VerificationLetterReturned: VerificationLetterReturned
  readonly VerificationLetterSent: VerificationLetterSent
  readonly VerificationLetterSigned: VerificationLetterSigned
  readonly AnnualReportCorrected: AnnualReportCorrected
  readonly AnnualReportMissed: AnnualReportMissed
  readonly AnnualReportRecordsBegan: AnnualReportRecordsBegan
  readonly AnnualReportSubmitted: AnnualReportSubmitted
  readonly DisclosureOrderExpired: DisclosureOrderExpired
  readonly DisclosureOrderPerformed: DisclosureOrderPerformed
  readonly DisclosureOrdered: DisclosureOrdered
  readonly CaseClosed: CaseClosed
  readonly CaseDecided: CaseDecided
  readonly CaseDismissed: CaseDismissed
  readonly CaseFiled: CaseFiled
  readonly CaseOpened: CaseOpened
  readonly CasePerformed: CasePerformed
  readonly CaseReferred: CaseReferred
  readonly CaseTerminated: CaseTerminated
  readonly CollectiveDiscussionHeld: CollectiveDiscussionHeld
  readonly ComplaintAccepted: ComplaintAccepted
  readonly ComplaintDeclined: ComplaintDeclined
  readonly ComplaintMerged: ComplaintMerged
  readonly ComplaintReceived: ComplaintReceived
  readonly ComplaintTransferred: ComplaintTransferred
  readonly ComplaintWithdrawn: ComplaintWithdrawn
  readonly CorrectionConfirmed: CorrectionConfirmed
  readonly CorrectionFoundLacking: CorrectionFoundLacking
  readonly CorrectionOrdered: CorrectionOrdered
  readonly CrimeSuspected: CrimeSuspected
  readonly DecisionContested: DecisionContested
  readonly DecisionOverturned: DecisionOverturned
  readonly DecisionServed: DecisionServed
  readonly DecisionTermExtended: DecisionTermExtended
  readonly DecisionUpheld: DecisionUpheld
  readonly DirectedCheckProposed: DirectedCheckProposed
  readonly EnforcementApplied: EnforcementApplied
  readonly EnforcementConcluded: EnforcementConcluded
  readonly EnterpriseReported: EnterpriseReported
  readonly EvidenceCollected: EvidenceCollected
  readonly EvidencePreregistered: EvidencePreregistered
  readonly FilingDeclined: FilingDeclined
  readonly FilingOutcomeNoted: FilingOutcomeNoted
  readonly FilingTermExtended: FilingTermExtended
  readonly HearingArranged: HearingArranged
  readonly HearingForgone: HearingForgone
  readonly HearingHeld: HearingHeld
  readonly HearingRequested: HearingRequested
  readonly InvestigationConcluded: InvestigationConcluded
  readonly LeadHandedOver: LeadHandedOver
  readonly LegalReviewPassed: LegalReviewPassed
  readonly LegalReviewRequested: LegalReviewRequested
  readonly LegalReviewReturned: LegalReviewReturned
  readonly MeasurePerformed: MeasurePerformed
  readonly MediationAgreed: MediationAgreed
  readonly MediationTerminated: MediationTerminated
  readonly OfficerRecused: OfficerRecused
  readonly PaymentDeferred: PaymentDeferred
  readonly PaymentReceived: PaymentReceived
  readonly PenaltyDecided: PenaltyDecided
  readonly PenaltyOverturned: PenaltyOverturned
  readonly PenaltyPerformed: PenaltyPerformed
  readonly PenaltyPublicised: PenaltyPublicised
  readonly PenaltyPublicityEnded: PenaltyPublicityEnded
  readonly PenaltyPublicityWithdrawn: PenaltyPublicityWithdrawn
  readonly PenaltyWaived: PenaltyWaived
  readonly PerformanceUrged: PerformanceUrged
  readonly PoliceDeclinedCase: PoliceDeclinedCase
  readonly PoliceFiledCase: PoliceFiledCase
  readonly PoliceRefusalChallenged: PoliceRefusalChallenged
  readonly PreregisteredEvidenceDisposed: PreregisteredEvidenceDisposed
  readonly PriorNoticeServed: PriorNoticeServed
  readonly ProcessRecorded: ProcessRecorded
  readonly ReferralApproved: ReferralApproved
  readonly ReferralDeclined: ReferralDeclined
  readonly ReporterInformed: ReporterInformed
  readonly RewardDeclined: RewardDeclined
  readonly RewardGranted: RewardGranted
  readonly SeizedPropertyHandedOver: SeizedPropertyHandedOver
  readonly StatementHeard: StatementHeard
  readonly TerminationInformed: TerminationInformed
  readonly TimeExcluded: TimeExcluded
  readonly DrawAudited: DrawAudited
  readonly DrawCommitted: DrawCommitted
  readonly DrawConducted: DrawConducted
  readonly DrawNonceCommitted: DrawNonceCommitted
  readonly DrawNonceRevealed: DrawNonceRevealed
  readonly DrawOpened: DrawOpened
  readonly DrawRevealFailed: DrawRevealFailed
  readonly DrawSeeded: DrawSeeded
  readonly DrawVoided: DrawVoided
  readonly InspectionFollowUpDecided: InspectionFollowUpDecided
  readonly InspectionItemChanged: InspectionItemChanged
  readonly InspectionItemListed: InspectionItemListed
  readonly InspectionItemRemoved: InspectionItemRemoved
  readonly InspectionNoticeGiven: InspectionNoticeGiven
  readonly InspectionObjectEntered: InspectionObjectEntered
  readonly InspectionObjectRemoved: InspectionObjectRemoved
  readonly InspectionObjectsDrawn: InspectionObjectsDrawn
  readonly InspectionPlanDrafted: InspectionPlanDrafted
  readonly InspectionPlanPublished: InspectionPlanPublished
  readonly InspectionPlanReviewed: InspectionPlanReviewed
  readonly InspectionRatingsReleased: InspectionRatingsReleased
  readonly InspectionResultPublished: InspectionResultPublished
  readonly InspectionResultWithdrawn: InspectionResultWithdrawn
  readonly InspectionTaskDrawn: InspectionTaskDrawn
  readonly InspectionTaskReleased: InspectionTaskReleased
  readonly InspectorChanged: InspectorChanged
  readonly InspectorConflictDeclared: InspectorConflictDeclared
  readonly InspectorEnrolled: InspectorEnrolled
  readonly InspectorLeaveGranted: InspectorLeaveGranted
  readonly InspectorRemoved: InspectorRemoved
  readonly InspectorReplaced: InspectorReplaced
  readonly RatingCodesPrepared: RatingCodesPrepared
  readonly TaskSlipIssued: TaskSlipIssued
  readonly VisitAssigned: VisitAssigned
  readonly VisitCancelled: VisitCancelled
  readonly VisitCompleted: VisitCompleted
  readonly VisitEntered: VisitEntered
  readonly VisitEvidenceTaken: VisitEvidenceTaken
  readonly VisitInspectorsAppointed: VisitInspectorsAppointed
  readonly VisitItemChecked: VisitItemChecked
  readonly VisitReassigned: VisitReassigned
  readonly VisitResultPublicised: VisitResultPublicised
  readonly VisitResultReopened: VisitResultReopened
  readonly VisitResultReviewed: VisitResultReviewed
  readonly VisitSignatureRefused: VisitSignatureRefused
  readonly VisitSignedByEnterprise: VisitSignedByEnterprise
  readonly VisitSignedByOfficer: VisitSignedByOfficer
  readonly DocumentNumbersIssued: DocumentNumbersIssued
  readonly LegalSettingSet: LegalSettingSet
  readonly PublicRecordRecalled: PublicRecordRecalled
  readonly EnterpriseDeregistered: EnterpriseDeregistered
  readonly EnterpriseEstablished: EnterpriseEstablished
  readonly EnterpriseMigratedIn: EnterpriseMigratedIn
  readonly EnterpriseMigratedOut: EnterpriseMigratedOut
  readonly LicenceRevoked: LicenceRevoked
  readonly RegistrationChanged: RegistrationChanged
  readonly RegistrationRescinded: RegistrationRescinded
}

export const eventSchemas: Readonly<Record<keyof EventData, AvroSchema>> = {
  AbnormalCureVerified: {"type":"record","name":"AbnormalCureVerified","namespace":"mingjian.credit_lists","doc":"列入事由消除查实: corrected, moved in the register, or to be reached again","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"cure","type":"string","doc":"information_corrected, address_changed or contact_restored"},{"name":"verifiedOn","type":"string","doc":"查实之日, YYYY-MM-DD"},{"name":"removeBy","type":"string","doc":"last day to remove the entry, YYYY-MM-DD"}]},
  AbnormalListingReachedThreeYears: {"type":"record","name":"AbnormalListingReachedThreeYears","namespace":"mingjian.credit_lists","doc":"列入经营异常名录届满三年仍未履行义务","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"fullOn","type":"string","doc":"day on which three years were full, YYYY-MM-DD"},{"name":"route","type":"string","doc":"serious-list, legal-review or none: what the law of that day makes of it"}]},
  AbnormalListingReminderPublished: {"type":"record","name":"AbnormalListingReminderPublished","namespace":"mingjian.credit_lists","doc":"届满三年前的提示公告","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"fullOn","type":"string","doc":"day on which three years are full, YYYY-MM-DD"}]},
  AbnormalListingRescinded: {"type":"record","name":"AbnormalListingRescinded","namespace":"mingjian.credit_lists","doc":"撤销列入 or 撤销标记: the entry was an error from the beginning, which removal 移出 is not","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalObjectionAccepted: {"type":"record","name":"AbnormalObjectionAccepted","namespace":"mingjian.credit_lists","doc":"受理异议","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"verifyBy","type":"string","doc":"last day to verify and answer, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalObjectionDismissed: {"type":"record","name":"AbnormalObjectionDismissed","namespace":"mingjian.credit_lists","doc":"异议不成立","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalObjectionFiled: {"type":"record","name":"AbnormalObjectionFiled","namespace":"mingjian.credit_lists","doc":"对列入经营异常名录或者标记提出异议","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"statement","type":"string","doc":"may name persons"},{"name":"evidence","type":{"type":"array","items":"string"},"doc":"documents that came with it"},{"name":"filedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"acceptBy","type":"string","doc":"last day to accept or refuse, YYYY-MM-DD"}]},
  AbnormalObjectionRefused: {"type":"record","name":"AbnormalObjectionRefused","namespace":"mingjian.credit_lists","doc":"不予受理异议","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalObjectionUpheld: {"type":"record","name":"AbnormalObjectionUpheld","namespace":"mingjian.credit_lists","doc":"异议成立: the entry is verified to be an error","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"verifiedOn","type":"string","doc":"查实之日, YYYY-MM-DD"},{"name":"correctBy","type":"string","doc":"last day to correct, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalOperationsDelisted: {"type":"record","name":"AbnormalOperationsDelisted","namespace":"mingjian.credit_lists","doc":"移出经营异常名录","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"years","type":{"type":"array","items":"int"}},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalOperationsListed: {"type":"record","name":"AbnormalOperationsListed","namespace":"mingjian.credit_lists","doc":"列入经营异常名录","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":["null",{"type":"record","name":"Remedy","namespace":"mingjian.credit_lists","doc":"救济途径: where and until when the decision may be contested","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"},{"name":"objectionBy","type":"string","doc":"异议期限, YYYY-MM-DD"}]}],"doc":"null in an imported history that does not say","default":null},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalStateCleared: {"type":"record","name":"AbnormalStateCleared","namespace":"mingjian.credit_lists","doc":"恢复正常记载状态 (个体工商户)","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"years","type":{"type":"array","items":"int"}},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  AbnormalStateMarked: {"type":"record","name":"AbnormalStateMarked","namespace":"mingjian.credit_lists","doc":"标记为经营异常状态 (个体工商户)","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":["null",{"type":"record","name":"Remedy","namespace":"mingjian.credit_lists","doc":"救济途径: where and until when the decision may be contested","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"},{"name":"objectionBy","type":"string","doc":"异议期限, YYYY-MM-DD"}]}],"doc":"null in an imported history that does not say","default":null},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  EnterpriseFoundUncontactable: {"type":"record","name":"EnterpriseFoundUncontactable","namespace":"mingjian.credit_lists","doc":"通过登记的住所或者经营场所无法联系，查实","fields":[{"name":"verifiedOn","type":"string","doc":"查实之日, YYYY-MM-DD"},{"name":"by","type":"string","doc":"letters or inspection"},{"name":"references","type":{"type":"array","items":"string"},"doc":"numbers of the letters, or of the inspection"},{"name":"listBy","type":"string","doc":"last day to list or mark, YYYY-MM-DD"}]},
  FalseInformationFound: {"type":"record","name":"FalseInformationFound","namespace":"mingjian.credit_lists","doc":"公示信息隐瞒真实情况、弄虚作假，查实","fields":[{"name":"verifiedOn","type":"string","doc":"查实之日, YYYY-MM-DD"},{"name":"information","type":"string","doc":"which information; may name persons"},{"name":"reference","type":"string","doc":"number of the check or report that it came from"},{"name":"listBy","type":"string","doc":"last day to list or mark, YYYY-MM-DD"}]},
  ObjectedRecordCorrected: {"type":"record","name":"ObjectedRecordCorrected","namespace":"mingjian.credit_lists","doc":"公示信息已更正","fields":[{"name":"objection","type":"int"},{"name":"how","type":"string"},{"name":"correctedOn","type":"string","doc":"YYYY-MM-DD"}]},
  ObjectionAccepted: {"type":"record","name":"ObjectionAccepted","namespace":"mingjian.credit_lists","doc":"受理异议","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"verifyBy","type":"string","doc":"last day to verify and to answer"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  ObjectionDeclined: {"type":"record","name":"ObjectionDeclined","namespace":"mingjian.credit_lists","doc":"不予受理异议","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"declinedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  ObjectionDismissed: {"type":"record","name":"ObjectionDismissed","namespace":"mingjian.credit_lists","doc":"异议不成立","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"dismissedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  ObjectionFiled: {"type":"record","name":"ObjectionFiled","namespace":"mingjian.credit_lists","doc":"对公示信息的异议","fields":[{"name":"objection","type":"int","doc":"numbered within the subject"},{"name":"type","type":"string","doc":"type of the public event that it is about"},{"name":"position","type":"long","doc":"position of that event"},{"name":"record","type":"string","doc":"what tells it from others of its type: a document number, a year"},{"name":"statement","type":"string","doc":"may name persons; not public"},{"name":"evidence","type":{"type":"array","items":"string"}},{"name":"filedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"acceptBy","type":"string","doc":"last day to accept it or not"}]},
  ObjectionUpheld: {"type":"record","name":"ObjectionUpheld","namespace":"mingjian.credit_lists","doc":"异议成立","fields":[{"name":"objection","type":"int"},{"name":"type","type":"string"},{"name":"position","type":"long"},{"name":"record","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"upheldOn","type":"string","doc":"YYYY-MM-DD"},{"name":"correctBy","type":"string","doc":"last day to put it right"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  RestorationAccepted: {"type":"record","name":"RestorationAccepted","namespace":"mingjian.credit_lists","doc":"受理信用修复申请","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decideBy","type":"string","doc":"last day to decide"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  RestorationApplied: {"type":"record","name":"RestorationApplied","namespace":"mingjian.credit_lists","doc":"申请信用修复","fields":[{"name":"application","type":"int","doc":"numbered within the subject"},{"name":"kind","type":"string","doc":"penalty or abnormal"},{"name":"record","type":"string","doc":"document number of the penalty, ground of the entry"},{"name":"documents","type":{"type":"array","items":"string"},"doc":"what was handed in, each with its kind and SHA-256"},{"name":"receivedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"acceptBy","type":"string","doc":"last day to accept it or not"}]},
  RestorationDeclined: {"type":"record","name":"RestorationDeclined","namespace":"mingjian.credit_lists","doc":"不予受理信用修复申请","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"declinedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  RestorationGranted: {"type":"record","name":"RestorationGranted","namespace":"mingjian.credit_lists","doc":"准予信用修复","fields":[{"name":"application","type":"int"},{"name":"kind","type":"string","doc":"penalty or abnormal"},{"name":"record","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"regime","type":"string","doc":"2021, 2025 or 2026"},{"name":"grantedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"stopBy","type":"string","doc":"last day to stop showing it and to tell others"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  RestorationRefused: {"type":"record","name":"RestorationRefused","namespace":"mingjian.credit_lists","doc":"不予信用修复","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"refusedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  RevocationConditionsMet: {"type":"record","name":"RevocationConditionsMet","namespace":"mingjian.credit_lists","doc":"具备吊销营业执照的条件: a lead for a case, never a revocation by itself","fields":[{"name":"years","type":{"type":"array","items":"int"},"doc":"consecutive report years for which it is listed"},{"name":"uncontactableSince","type":"string","doc":"day of the entry for being uncontactable, YYYY-MM-DD"}]},
  RiskClassified: {"type":"record","name":"RiskClassified","namespace":"mingjian.credit_lists","doc":"信用风险分类: recorded when the class changes; internal, no rating and never published","fields":[{"name":"riskClass","type":"string","doc":"A, B, C or D"},{"name":"before","type":["null","string"],"doc":"the class so far","default":null},{"name":"score","type":"int"},{"name":"model","type":"string","doc":"version of the score"},{"name":"reasons","type":{"type":"array","items":"string"},"doc":"each fact with its points"}]},
  SeriousEarlyRemovalAccepted: {"type":"record","name":"SeriousEarlyRemovalAccepted","namespace":"mingjian.credit_lists","doc":"受理提前移出的申请","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decideBy","type":"string","doc":"last day to decide, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousEarlyRemovalApplied: {"type":"record","name":"SeriousEarlyRemovalApplied","namespace":"mingjian.credit_lists","doc":"申请提前移出严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documents","type":{"type":"array","items":"string"},"doc":"申请书、守信承诺书、履行义务的材料"},{"name":"appliedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"acceptBy","type":"string","doc":"last day to accept or not, YYYY-MM-DD"}]},
  SeriousEarlyRemovalDeclined: {"type":"record","name":"SeriousEarlyRemovalDeclined","namespace":"mingjian.credit_lists","doc":"不予受理提前移出的申请","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousEarlyRemovalRefused: {"type":"record","name":"SeriousEarlyRemovalRefused","namespace":"mingjian.credit_lists","doc":"不予提前移出","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousListingConsented: {"type":"record","name":"SeriousListingConsented","namespace":"mingjian.credit_lists","doc":"上一级市场监督管理部门同意列入","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"by","type":"string","doc":"上一级市场监督管理部门"},{"name":"consentNo","type":"string","doc":"number of its document"},{"name":"consentedOn","type":"string","doc":"YYYY-MM-DD"}]},
  SeriousListingDropped: {"type":"record","name":"SeriousListingDropped","namespace":"mingjian.credit_lists","doc":"决定不予列入严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string","doc":"may name persons"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousListingNotified: {"type":"record","name":"SeriousListingNotified","namespace":"mingjian.credit_lists","doc":"拟列入严重违法失信名单的告知: facts, grounds and rights before the decision","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"facts","type":"string","doc":"may name persons"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"notifiedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"statementBy","type":"string","doc":"last day for a statement or to ask for a hearing, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousListingStatementReceived: {"type":"record","name":"SeriousListingStatementReceived","namespace":"mingjian.credit_lists","doc":"收到陈述、申辩","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"statement","type":"string","doc":"may name persons"},{"name":"receivedOn","type":"string","doc":"YYYY-MM-DD"}]},
  SeriousViolationListed: {"type":"record","name":"SeriousViolationListed","namespace":"mingjian.credit_lists","doc":"列入严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"reason","type":"string","doc":"列入事由; names no person"},{"name":"authority","type":"string","doc":"作出决定机关"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"measures","type":{"type":"array","items":"string"},"doc":"惩戒措施提示"},{"name":"removal","type":"string","doc":"移出条件和程序"},{"name":"publishBy","type":"string","doc":"last day to publish, YYYY-MM-DD"},{"name":"restrictedUntil","type":["null","string"],"doc":"end of a statutory restriction, YYYY-MM-DD","default":null},{"name":"termEnds","type":"string","doc":"last day on the list, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousViolationReinstated: {"type":"record","name":"SeriousViolationReinstated","namespace":"mingjian.credit_lists","doc":"撤销提前移出的决定，恢复列入: the term begins anew","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"reason","type":"string"},{"name":"authority","type":"string","doc":"作出决定机关"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"measures","type":{"type":"array","items":"string"},"doc":"惩戒措施提示"},{"name":"removal","type":"string","doc":"移出条件和程序"},{"name":"termEnds","type":"string","doc":"last day on the list, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousViolationRemoved: {"type":"record","name":"SeriousViolationRemoved","namespace":"mingjian.credit_lists","doc":"移出严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"manner","type":"string","doc":"term, early or cure"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"stopBy","type":"string","doc":"last day to stop publicity and measures, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeriousViolationRescinded: {"type":"record","name":"SeriousViolationRescinded","namespace":"mingjian.credit_lists","doc":"撤销列入严重违法失信名单的决定: what it rested on has fallen","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"stopBy","type":"string","doc":"last day to stop publicity and measures, YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  VerificationLetterReturned: {"type":"record","name":"VerificationLetterReturned","namespace":"mingjian.credit_lists","doc":"专用信函无人签收","fields":[{"name":"letter","type":"string"},{"name":"returnedOn","type":"string","doc":"YYYY-MM-DD"}]},
  VerificationLetterSent: {"type":"record","name":"VerificationLetterSent","namespace":"mingjian.credit_lists","doc":"邮寄专用信函 to the registered address","fields":[{"name":"letter","type":"string","doc":"number of the letter"},{"name":"address","type":"string","doc":"registered address that day"},{"name":"sentOn","type":"string","doc":"YYYY-MM-DD"}]},
  VerificationLetterSigned: {"type":"record","name":"VerificationLetterSigned","namespace":"mingjian.credit_lists","doc":"专用信函有人签收","fields":[{"name":"letter","type":"string"},{"name":"signedOn","type":"string","doc":"YYYY-MM-DD"}]},
  AnnualReportCorrected: {"type":"record","name":"AnnualReportCorrected","namespace":"mingjian.disclosure","doc":"年度报告更正: both versions stay visible (条例第十二条)","fields":[{"name":"year","type":"int"},{"name":"correctedOn","type":"string","doc":"更正日, YYYY-MM-DD"},{"name":"report","type":{"type":"record","name":"ReportedItems","namespace":"mingjian.disclosure","doc":"The content of an annual report 年度报告: groups one to six are public, group seven as the enterprise chooses (条例第九条)","fields":[{"name":"address","type":["null","string"],"doc":"group 1, 通信地址","default":null},{"name":"postcode","type":["null","string"],"doc":"group 1","default":null},{"name":"phone","type":["null","string"],"doc":"group 1","default":null},{"name":"email","type":["null","string"],"doc":"group 1","default":null},{"name":"operating","type":["null","boolean"],"doc":"group 2: 开业 true, 歇业 or 清算 false","default":null},{"name":"investments","type":["null",{"type":"array","items":"string"}],"doc":"group 3, 对外投资","default":null},{"name":"paidInWan","type":["null","double"],"doc":"group 4, 实缴出资额, 万元","default":null},{"name":"equityChange","type":["null","boolean"],"doc":"group 5, 股权变更","default":null},{"name":"hasWebsite","type":["null","boolean"],"doc":"group 6","default":null},{"name":"websites","type":["null",{"type":"array","items":"string"}],"doc":"group 6, names and addresses","default":null},{"name":"employees","type":["null","int"],"doc":"group 7","default":null},{"name":"employeesPublic","type":"boolean"},{"name":"insured","type":["null","int"],"doc":"group 7, 参保人数","default":null},{"name":"assetsYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"liabilitiesYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"revenueYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"profitYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"taxYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"guarantees","type":["null","int"],"doc":"group 7, 对外担保","default":null},{"name":"figuresPublic","type":"boolean"}]}},{"name":"changed","type":{"type":"array","items":"string"}}]},
  AnnualReportMissed: {"type":"record","name":"AnnualReportMissed","namespace":"mingjian.disclosure","doc":"未按期公示年度报告: the window closed without it","fields":[{"name":"year","type":"int"},{"name":"windowEnd","type":"string","doc":"last day of the window, YYYY-MM-DD"},{"name":"typeCode","type":"string","doc":"kind of entity, which decides between list and mark"},{"name":"authority","type":"string"}]},
  AnnualReportRecordsBegan: {"type":"record","name":"AnnualReportRecordsBegan","namespace":"mingjian.disclosure","doc":"The first report year from which this platform judges obligations","fields":[{"name":"year","type":"int"}]},
  AnnualReportSubmitted: {"type":"record","name":"AnnualReportSubmitted","namespace":"mingjian.disclosure","doc":"年度报告报送并公示","fields":[{"name":"year","type":"int"},{"name":"filedOn","type":"string","doc":"报送并公示日, YYYY-MM-DD"},{"name":"late","type":"boolean","doc":"after 30 June of the following year"},{"name":"report","type":{"type":"record","name":"ReportedItems","namespace":"mingjian.disclosure","doc":"The content of an annual report 年度报告: groups one to six are public, group seven as the enterprise chooses (条例第九条)","fields":[{"name":"address","type":["null","string"],"doc":"group 1, 通信地址","default":null},{"name":"postcode","type":["null","string"],"doc":"group 1","default":null},{"name":"phone","type":["null","string"],"doc":"group 1","default":null},{"name":"email","type":["null","string"],"doc":"group 1","default":null},{"name":"operating","type":["null","boolean"],"doc":"group 2: 开业 true, 歇业 or 清算 false","default":null},{"name":"investments","type":["null",{"type":"array","items":"string"}],"doc":"group 3, 对外投资","default":null},{"name":"paidInWan","type":["null","double"],"doc":"group 4, 实缴出资额, 万元","default":null},{"name":"equityChange","type":["null","boolean"],"doc":"group 5, 股权变更","default":null},{"name":"hasWebsite","type":["null","boolean"],"doc":"group 6","default":null},{"name":"websites","type":["null",{"type":"array","items":"string"}],"doc":"group 6, names and addresses","default":null},{"name":"employees","type":["null","int"],"doc":"group 7","default":null},{"name":"employeesPublic","type":"boolean"},{"name":"insured","type":["null","int"],"doc":"group 7, 参保人数","default":null},{"name":"assetsYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"liabilitiesYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"revenueYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"profitYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"taxYuan","type":["null","double"],"doc":"group 7","default":null},{"name":"guarantees","type":["null","int"],"doc":"group 7, 对外担保","default":null},{"name":"figuresPublic","type":"boolean"}]}}]},
  DisclosureOrderExpired: {"type":"record","name":"DisclosureOrderExpired","namespace":"mingjian.disclosure","doc":"责令公示的期限届满仍未履行","fields":[{"name":"order","type":"int","doc":"counted within the enterprise's orders, from 1"},{"name":"demand","type":"string","doc":"publish or correct"},{"name":"expiredOn","type":"string","doc":"day on which the term was full, YYYY-MM-DD"}]},
  DisclosureOrderPerformed: {"type":"record","name":"DisclosureOrderPerformed","namespace":"mingjian.disclosure","doc":"履行责令公示的义务","fields":[{"name":"order","type":"int","doc":"counted within the enterprise's orders, from 1"},{"name":"demand","type":"string","doc":"publish or correct"},{"name":"performedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"late","type":"boolean","doc":"after its last day"}]},
  DisclosureOrdered: {"type":"record","name":"DisclosureOrdered","namespace":"mingjian.disclosure","doc":"责令限期公示 or 责令更正","fields":[{"name":"order","type":"int","doc":"counted within the enterprise's orders, from 1"},{"name":"demand","type":"string","doc":"publish or correct"},{"name":"information","type":"string","doc":"which information"},{"name":"reportYear","type":["null","int"],"doc":"where it is an annual report's","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"servedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"performBy","type":"string","doc":"last day to obey, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  CaseClosed: {"type":"record","name":"CaseClosed","namespace":"mingjian.enforcement","doc":"结案","fields":[{"name":"result","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CaseDecided: {"type":"record","name":"CaseDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"decision","type":"string","doc":"处罚决定书文号"},{"name":"uscc","type":"string"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"violation","type":"string"},{"name":"facts","type":"string","doc":"may name persons"},{"name":"penaltyBasis","type":"string","doc":"处罚依据"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"restrictionYears","type":"int","doc":"years of a restriction of operation or employment, 0 for none"},{"name":"benchmark","type":["null","string"],"doc":"裁量基准 by its id","default":null},{"name":"band","type":["null","string"],"doc":"裁量阶次: 减轻、从轻、一般、从重","default":null},{"name":"heavier","type":"boolean","doc":"the fine lies in the band 从重"},{"name":"factors","type":{"type":"array","items":"string"},"doc":"裁量情节"},{"name":"departure","type":["null","string"],"doc":"why the fine departs from the band, decided collectively","default":null},{"name":"actEndedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decidedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"seriousArticle","type":["null","string"],"doc":"article of the rule on the list of serious violations under which the party is to be listed with the penalty","default":null},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  CaseDismissed: {"type":"record","name":"CaseDismissed","namespace":"mingjian.enforcement","doc":"违法事实不能成立，撤销案件","fields":[{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CaseFiled: {"type":"record","name":"CaseFiled","namespace":"mingjian.enforcement","doc":"立案","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"discoveredOn","type":"string","doc":"违法行为被发现之日, YYYY-MM-DD"},{"name":"actEndedOn","type":"string","doc":"违法行为终了之日, YYYY-MM-DD"},{"name":"grounds","type":"string","doc":"初步证据和立案理由"},{"name":"approvedBy","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  CaseOpened: {"type":"record","name":"CaseOpened","namespace":"mingjian.enforcement","doc":"案源登记: a lead has been received; internal, as every event of a case is","fields":[{"name":"uscc","type":"string","doc":"当事人"},{"name":"authority","type":"string","doc":"办案机关"},{"name":"source","type":"string","doc":"监督检查、投诉举报、移送、上级交办…"},{"name":"sourceRef","type":["null","string"],"doc":"the complaint, visit or document that it comes from","default":null},{"name":"violation","type":"string","doc":"涉嫌违法行为类型"},{"name":"receivedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  CasePerformed: {"type":"record","name":"CasePerformed","namespace":"mingjian.enforcement","doc":"行政处罚决定履行完毕","fields":[{"name":"documentNo","type":"string"},{"name":"uscc","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CaseReferred: {"type":"record","name":"CaseReferred","namespace":"mingjian.enforcement","doc":"向公安机关移送涉嫌犯罪案件","fields":[{"name":"police","type":"string"},{"name":"transferredAt","type":"string","doc":"YYYY-MM-DDTHH:MM in Asia/Shanghai"},{"name":"late","type":"boolean","doc":"more than 24 hours after the approval"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CaseTerminated: {"type":"record","name":"CaseTerminated","namespace":"mingjian.enforcement","doc":"终止调查","fields":[{"name":"ground","type":"string"},{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CollectiveDiscussionHeld: {"type":"record","name":"CollectiveDiscussionHeld","namespace":"mingjian.enforcement","doc":"负责人集体讨论","fields":[{"name":"members","type":{"type":"array","items":"string"}},{"name":"about","type":"string","doc":"处罚决定 or 延长办案期限"},{"name":"conclusion","type":"string"}]},
  ComplaintAccepted: {"type":"record","name":"ComplaintAccepted","namespace":"mingjian.enforcement","doc":"受理投诉","fields":[{"name":"uscc","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ComplaintDeclined: {"type":"record","name":"ComplaintDeclined","namespace":"mingjian.enforcement","doc":"不予受理投诉","fields":[{"name":"ground","type":"string"},{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ComplaintMerged: {"type":"record","name":"ComplaintMerged","namespace":"mingjian.enforcement","doc":"同一事项重复投诉举报，合并处理","fields":[{"name":"into","type":"string","doc":"the earlier one"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ComplaintReceived: {"type":"record","name":"ComplaintReceived","namespace":"mingjian.enforcement","doc":"收到投诉或者举报; internal, as everything about it is","fields":[{"name":"kind","type":"string","doc":"投诉: a consumer dispute to mediate; 举报: a violation to verify"},{"name":"uscc","type":"string","doc":"被投诉举报人"},{"name":"authority","type":"string"},{"name":"reporterRef","type":"string","doc":"who it is, as the confidential register of reporters names them: no name, no telephone"},{"name":"named","type":"boolean","doc":"实名"},{"name":"channel","type":"string","doc":"12315平台、电话、信函、走访…"},{"name":"matter","type":"string"},{"name":"violation","type":"string","doc":"涉嫌违法行为类型"},{"name":"knewOn","type":["null","string"],"doc":"知道或者应当知道权益受到侵害之日, YYYY-MM-DD","default":null},{"name":"purpose","type":["null","string"],"doc":"生活消费 or 非生活消费","default":null},{"name":"receivedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  ComplaintTransferred: {"type":"record","name":"ComplaintTransferred","namespace":"mingjian.enforcement","doc":"移送有处理权限的机关","fields":[{"name":"to","type":"string"},{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ComplaintWithdrawn: {"type":"record","name":"ComplaintWithdrawn","namespace":"mingjian.enforcement","doc":"撤回投诉","fields":[{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CorrectionConfirmed: {"type":"record","name":"CorrectionConfirmed","namespace":"mingjian.enforcement","doc":"改正情况复查: the order has been followed","fields":[{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CorrectionFoundLacking: {"type":"record","name":"CorrectionFoundLacking","namespace":"mingjian.enforcement","doc":"逾期未改正或者改正不到位","fields":[{"name":"finding","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  CorrectionOrdered: {"type":"record","name":"CorrectionOrdered","namespace":"mingjian.enforcement","doc":"责令改正","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"what","type":"string"},{"name":"correctBy","type":"string","doc":"YYYY-MM-DD"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  CrimeSuspected: {"type":"record","name":"CrimeSuspected","namespace":"mingjian.enforcement","doc":"发现涉嫌犯罪，提出移送的书面报告","fields":[{"name":"crime","type":"string"},{"name":"report","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  DecisionContested: {"type":"record","name":"DecisionContested","namespace":"mingjian.enforcement","doc":"申请行政复议或者提起行政诉讼","fields":[{"name":"forum","type":"string","doc":"reconsideration or court"},{"name":"body","type":"string","doc":"复议机关 or 人民法院"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  DecisionOverturned: {"type":"record","name":"DecisionOverturned","namespace":"mingjian.enforcement","doc":"处罚决定被变更、撤销、确认违法或者确认无效","fields":[{"name":"uscc","type":"string"},{"name":"documentNo","type":"string","doc":"of the penalty"},{"name":"outcome","type":"string","doc":"changed, revoked, unlawful or invalid"},{"name":"by","type":"string","doc":"reconsideration, court or authority"},{"name":"body","type":"string"},{"name":"overturningNo","type":"string","doc":"number of the document that overturned it"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类 after a change, none otherwise"},{"name":"fineYuan","type":"double","doc":"after a change"},{"name":"confiscatedYuan","type":"double","doc":"after a change"},{"name":"payBy","type":"string","doc":"YYYY-MM-DD after a change, empty otherwise"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  DecisionServed: {"type":"record","name":"DecisionServed","namespace":"mingjian.enforcement","doc":"送达处罚决定书","fields":[{"name":"way","type":"string","doc":"直接、留置、邮寄、委托、转交、电子、公告送达"},{"name":"servedOn","type":"string","doc":"the day on which it counts as served, YYYY-MM-DD"},{"name":"receiptSha256","type":["null","string"],"doc":"送达回证","default":null},{"name":"late","type":"boolean","doc":"served after the term of seven days"},{"name":"payBy","type":"string","doc":"YYYY-MM-DD"},{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  DecisionTermExtended: {"type":"record","name":"DecisionTermExtended","namespace":"mingjian.enforcement","doc":"延长办案期限","fields":[{"name":"by","type":"string","doc":"负责人 or 集体讨论"},{"name":"days","type":"int","doc":"calendar days"},{"name":"reason","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  DecisionUpheld: {"type":"record","name":"DecisionUpheld","namespace":"mingjian.enforcement","doc":"复议或者诉讼未改变处罚决定","fields":[{"name":"body","type":"string"},{"name":"documentNo","type":"string","doc":"of the outcome"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  DirectedCheckProposed: {"type":"record","name":"DirectedCheckProposed","namespace":"mingjian.enforcement","doc":"建议定向检查: a lead that asks for a check, not yet for a case","fields":[{"name":"uscc","type":"string"},{"name":"violation","type":"string"},{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  EnforcementApplied: {"type":"record","name":"EnforcementApplied","namespace":"mingjian.enforcement","doc":"申请人民法院强制执行","fields":[{"name":"court","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  EnforcementConcluded: {"type":"record","name":"EnforcementConcluded","namespace":"mingjian.enforcement","doc":"强制执行终结","fields":[{"name":"outcome","type":"string"},{"name":"performed","type":"boolean"}]},
  EnterpriseReported: {"type":"record","name":"EnterpriseReported","namespace":"mingjian.enforcement","doc":"有权处理的投诉举报: counted for the enterprise that it is about, without who made it","fields":[{"name":"complaintId","type":"string"},{"name":"kind","type":"string","doc":"投诉 or 举报"}]},
  EvidenceCollected: {"type":"record","name":"EvidenceCollected","namespace":"mingjian.enforcement","doc":"收集证据","fields":[{"name":"kind","type":"string","doc":"书证、物证、视听资料、电子数据、证人证言、当事人的陈述、鉴定意见、勘验笔录、现场笔录"},{"name":"sha256","type":"string","doc":"of the file kept as an attachment, hex"},{"name":"description","type":"string"},{"name":"place","type":"string"},{"name":"takenAt","type":"string","doc":"YYYY-MM-DDTHH:MM in Asia/Shanghai"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"}]},
  EvidencePreregistered: {"type":"record","name":"EvidencePreregistered","namespace":"mingjian.enforcement","doc":"先行登记保存","fields":[{"name":"item","type":"string"},{"name":"place","type":"string"},{"name":"approvedBy","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  FilingDeclined: {"type":"record","name":"FilingDeclined","namespace":"mingjian.enforcement","doc":"不予立案","fields":[{"name":"reason","type":"string"},{"name":"approvedBy","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  FilingOutcomeNoted: {"type":"record","name":"FilingOutcomeNoted","namespace":"mingjian.enforcement","doc":"核查结果: whether a case was filed","fields":[{"name":"caseId","type":"string"},{"name":"filed","type":"boolean"},{"name":"decidedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  FilingTermExtended: {"type":"record","name":"FilingTermExtended","namespace":"mingjian.enforcement","doc":"经批准延长核查期限","fields":[{"name":"reason","type":"string"},{"name":"approvedBy","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  HearingArranged: {"type":"record","name":"HearingArranged","namespace":"mingjian.enforcement","doc":"通知听证的时间、地点","fields":[{"name":"hearingOn","type":"string","doc":"YYYY-MM-DD"},{"name":"place","type":"string"},{"name":"chair","type":"string","doc":"听证主持人, not of those who investigated"},{"name":"openToPublic","type":"boolean"}]},
  HearingForgone: {"type":"record","name":"HearingForgone","namespace":"mingjian.enforcement","doc":"当事人放弃听证或者撤回听证要求","fields":[{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  HearingHeld: {"type":"record","name":"HearingHeld","namespace":"mingjian.enforcement","doc":"举行听证","fields":[{"name":"chair","type":"string"},{"name":"recordSha256","type":"string","doc":"听证笔录"},{"name":"excludedDays","type":"int","doc":"from the request to the hearing"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  HearingRequested: {"type":"record","name":"HearingRequested","namespace":"mingjian.enforcement","doc":"当事人要求听证","fields":[{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  InvestigationConcluded: {"type":"record","name":"InvestigationConcluded","namespace":"mingjian.enforcement","doc":"调查终结","fields":[{"name":"facts","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"proposal","type":"string","doc":"给予处罚、不予处罚、撤销案件"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"majorPublicInterest","type":"boolean","doc":"涉及重大公共利益"},{"name":"complex","type":"boolean","doc":"疑难复杂、涉及多个法律关系, or a grave violation"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"}]},
  LeadHandedOver: {"type":"record","name":"LeadHandedOver","namespace":"mingjian.enforcement","doc":"移送案源: what was complained of is verified as a possible violation","fields":[{"name":"uscc","type":"string"},{"name":"caseId","type":"string"},{"name":"violation","type":"string"},{"name":"receivedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  LegalReviewPassed: {"type":"record","name":"LegalReviewPassed","namespace":"mingjian.enforcement","doc":"法制审核同意","fields":[{"name":"reviewer","type":"string"},{"name":"opinion","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  LegalReviewRequested: {"type":"record","name":"LegalReviewRequested","namespace":"mingjian.enforcement","doc":"送交法制审核","fields":[{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  LegalReviewReturned: {"type":"record","name":"LegalReviewReturned","namespace":"mingjian.enforcement","doc":"法制审核提出纠正或者补充的意见","fields":[{"name":"reviewer","type":"string"},{"name":"opinion","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  MeasurePerformed: {"type":"record","name":"MeasurePerformed","namespace":"mingjian.enforcement","doc":"非金钱处罚执行完毕","fields":[{"name":"kind","type":"string","doc":"处罚种类"}]},
  MediationAgreed: {"type":"record","name":"MediationAgreed","namespace":"mingjian.enforcement","doc":"调解达成协议","fields":[{"name":"agreement","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  MediationTerminated: {"type":"record","name":"MediationTerminated","namespace":"mingjian.enforcement","doc":"终止调解","fields":[{"name":"ground","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  OfficerRecused: {"type":"record","name":"OfficerRecused","namespace":"mingjian.enforcement","doc":"回避: decided by the head of the authority; the investigation goes on meanwhile","fields":[{"name":"officer","type":"string"},{"name":"reason","type":"string"},{"name":"decidedBy","type":"string"}]},
  PaymentDeferred: {"type":"record","name":"PaymentDeferred","namespace":"mingjian.enforcement","doc":"暂缓或者分期缴纳罚款","fields":[{"name":"instalments","type":{"type":"array","items":{"type":"record","name":"Instalment","namespace":"mingjian.enforcement","doc":"分期缴纳的一期","fields":[{"name":"by","type":"string","doc":"YYYY-MM-DD"},{"name":"yuan","type":"double"}]}}},{"name":"reason","type":"string"},{"name":"approvedBy","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  PaymentReceived: {"type":"record","name":"PaymentReceived","namespace":"mingjian.enforcement","doc":"收缴罚没款","fields":[{"name":"receiptNo","type":"string","doc":"票据号"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"surchargeYuan","type":"double","doc":"加处罚款"}]},
  PenaltyDecided: {"type":"record","name":"PenaltyDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"facts","type":["null","string"],"doc":"违法事实; may name persons, never public as it stands","default":null},{"name":"basis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"authority","type":"string"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"caseId","type":["null","string"],"doc":"the case that led to it; none for a decision of another system","default":null},{"name":"actEndedOn","type":["null","string"],"doc":"违法行为终了之日, YYYY-MM-DD","default":null},{"name":"heavier","type":"boolean","doc":"依照裁量基准从重处罚","default":false},{"name":"restrictionYears","type":"int","doc":"years of a restriction of operation or employment, 0 for none","default":0},{"name":"performed","type":"boolean","doc":"performed already when it was recorded","default":false},{"name":"seriousArticle","type":["null","string"],"doc":"article of the rule on the list of serious violations under which the party is to be listed with the penalty","default":null}]},
  PenaltyOverturned: {"type":"record","name":"PenaltyOverturned","namespace":"mingjian.enforcement","doc":"行政处罚决定被变更、撤销、确认违法或者确认无效","fields":[{"name":"documentNo","type":"string","doc":"of the penalty"},{"name":"outcome","type":"string","doc":"changed, revoked, unlawful or invalid"},{"name":"by","type":"string","doc":"reconsideration, court or authority"},{"name":"body","type":"string","doc":"复议机关、人民法院或者行政机关"},{"name":"overturningNo","type":"string","doc":"number of the document that overturned it"},{"name":"decidedOn","type":"string","doc":"YYYY-MM-DD"}]},
  PenaltyPerformed: {"type":"record","name":"PenaltyPerformed","namespace":"mingjian.enforcement","doc":"行政处罚履行完毕: everything that a decision asks for has been done, surcharge included","fields":[{"name":"documentNo","type":"string"},{"name":"performedOn","type":"string","doc":"YYYY-MM-DD"}]},
  PenaltyPublicised: {"type":"record","name":"PenaltyPublicised","namespace":"mingjian.enforcement","doc":"处罚信息公示: all that the public sees of a decision, redacted","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"summary","type":"string","doc":"摘要"},{"name":"penaltyBasis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"authority","type":"string","doc":"处罚机关"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"from","type":"string","doc":"first day of publicity, YYYY-MM-DD"},{"name":"until","type":"string","doc":"last day of publicity, YYYY-MM-DD"},{"name":"dishonesty","type":["null","string"],"doc":"失信等级: 轻微, 一般 or 严重","default":null},{"name":"remedy","type":["null",{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}],"doc":"of the penalty decision","default":null},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  PenaltyPublicityEnded: {"type":"record","name":"PenaltyPublicityEnded","namespace":"mingjian.enforcement","doc":"停止公示行政处罚信息","fields":[{"name":"documentNo","type":"string"},{"name":"because","type":"string","doc":"term-over, restoration or objection"},{"name":"endedOn","type":"string","doc":"first day without publicity, YYYY-MM-DD"}]},
  PenaltyPublicityWithdrawn: {"type":"record","name":"PenaltyPublicityWithdrawn","namespace":"mingjian.enforcement","doc":"撤回行政处罚信息的公示: the decision was changed or did not stand","fields":[{"name":"documentNo","type":"string"},{"name":"outcome","type":"string","doc":"what became of the decision: revoked, changed, unlawful or invalid"},{"name":"overturnedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"withdrawnOn","type":"string","doc":"YYYY-MM-DD"}]},
  PenaltyWaived: {"type":"record","name":"PenaltyWaived","namespace":"mingjian.enforcement","doc":"不予行政处罚决定","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"ground","type":"string","doc":"轻微不罚、首违不罚、无主观过错、逾追诉时效"},{"name":"reason","type":"string"},{"name":"education","type":"string","doc":"对当事人的教育"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  PerformanceUrged: {"type":"record","name":"PerformanceUrged","namespace":"mingjian.enforcement","doc":"催告履行","fields":[{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  PoliceDeclinedCase: {"type":"record","name":"PoliceDeclinedCase","namespace":"mingjian.enforcement","doc":"公安机关决定不予立案，退回案卷材料","fields":[{"name":"documentNo","type":"string"},{"name":"reason","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  PoliceFiledCase: {"type":"record","name":"PoliceFiledCase","namespace":"mingjian.enforcement","doc":"公安机关决定立案","fields":[{"name":"documentNo","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  PoliceRefusalChallenged: {"type":"record","name":"PoliceRefusalChallenged","namespace":"mingjian.enforcement","doc":"提请公安机关复议或者建议检察机关立案监督","fields":[{"name":"to","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  PreregisteredEvidenceDisposed: {"type":"record","name":"PreregisteredEvidenceDisposed","namespace":"mingjian.enforcement","doc":"对先行登记保存的证据作出处理决定","fields":[{"name":"item","type":"string"},{"name":"disposal","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  PriorNoticeServed: {"type":"record","name":"PriorNoticeServed","namespace":"mingjian.enforcement","doc":"行政处罚告知","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"facts","type":"string"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"hearingOffered","type":"boolean","doc":"告知有权要求听证"},{"name":"answerBy","type":"string","doc":"last day to state, defend or ask for a hearing, YYYY-MM-DD"},{"name":"uscc","type":["null","string"],"doc":"当事人","default":null},{"name":"seriousArticle","type":["null","string"],"doc":"article of the rule on the list of serious violations under which the party is to be listed with the penalty","default":null},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  ProcessRecorded: {"type":"record","name":"ProcessRecorded","namespace":"mingjian.enforcement","doc":"行政处罚全过程记录","fields":[{"name":"step","type":"string","doc":"启动、调查取证、审核、决定、送达、执行"},{"name":"medium","type":"string","doc":"文字 or 音像"},{"name":"sha256","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"}]},
  ReferralApproved: {"type":"record","name":"ReferralApproved","namespace":"mingjian.enforcement","doc":"批准移送涉嫌犯罪案件","fields":[{"name":"approvedBy","type":"string"},{"name":"approvedAt","type":"string","doc":"YYYY-MM-DDTHH:MM in Asia/Shanghai"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ReferralDeclined: {"type":"record","name":"ReferralDeclined","namespace":"mingjian.enforcement","doc":"不批准移送，理由记录在案","fields":[{"name":"decidedBy","type":"string"},{"name":"reason","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  ReporterInformed: {"type":"record","name":"ReporterInformed","namespace":"mingjian.enforcement","doc":"告知实名举报人是否立案","fields":[{"name":"way","type":"string"},{"name":"late","type":"boolean"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  RewardDeclined: {"type":"record","name":"RewardDeclined","namespace":"mingjian.enforcement","doc":"不予奖励","fields":[{"name":"reason","type":"string"}]},
  RewardGranted: {"type":"record","name":"RewardGranted","namespace":"mingjian.enforcement","doc":"举报奖励决定","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"grade","type":"int","doc":"1 to 3"},{"name":"penaltyAndConfiscationYuan","type":"double"},{"name":"yuan","type":"double"},{"name":"financeConsentNo","type":["null","string"],"doc":"会商财政部门的文号, from 500,000 yuan on","default":null},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  SeizedPropertyHandedOver: {"type":"record","name":"SeizedPropertyHandedOver","namespace":"mingjian.enforcement","doc":"向公安机关移交涉案物品","fields":[{"name":"property","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  StatementHeard: {"type":"record","name":"StatementHeard","namespace":"mingjian.enforcement","doc":"听取陈述、申辩","fields":[{"name":"statement","type":"string"},{"name":"adopted","type":"boolean","doc":"成立，予以采纳"},{"name":"answer","type":"string","doc":"复核意见"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  TerminationInformed: {"type":"record","name":"TerminationInformed","namespace":"mingjian.enforcement","doc":"告知终止调解","fields":[{"name":"way","type":"string"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  TimeExcluded: {"type":"record","name":"TimeExcluded","namespace":"mingjian.enforcement","doc":"检测、检验、检疫、鉴定、公告、中止等时间不计入办案期限","fields":[{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"last day, YYYY-MM-DD"},{"name":"days","type":"int","doc":"working days while a lead is verified, calendar days after filing"},{"name":"reason","type":"string"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]},
  DrawAudited: {"type":"record","name":"DrawAudited","namespace":"mingjian.inspection","doc":"How probable it is that chance alone picks as this draw did","fields":[{"name":"tests","type":{"type":"array","items":{"type":"record","name":"ChanceTest","fields":[{"name":"dimension","type":{"type":"enum","name":"AuditDimension","symbols":["district","industry","size","inspector"]}},{"name":"statistic","type":"double","doc":"chi-square"},{"name":"degrees","type":"int"},{"name":"probability","type":"double","doc":"of a statistic as high or higher"}]}}},{"name":"level","type":"double","doc":"below it a test is flagged"},{"name":"improbable","type":"boolean"}]},
  DrawCommitted: {"type":"record","name":"DrawCommitted","namespace":"mingjian.inspection","doc":"The frozen population and roster of a draw, and the officials' commitments, before any randomness exists","fields":[{"name":"plan","type":"string","doc":"the plan, RFC 8785 JSON"},{"name":"rehearsal","type":"boolean","doc":"演练"},{"name":"logPosition","type":"long","doc":"the position as of which the population was frozen"},{"name":"populationSize","type":"int"},{"name":"populationRoot","type":"string"},{"name":"perStratum","type":{"type":"map","values":"int"}},{"name":"rosterSize","type":"int"},{"name":"rosterRoot","type":"string"},{"name":"commitments","type":{"type":"array","items":{"type":"record","name":"Commitment","fields":[{"name":"official","type":"string"},{"name":"sha256","type":"string"}]}}}]},
  DrawConducted: {"type":"record","name":"DrawConducted","namespace":"mingjian.inspection","doc":"抽取结果","fields":[{"name":"selected","type":"int"},{"name":"byFloor","type":"int","doc":"of these, added to reach the floor"},{"name":"unassigned","type":"int"},{"name":"proofSha256","type":"string","doc":"the proof file among the attachments"},{"name":"coverage","type":["null",{"type":"record","name":"Coverage","namespace":"mingjian.inspection","doc":"Of the enterprises of an authority that filed last year's report, how many have been drawn this year","fields":[{"name":"year","type":"int"},{"name":"reports","type":"int","doc":"living enterprises with last year's report: what the floor of 3 % is counted of"},{"name":"before","type":"int","doc":"of these, drawn this year before this draw"},{"name":"after","type":"int","doc":"and with it; planned until it has been run"}]}],"default":null},{"name":"repeats","type":"int","default":0,"doc":"of those selected, drawn before this year"}]},
  DrawNonceCommitted: {"type":"record","name":"DrawNonceCommitted","namespace":"mingjian.inspection","doc":"An official of the draw promises a nonce by its SHA-256","fields":[{"name":"official","type":"string"},{"name":"sha256","type":"string"}]},
  DrawNonceRevealed: {"type":"record","name":"DrawNonceRevealed","namespace":"mingjian.inspection","doc":"An official discloses the nonce that was promised","fields":[{"name":"official","type":"string"},{"name":"nonce","type":"string"}]},
  DrawOpened: {"type":"record","name":"DrawOpened","namespace":"mingjian.inspection","doc":"A draw begins: its plan can't change any more, population and roster are frozen","fields":[{"name":"plan","type":"string","doc":"the plan as it is followed, RFC 8785 JSON"},{"name":"planSha256","type":"string","doc":"of PLAN.json as it was given, in canonical form"},{"name":"logPosition","type":"long","doc":"the position as of which the population was frozen"},{"name":"populationSize","type":"int"},{"name":"populationRoot","type":"string"},{"name":"perStratum","type":{"type":"map","values":"int"}},{"name":"rosterSize","type":"int"},{"name":"rosterRoot","type":"string"},{"name":"frozenSha256","type":"string","doc":"both libraries as frozen, among the attachments; not public"},{"name":"coverage","type":{"type":"record","name":"Coverage","namespace":"mingjian.inspection","doc":"Of the enterprises of an authority that filed last year's report, how many have been drawn this year","fields":[{"name":"year","type":"int"},{"name":"reports","type":"int","doc":"living enterprises with last year's report: what the floor of 3 % is counted of"},{"name":"before","type":"int","doc":"of these, drawn this year before this draw"},{"name":"after","type":"int","doc":"and with it; planned until it has been run"}]}},{"name":"warnings","type":{"type":"array","items":"string"}}]},
  DrawRevealFailed: {"type":"record","name":"DrawRevealFailed","namespace":"mingjian.inspection","doc":"A nonce that is not the one promised: recorded, and the draw stands still","fields":[{"name":"official","type":"string"},{"name":"nonce","type":"string","doc":"what was shown instead"}]},
  DrawSeeded: {"type":"record","name":"DrawSeeded","namespace":"mingjian.inspection","doc":"The reveals, the public value and the seed that follows from them","fields":[{"name":"reveals","type":{"type":"array","items":{"type":"record","name":"Reveal","fields":[{"name":"official","type":"string"},{"name":"nonce","type":"string"}]}}},{"name":"publicSource","type":"string"},{"name":"publicValue","type":"string"},{"name":"seed","type":"string"},{"name":"witness","type":["null","string"],"default":null,"doc":"who saw the public value come out"}]},
  DrawVoided: {"type":"record","name":"DrawVoided","namespace":"mingjian.inspection","doc":"抽取作废: this draw leads to no inspection, and stays in sight for ever","fields":[{"name":"why","type":"string"},{"name":"stage","type":{"type":"enum","name":"DrawStage","symbols":["opened","committed","conducted"]}},{"name":"released","type":{"type":"array","items":{"type":"record","name":"ReleasedObject","fields":[{"name":"task","type":"string"},{"name":"uscc","type":"string"}]}},"doc":"drawn before, to be inspected no more"}]},
  InspectionFollowUpDecided: {"type":"record","name":"InspectionFollowUpDecided","namespace":"mingjian.inspection","doc":"后续处理: what follows from a result that has passed review","fields":[{"name":"followUp","type":"int","doc":"counted within the task"},{"name":"kind","type":{"type":"enum","name":"FollowUpKind","symbols":["order_disclosure","false_information","uncontactable","recheck","case","transfer"]}},{"name":"uscc","type":"string"},{"name":"itemNos","type":{"type":"array","items":"string"}},{"name":"facts","type":"string","doc":"names no person"},{"name":"violation","type":["null","string"],"doc":"涉嫌违法行为类型, of a case","default":null},{"name":"to","type":["null","string"],"doc":"department, of a transfer","default":null},{"name":"checkedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"correctBy","type":["null","string"],"doc":"YYYY-MM-DD","default":null},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"inspectors","type":{"type":"array","items":"string"}}]},
  InspectionItemChanged: {"type":"record","name":"InspectionItemChanged","namespace":"mingjian.inspection","doc":"随机抽查事项调整","fields":[{"name":"item","type":{"type":"record","name":"InspectionItem","namespace":"mingjian.inspection","doc":"抽查事项: what may be inspected at random, and on which basis","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"},"doc":"without one there is no check"},{"name":"subjects","type":"string","doc":"检查对象"},{"name":"content","type":"string","doc":"检查内容"},{"name":"method","type":"string","doc":"书面检查, 实地核查 or 网络监测"},{"name":"level","type":"string","doc":"检查层级"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"key","type":"boolean","doc":"重点检查事项: its ratio has no upper limit"},{"name":"ratioLimit","type":["null","string"],"doc":"exact share that an ordinary item may reach, 5/100","default":null},{"name":"timesAYear","type":["null","int"],"doc":"how often a year it may be checked on one enterprise","default":null},{"name":"specialities","type":{"type":"array","items":"string"},"doc":"asked of its inspectors"},{"name":"checklist","type":{"type":"array","items":"string"},"doc":"检查要点: what is looked at, point by point; its content alone where there is none","default":[]},{"name":"noticeBeforehand","type":"boolean","doc":"提前通知: the enterprise is told of the check before the visit","default":false}]}}]},
  InspectionItemListed: {"type":"record","name":"InspectionItemListed","namespace":"mingjian.inspection","doc":"列入随机抽查事项清单","fields":[{"name":"item","type":{"type":"record","name":"InspectionItem","namespace":"mingjian.inspection","doc":"抽查事项: what may be inspected at random, and on which basis","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"},"doc":"without one there is no check"},{"name":"subjects","type":"string","doc":"检查对象"},{"name":"content","type":"string","doc":"检查内容"},{"name":"method","type":"string","doc":"书面检查, 实地核查 or 网络监测"},{"name":"level","type":"string","doc":"检查层级"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"key","type":"boolean","doc":"重点检查事项: its ratio has no upper limit"},{"name":"ratioLimit","type":["null","string"],"doc":"exact share that an ordinary item may reach, 5/100","default":null},{"name":"timesAYear","type":["null","int"],"doc":"how often a year it may be checked on one enterprise","default":null},{"name":"specialities","type":{"type":"array","items":"string"},"doc":"asked of its inspectors"},{"name":"checklist","type":{"type":"array","items":"string"},"doc":"检查要点: what is looked at, point by point; its content alone where there is none","default":[]},{"name":"noticeBeforehand","type":"boolean","doc":"提前通知: the enterprise is told of the check before the visit","default":false}]}}]},
  InspectionItemRemoved: {"type":"record","name":"InspectionItemRemoved","namespace":"mingjian.inspection","doc":"移出随机抽查事项清单","fields":[{"name":"itemNo","type":"string"},{"name":"why","type":"string"}]},
  InspectionNoticeGiven: {"type":"record","name":"InspectionNoticeGiven","namespace":"mingjian.inspection","doc":"检查通知: the enterprise was told of the check beforehand","fields":[{"name":"decision","type":"string","doc":"number of the notice"},{"name":"uscc","type":"string"},{"name":"givenAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"manner","type":"string","doc":"how it was given"},{"name":"visitOn","type":"string","doc":"day of the check, YYYY-MM-DD"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of its document, hex","default":null}]},
  InspectionObjectEntered: {"type":"record","name":"InspectionObjectEntered","namespace":"mingjian.inspection","doc":"检查对象入库 beside the enterprise itself: a product, project or premises of it","fields":[{"name":"objectId","type":"string"},{"name":"kind","type":{"type":"enum","name":"ObjectKind","symbols":["product","project","premises"]}},{"name":"name","type":"string"},{"name":"note","type":"string"}]},
  InspectionObjectRemoved: {"type":"record","name":"InspectionObjectRemoved","namespace":"mingjian.inspection","doc":"检查对象出库","fields":[{"name":"objectId","type":"string"},{"name":"why","type":"string"}]},
  InspectionObjectsDrawn: {"type":"record","name":"InspectionObjectsDrawn","namespace":"mingjian.inspection","doc":"抽中对象: some of the objects of a draw in the order of their tickets, each a task","fields":[{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"objects","type":{"type":"array","items":{"type":"record","name":"DrawnObject","fields":[{"name":"task","type":"string"},{"name":"uscc","type":"string"},{"name":"inspectors","type":{"type":"array","items":"string"}},{"name":"unassigned","type":["null","string"],"doc":"why there are too few inspectors","default":null}]}}},{"name":"due","type":{"type":"array","items":{"type":"array","items":"string"}},"default":[],"doc":"of each object in turn, the items that are due; all of the plan where nothing is said"}]},
  InspectionPlanDrafted: {"type":"record","name":"InspectionPlanDrafted","namespace":"mingjian.inspection","doc":"年度抽查计划 drafted, or drafted anew","fields":[{"name":"year","type":"int"},{"name":"name","type":"string"},{"name":"tasks","type":{"type":"array","items":{"type":"record","name":"PlannedTask","namespace":"mingjian.inspection","doc":"计划任务 of an annual plan","fields":[{"name":"taskNo","type":"string"},{"name":"batch","type":"int","doc":"批次"},{"name":"name","type":"string"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"objects","type":"string","doc":"检查对象范围"},{"name":"directed","type":"boolean","doc":"定向"},{"name":"share","type":"string","doc":"抽查比例, exact"},{"name":"count","type":"int","doc":"抽查数量, as expected"},{"name":"method","type":"string"},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"lead","type":"string","doc":"牵头部门"},{"name":"partners","type":{"type":"array","items":"string"},"doc":"参与部门"}]}}}]},
  InspectionPlanPublished: {"type":"record","name":"InspectionPlanPublished","namespace":"mingjian.inspection","doc":"年度抽查计划公布","fields":[{"name":"year","type":"int"},{"name":"name","type":"string"},{"name":"decision","type":"string"},{"name":"filedWith","type":"string","doc":"上级机关备案"},{"name":"tasks","type":{"type":"array","items":{"type":"record","name":"PlannedTask","namespace":"mingjian.inspection","doc":"计划任务 of an annual plan","fields":[{"name":"taskNo","type":"string"},{"name":"batch","type":"int","doc":"批次"},{"name":"name","type":"string"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"objects","type":"string","doc":"检查对象范围"},{"name":"directed","type":"boolean","doc":"定向"},{"name":"share","type":"string","doc":"抽查比例, exact"},{"name":"count","type":"int","doc":"抽查数量, as expected"},{"name":"method","type":"string"},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"lead","type":"string","doc":"牵头部门"},{"name":"partners","type":{"type":"array","items":"string"},"doc":"参与部门"}]}}},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]},
  InspectionPlanReviewed: {"type":"record","name":"InspectionPlanReviewed","namespace":"mingjian.inspection","doc":"合法性审核 of an annual plan","fields":[{"name":"passed","type":"boolean"},{"name":"opinion","type":"string"}]},
  InspectionRatingsReleased: {"type":"record","name":"InspectionRatingsReleased","namespace":"mingjian.inspection","doc":"检查评价: ratings that waited for each other, in the order of their codes","fields":[{"name":"month","type":"string","doc":"YYYY-MM"},{"name":"ratings","type":{"type":"array","items":{"type":"record","name":"Rating","fields":[{"name":"codeSha256","type":"string"},{"name":"scores","type":{"type":"array","items":"int"},"doc":"规范, 公正, 效率, 廉洁: 1 to 5 each"}]}}}]},
  InspectionResultPublished: {"type":"record","name":"InspectionResultPublished","namespace":"mingjian.inspection","doc":"抽查检查结果公示","fields":[{"name":"task","type":"string"},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"kind","type":"string","doc":"random, recheck or directed"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"completedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"publishedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"publishBy","type":"string","doc":"last day to publish, YYYY-MM-DD"},{"name":"results","type":{"type":"array","items":"string"},"doc":"of the visit: of the eight"},{"name":"items","type":{"type":"array","items":{"type":"record","name":"CheckedItem","namespace":"mingjian.inspection","doc":"What the check of an item found","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"}},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"findings","type":{"type":"array","items":{"type":"record","name":"Finding","namespace":"mingjian.inspection","doc":"One of the eight results, and what it rests on","fields":[{"name":"result","type":"string","doc":"one of the eight"},{"name":"detail","type":"string","doc":"the facts; names no person; empty where nothing was found","default":""}]}}},{"name":"correctBy","type":["null","string"],"doc":"last day to put right what was found, YYYY-MM-DD","default":null}]}}},{"name":"enterpriseState","type":"string","doc":"企业状态 as found"}]},
  InspectionResultWithdrawn: {"type":"record","name":"InspectionResultWithdrawn","namespace":"mingjian.inspection","doc":"撤回公示: a published result was wrong","fields":[{"name":"task","type":"string"},{"name":"reason","type":"string"}]},
  InspectionTaskDrawn: {"type":"record","name":"InspectionTaskDrawn","namespace":"mingjian.inspection","doc":"An enterprise was drawn: it is to be inspected once for all items of the plan","fields":[{"name":"task","type":"string"},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"}]},
  InspectionTaskReleased: {"type":"record","name":"InspectionTaskReleased","namespace":"mingjian.inspection","doc":"What an enterprise was drawn for is not carried out: the draw is void","fields":[{"name":"task","type":"string"},{"name":"planId","type":"string"},{"name":"why","type":"string"}]},
  InspectorChanged: {"type":"record","name":"InspectorChanged","namespace":"mingjian.inspection","doc":"执法检查人员信息变更","fields":[{"name":"inspectorId","type":"string"},{"name":"department","type":"string"},{"name":"certificateNo","type":"string"},{"name":"validFrom","type":"string","doc":"执法证有效期自, YYYY-MM-DD"},{"name":"validUntil","type":"string","doc":"执法证有效期至, YYYY-MM-DD"},{"name":"specialities","type":{"type":"array","items":"string"}},{"name":"conflicts","type":{"type":"array","items":"string"},"doc":"申报回避: codes of enterprises"}]},
  InspectorConflictDeclared: {"type":"record","name":"InspectorConflictDeclared","namespace":"mingjian.inspection","doc":"申报回避","fields":[{"name":"uscc","type":"string"},{"name":"withdrawn","type":"boolean","doc":"the conflict is over"}]},
  InspectorEnrolled: {"type":"record","name":"InspectorEnrolled","namespace":"mingjian.inspection","doc":"执法检查人员入库","fields":[{"name":"inspectorId","type":"string"},{"name":"department","type":"string"},{"name":"certificateNo","type":"string"},{"name":"validFrom","type":"string","doc":"执法证有效期自, YYYY-MM-DD"},{"name":"validUntil","type":"string","doc":"执法证有效期至, YYYY-MM-DD"},{"name":"specialities","type":{"type":"array","items":"string"}},{"name":"conflicts","type":{"type":"array","items":"string"},"doc":"申报回避: codes of enterprises"}]},
  InspectorLeaveGranted: {"type":"record","name":"InspectorLeaveGranted","namespace":"mingjian.inspection","doc":"检查人员请假: away on these days","fields":[{"name":"from","type":"string"},{"name":"to","type":"string"}]},
  InspectorRemoved: {"type":"record","name":"InspectorRemoved","namespace":"mingjian.inspection","doc":"执法检查人员出库","fields":[{"name":"why","type":"string"}]},
  InspectorReplaced: {"type":"record","name":"InspectorReplaced","namespace":"mingjian.inspection","doc":"An inspector chosen by the draw can't go: the next in the order of the same seed goes instead","fields":[{"name":"task","type":"string"},{"name":"uscc","type":"string"},{"name":"inspector","type":"string"},{"name":"replacement","type":"string"},{"name":"reason","type":"string"},{"name":"proofSha256","type":"string","doc":"the proof file with this replacement, among the attachments"}]},
  RatingCodesPrepared: {"type":"record","name":"RatingCodesPrepared","namespace":"mingjian.inspection","doc":"评价码: who has one of these may rate a visit, once; nobody knows who has which","fields":[{"name":"hashes","type":{"type":"array","items":"string"},"doc":"SHA-256 of each code, hex, in their order"}]},
  TaskSlipIssued: {"type":"record","name":"TaskSlipIssued","namespace":"mingjian.inspection","doc":"检查任务单: who checks what at whom, on which basis; its code lets the enterprise see it","fields":[{"name":"decision","type":"string","doc":"number of the slip"},{"name":"code","type":"string","doc":"random; whoever has it may see the slip"},{"name":"uscc","type":"string"},{"name":"items","type":{"type":"array","items":{"type":"record","name":"SlipItem","namespace":"mingjian.inspection","doc":"An item on a task slip, as the list has it on that day","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"}},{"name":"content","type":"string"},{"name":"method","type":"string","doc":"书面检查, 实地核查 or 网络监测"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"checklist","type":{"type":"array","items":"string"},"doc":"检查要点"},{"name":"noticeBeforehand","type":"boolean","doc":"提前通知"}]}}},{"name":"team","type":{"type":"array","items":{"type":"record","name":"SlipOfficer","namespace":"mingjian.inspection","doc":"An officer on a task slip","fields":[{"name":"inspectorId","type":"string"},{"name":"department","type":"string"},{"name":"certificateNo","type":"string"},{"name":"validUntil","type":"string","doc":"YYYY-MM-DD"}]}}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of its document, hex","default":null}]},
  VisitAssigned: {"type":"record","name":"VisitAssigned","namespace":"mingjian.inspection","doc":"A drawn object becomes a task for its inspectors","fields":[{"name":"uscc","type":"string"},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"inspectors","type":{"type":"array","items":"string"}},{"name":"unassigned","type":["null","string"],"doc":"why there are too few inspectors","default":null},{"name":"kind","type":"string","doc":"random: drawn; recheck: whether what was ordered has been done; directed: because of a lead","default":"random"},{"name":"of","type":["null","string"],"doc":"task or complaint that it follows from","default":null}]},
  VisitCancelled: {"type":"record","name":"VisitCancelled","namespace":"mingjian.inspection","doc":"A task is not carried out","fields":[{"name":"why","type":"string"}]},
  VisitCompleted: {"type":"record","name":"VisitCompleted","namespace":"mingjian.inspection","doc":"检查结束: the record with its results; from now on it can only be sent back by review","fields":[{"name":"decision","type":"string","doc":"number of the record"},{"name":"uscc","type":"string"},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"kind","type":"string"},{"name":"completedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"completedAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"enterpriseState","type":"string","doc":"企业状态 as found"},{"name":"results","type":{"type":"array","items":"string"},"doc":"of the visit: of the eight"},{"name":"items","type":{"type":"array","items":{"type":"record","name":"CheckedItem","namespace":"mingjian.inspection","doc":"What the check of an item found","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"}},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"findings","type":{"type":"array","items":{"type":"record","name":"Finding","namespace":"mingjian.inspection","doc":"One of the eight results, and what it rests on","fields":[{"name":"result","type":"string","doc":"one of the eight"},{"name":"detail","type":"string","doc":"the facts; names no person; empty where nothing was found","default":""}]}}},{"name":"correctBy","type":["null","string"],"doc":"last day to put right what was found, YYYY-MM-DD","default":null}]}}},{"name":"officers","type":{"type":"array","items":"string"},"doc":"who signed"},{"name":"signature","type":"string","doc":"signed, refused, absent or not-needed"},{"name":"recordSha256","type":"string","doc":"SHA-256 of the record, in canonical JSON"},{"name":"publishBy","type":"string","doc":"last day to publish, YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"clocks that run from now on","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of its document, hex","default":null}]},
  VisitEntered: {"type":"record","name":"VisitEntered","namespace":"mingjian.inspection","doc":"入企: the officers are there, with slip and certificates","fields":[{"name":"enteredAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"manner","type":{"type":"enum","name":"EntryManner","symbols":["scanned","shown"]},"doc":"scanned: by the enterprise 扫码入企; shown: as the officers recorded it"},{"name":"officers","type":{"type":"array","items":"string"}}]},
  VisitEvidenceTaken: {"type":"record","name":"VisitEvidenceTaken","namespace":"mingjian.inspection","doc":"检查证据: a file by its hash; its bytes are kept outside of the log","fields":[{"name":"sha256","type":"string"},{"name":"mediaType","type":"string"},{"name":"bytes","type":"long"},{"name":"takenAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"latitude","type":["null","double"],"default":null},{"name":"longitude","type":["null","double"],"default":null},{"name":"accuracyMetres","type":["null","double"],"default":null},{"name":"itemNo","type":["null","string"],"default":null},{"name":"description","type":"string"},{"name":"by","type":"string"}]},
  VisitInspectorsAppointed: {"type":"record","name":"VisitInspectorsAppointed","namespace":"mingjian.inspection","doc":"Who goes on a check that was not drawn","fields":[{"name":"inspectors","type":{"type":"array","items":"string"}},{"name":"reason","type":"string"}]},
  VisitItemChecked: {"type":"record","name":"VisitItemChecked","namespace":"mingjian.inspection","doc":"An item was checked, point by point; recorded again, the last holds","fields":[{"name":"itemNo","type":"string"},{"name":"by","type":"string"},{"name":"checkedAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"answers","type":{"type":"array","items":{"type":"record","name":"PointAnswer","fields":[{"name":"point","type":"string"},{"name":"answer","type":"string","doc":"符合, 不符合, 不适用 or 未检查"},{"name":"note","type":"string"}]}}},{"name":"findings","type":{"type":"array","items":{"type":"record","name":"Finding","namespace":"mingjian.inspection","doc":"One of the eight results, and what it rests on","fields":[{"name":"result","type":"string","doc":"one of the eight"},{"name":"detail","type":"string","doc":"the facts; names no person; empty where nothing was found","default":""}]}}},{"name":"correctBy","type":["null","string"],"doc":"last day to put right what was found, YYYY-MM-DD","default":null}]},
  VisitReassigned: {"type":"record","name":"VisitReassigned","namespace":"mingjian.inspection","doc":"An inspector of a task is replaced","fields":[{"name":"inspector","type":"string"},{"name":"replacement","type":"string"},{"name":"reason","type":"string"}]},
  VisitResultPublicised: {"type":"record","name":"VisitResultPublicised","namespace":"mingjian.inspection","doc":"公示: the result stands in the file of the enterprise","fields":[{"name":"publishedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"position","type":"long","doc":"of the published result in the log","default":0},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]},
  VisitResultReopened: {"type":"record","name":"VisitResultReopened","namespace":"mingjian.inspection","doc":"更正: a published result was withdrawn and is to be put right","fields":[{"name":"reason","type":"string"}]},
  VisitResultReviewed: {"type":"record","name":"VisitResultReviewed","namespace":"mingjian.inspection","doc":"审核: somebody who didn't check has reviewed the result","fields":[{"name":"passed","type":"boolean"},{"name":"reviewer","type":"string"},{"name":"reviewedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"opinion","type":"string"}]},
  VisitSignatureRefused: {"type":"record","name":"VisitSignatureRefused","namespace":"mingjian.inspection","doc":"The enterprise didn't sign the record of the check","fields":[{"name":"kind","type":{"type":"enum","name":"Unsigned","symbols":["refused","absent"]},"doc":"refused, or nobody was there"},{"name":"reason","type":"string"},{"name":"witness","type":["null","string"],"doc":"见证人","default":null},{"name":"notedAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"recordSha256","type":"string","doc":"SHA-256 of the record that was signed, in canonical JSON"}]},
  VisitSignedByEnterprise: {"type":"record","name":"VisitSignedByEnterprise","namespace":"mingjian.inspection","doc":"The enterprise signed the record of the check","fields":[{"name":"capacity","type":"string","doc":"of whom signed: 法定代表人, 负责人, …"},{"name":"signedAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"signatureSha256","type":["null","string"],"doc":"of the signature's image","default":null},{"name":"recordSha256","type":"string","doc":"SHA-256 of the record that was signed, in canonical JSON"}]},
  VisitSignedByOfficer: {"type":"record","name":"VisitSignedByOfficer","namespace":"mingjian.inspection","doc":"An officer signed the record of the check","fields":[{"name":"officer","type":"string"},{"name":"certificateNo","type":"string"},{"name":"signedAt","type":"string","doc":"RFC 3339 UTC, of the device"},{"name":"recordSha256","type":"string","doc":"SHA-256 of the record that was signed, in canonical JSON"}]},
  DocumentNumbersIssued: {"type":"record","name":"DocumentNumbersIssued","namespace":"mingjian.kernel","doc":"A run of document numbers 文号 taken from a gap-free series, in the same append as the documents that bear them","fields":[{"name":"series","type":"string","doc":"for example 昆都仑区市监异列"},{"name":"year","type":"int"},{"name":"first","type":"int"},{"name":"last","type":"int"}]},
  LegalSettingSet: {"type":"record","name":"LegalSettingSet","namespace":"mingjian.kernel","doc":"An authority sets or corrects a value that the law leaves to it","fields":[{"name":"authority","type":"string","doc":"whose setting it is"},{"name":"name","type":"string"},{"name":"value","type":"string","doc":"as JSON"},{"name":"from","type":"string","doc":"first day, YYYY-MM-DD"},{"name":"to","type":["null","string"],"doc":"last day; null until another follows","default":null},{"name":"basis","type":"string","doc":"the document it rests on"},{"name":"confidence","type":"string","doc":"certain, likely or to-verify"},{"name":"reason","type":["null","string"],"doc":"why this value until the official text is at hand","default":null}]},
  PublicRecordRecalled: {"type":"record","name":"PublicRecordRecalled","namespace":"mingjian.kernel","doc":"What was published may no longer be shown: whoever has copied it from the feed deletes it","fields":[{"name":"type","type":"string","doc":"type of the recalled event"},{"name":"record","type":"string","doc":"what tells the record from others of its type and subject; not public"},{"name":"positions","type":{"type":"array","items":"long"},"doc":"positions of the recalled events"},{"name":"reason","type":"string","doc":"in words"}]},
  EnterpriseDeregistered: {"type":"record","name":"EnterpriseDeregistered","namespace":"mingjian.registry","doc":"注销登记","fields":[{"name":"procedure","type":{"type":"enum","name":"DeregistrationProcedure","symbols":["ordinary","simplified"]},"doc":"一般注销 or 简易注销"},{"name":"reason","type":["null","string"],"default":null}]},
  EnterpriseEstablished: {"type":"record","name":"EnterpriseEstablished","namespace":"mingjian.registry","doc":"设立登记","fields":[{"name":"items","type":{"type":"record","name":"RegisteredItems","namespace":"mingjian.registry","doc":"The registered items 登记事项 of a market entity as of an act","fields":[{"name":"name","type":"string"},{"name":"typeCode","type":"string","doc":"kind of entity, four digits (企业类型代码)"},{"name":"type","type":"string"},{"name":"legalRepresentative","type":["null","string"],"doc":"法定代表人, 负责人 or 经营者; not for public answers","default":null},{"name":"capitalWan","type":["null","double"],"doc":"注册资本, 万元","default":null},{"name":"currency","type":"string"},{"name":"establishedOn","type":"string","doc":"成立日期, YYYY-MM-DD"},{"name":"approvedOn","type":["null","string"],"doc":"核准日期, YYYY-MM-DD","default":null},{"name":"operatingFrom","type":["null","string"],"doc":"营业期限自, YYYY-MM-DD","default":null},{"name":"operatingTo","type":["null","string"],"doc":"营业期限至; null is without limit, YYYY-MM-DD","default":null},{"name":"district","type":"string","doc":"GB/T 2260, six digits"},{"name":"authority","type":"string","doc":"登记机关"},{"name":"address","type":"string","doc":"住所 or 经营场所"},{"name":"industrySection","type":["null","string"],"doc":"GB/T 4754, one letter","default":null},{"name":"industry","type":["null","string"],"doc":"GB/T 4754, four digits","default":null},{"name":"industryName","type":["null","string"],"default":null},{"name":"scope","type":["null","string"],"doc":"经营范围","default":null}]}}]},
  EnterpriseMigratedIn: {"type":"record","name":"EnterpriseMigratedIn","namespace":"mingjian.registry","doc":"迁入: registered again here after a move out","fields":[{"name":"items","type":{"type":"record","name":"RegisteredItems","namespace":"mingjian.registry","doc":"The registered items 登记事项 of a market entity as of an act","fields":[{"name":"name","type":"string"},{"name":"typeCode","type":"string","doc":"kind of entity, four digits (企业类型代码)"},{"name":"type","type":"string"},{"name":"legalRepresentative","type":["null","string"],"doc":"法定代表人, 负责人 or 经营者; not for public answers","default":null},{"name":"capitalWan","type":["null","double"],"doc":"注册资本, 万元","default":null},{"name":"currency","type":"string"},{"name":"establishedOn","type":"string","doc":"成立日期, YYYY-MM-DD"},{"name":"approvedOn","type":["null","string"],"doc":"核准日期, YYYY-MM-DD","default":null},{"name":"operatingFrom","type":["null","string"],"doc":"营业期限自, YYYY-MM-DD","default":null},{"name":"operatingTo","type":["null","string"],"doc":"营业期限至; null is without limit, YYYY-MM-DD","default":null},{"name":"district","type":"string","doc":"GB/T 2260, six digits"},{"name":"authority","type":"string","doc":"登记机关"},{"name":"address","type":"string","doc":"住所 or 经营场所"},{"name":"industrySection","type":["null","string"],"doc":"GB/T 4754, one letter","default":null},{"name":"industry","type":["null","string"],"doc":"GB/T 4754, four digits","default":null},{"name":"industryName","type":["null","string"],"default":null},{"name":"scope","type":["null","string"],"doc":"经营范围","default":null}]}}]},
  EnterpriseMigratedOut: {"type":"record","name":"EnterpriseMigratedOut","namespace":"mingjian.registry","doc":"迁出: another authority registers it from now on","fields":[{"name":"to","type":["null","string"],"doc":"the receiving authority","default":null}]},
  LicenceRevoked: {"type":"record","name":"LicenceRevoked","namespace":"mingjian.registry","doc":"吊销营业执照: the entity lives on until it is deregistered","fields":[{"name":"reason","type":["null","string"],"default":null},{"name":"remedy","type":["null",{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}],"doc":"null where a history taken over does not say","default":null}]},
  RegistrationChanged: {"type":"record","name":"RegistrationChanged","namespace":"mingjian.registry","doc":"变更登记: the items afterwards and the names of those that changed","fields":[{"name":"items","type":{"type":"record","name":"RegisteredItems","namespace":"mingjian.registry","doc":"The registered items 登记事项 of a market entity as of an act","fields":[{"name":"name","type":"string"},{"name":"typeCode","type":"string","doc":"kind of entity, four digits (企业类型代码)"},{"name":"type","type":"string"},{"name":"legalRepresentative","type":["null","string"],"doc":"法定代表人, 负责人 or 经营者; not for public answers","default":null},{"name":"capitalWan","type":["null","double"],"doc":"注册资本, 万元","default":null},{"name":"currency","type":"string"},{"name":"establishedOn","type":"string","doc":"成立日期, YYYY-MM-DD"},{"name":"approvedOn","type":["null","string"],"doc":"核准日期, YYYY-MM-DD","default":null},{"name":"operatingFrom","type":["null","string"],"doc":"营业期限自, YYYY-MM-DD","default":null},{"name":"operatingTo","type":["null","string"],"doc":"营业期限至; null is without limit, YYYY-MM-DD","default":null},{"name":"district","type":"string","doc":"GB/T 2260, six digits"},{"name":"authority","type":"string","doc":"登记机关"},{"name":"address","type":"string","doc":"住所 or 经营场所"},{"name":"industrySection","type":["null","string"],"doc":"GB/T 4754, one letter","default":null},{"name":"industry","type":["null","string"],"doc":"GB/T 4754, four digits","default":null},{"name":"industryName","type":["null","string"],"default":null},{"name":"scope","type":["null","string"],"doc":"经营范围","default":null}]}},{"name":"changed","type":{"type":"array","items":"string"}}]},
  RegistrationRescinded: {"type":"record","name":"RegistrationRescinded","namespace":"mingjian.registry","doc":"撤销登记: the registration should never have been made","fields":[{"name":"reason","type":["null","string"],"default":null},{"name":"remedy","type":["null",{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}],"doc":"null where a history taken over does not say","default":null}]},
}

/** Schemas that wrote events once and are not written any more: still read, for ever. */
export const formerSchemas: readonly { readonly event: keyof EventData; readonly schema: AvroSchema }[] = [{"event":"AbnormalListingRescinded","schema":{"type":"record","name":"AbnormalListingRescinded","namespace":"mingjian.credit_lists","doc":"撤销列入 or 撤销标记: the entry was an error from the beginning, which removal 移出 is not","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"}]}},{"event":"AbnormalObjectionAccepted","schema":{"type":"record","name":"AbnormalObjectionAccepted","namespace":"mingjian.credit_lists","doc":"受理异议","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"verifyBy","type":"string","doc":"last day to verify and answer, YYYY-MM-DD"}]}},{"event":"AbnormalObjectionDismissed","schema":{"type":"record","name":"AbnormalObjectionDismissed","namespace":"mingjian.credit_lists","doc":"异议不成立","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"AbnormalObjectionRefused","schema":{"type":"record","name":"AbnormalObjectionRefused","namespace":"mingjian.credit_lists","doc":"不予受理异议","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"AbnormalObjectionUpheld","schema":{"type":"record","name":"AbnormalObjectionUpheld","namespace":"mingjian.credit_lists","doc":"异议成立: the entry is verified to be an error","fields":[{"name":"objection","type":"int","doc":"counted within the enterprise's objections, from 1"},{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"listedOn","type":"string","doc":"day of the entry, YYYY-MM-DD"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"verifiedOn","type":"string","doc":"查实之日, YYYY-MM-DD"},{"name":"correctBy","type":"string","doc":"last day to correct, YYYY-MM-DD"}]}},{"event":"AbnormalOperationsDelisted","schema":{"type":"record","name":"AbnormalOperationsDelisted","namespace":"mingjian.credit_lists","doc":"移出经营异常名录","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"years","type":{"type":"array","items":"int"}},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"}]}},{"event":"AbnormalOperationsListed","schema":{"type":"record","name":"AbnormalOperationsListed","namespace":"mingjian.credit_lists","doc":"列入经营异常名录","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":["null",{"type":"record","name":"Remedy","namespace":"mingjian.credit_lists","doc":"救济途径: where and until when the decision may be contested","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"},{"name":"objectionBy","type":"string","doc":"异议期限, YYYY-MM-DD"}]}],"doc":"null in an imported history that does not say","default":null}]}},{"event":"AbnormalStateCleared","schema":{"type":"record","name":"AbnormalStateCleared","namespace":"mingjian.credit_lists","doc":"恢复正常记载状态 (个体工商户)","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"years","type":{"type":"array","items":"int"}},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"}]}},{"event":"AbnormalStateMarked","schema":{"type":"record","name":"AbnormalStateMarked","namespace":"mingjian.credit_lists","doc":"标记为经营异常状态 (个体工商户)","fields":[{"name":"ground","type":{"type":"enum","name":"AbnormalGround","namespace":"mingjian.credit_lists","symbols":["annual_report_missed","order_not_followed","false_information","uncontactable"],"doc":"列入事由 ① to ④ (经营异常名录管理办法第四条)"}},{"name":"year","type":["null","int"],"doc":"report year, for a missed report","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"remedy","type":["null",{"type":"record","name":"Remedy","namespace":"mingjian.credit_lists","doc":"救济途径: where and until when the decision may be contested","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"},{"name":"objectionBy","type":"string","doc":"异议期限, YYYY-MM-DD"}]}],"doc":"null in an imported history that does not say","default":null}]}},{"event":"CaseDecided","schema":{"type":"record","name":"CaseDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"decision","type":"string","doc":"处罚决定书文号"},{"name":"uscc","type":"string"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"violation","type":"string"},{"name":"facts","type":"string","doc":"may name persons"},{"name":"penaltyBasis","type":"string","doc":"处罚依据"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"restrictionYears","type":"int","doc":"years of a restriction of operation or employment, 0 for none"},{"name":"benchmark","type":["null","string"],"doc":"裁量基准 by its id","default":null},{"name":"band","type":["null","string"],"doc":"裁量阶次: 减轻、从轻、一般、从重","default":null},{"name":"heavier","type":"boolean","doc":"the fine lies in the band 从重"},{"name":"factors","type":{"type":"array","items":"string"},"doc":"裁量情节"},{"name":"departure","type":["null","string"],"doc":"why the fine departs from the band, decided collectively","default":null},{"name":"actEndedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decidedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]}},{"event":"CaseDecided","schema":{"type":"record","name":"CaseDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"decision","type":"string","doc":"处罚决定书文号"},{"name":"uscc","type":"string"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"violation","type":"string"},{"name":"facts","type":"string","doc":"may name persons"},{"name":"penaltyBasis","type":"string","doc":"处罚依据"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"restrictionYears","type":"int","doc":"years of a restriction of operation or employment, 0 for none"},{"name":"benchmark","type":["null","string"],"doc":"裁量基准 by its id","default":null},{"name":"band","type":["null","string"],"doc":"裁量阶次: 减轻、从轻、一般、从重","default":null},{"name":"heavier","type":"boolean","doc":"the fine lies in the band 从重"},{"name":"factors","type":{"type":"array","items":"string"},"doc":"裁量情节"},{"name":"departure","type":["null","string"],"doc":"why the fine departs from the band, decided collectively","default":null},{"name":"actEndedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decidedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]}},{"event":"CaseFiled","schema":{"type":"record","name":"CaseFiled","namespace":"mingjian.enforcement","doc":"立案","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"discoveredOn","type":"string","doc":"违法行为被发现之日, YYYY-MM-DD"},{"name":"actEndedOn","type":"string","doc":"违法行为终了之日, YYYY-MM-DD"},{"name":"grounds","type":"string","doc":"初步证据和立案理由"},{"name":"approvedBy","type":"string"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]}},{"event":"CorrectionOrdered","schema":{"type":"record","name":"CorrectionOrdered","namespace":"mingjian.enforcement","doc":"责令改正","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"what","type":"string"},{"name":"correctBy","type":"string","doc":"YYYY-MM-DD"},{"name":"officers","type":{"type":"array","items":"string"},"doc":"执法人员, by their ids in the library of inspectors"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]}},{"event":"DisclosureOrdered","schema":{"type":"record","name":"DisclosureOrdered","namespace":"mingjian.disclosure","doc":"责令限期公示 or 责令更正","fields":[{"name":"order","type":"int","doc":"counted within the enterprise's orders, from 1"},{"name":"demand","type":"string","doc":"publish or correct"},{"name":"information","type":"string","doc":"which information"},{"name":"reportYear","type":["null","int"],"doc":"where it is an annual report's","default":null},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"servedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"performBy","type":"string","doc":"last day to obey, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"DrawConducted","schema":{"type":"record","name":"DrawConducted","namespace":"mingjian.inspection","doc":"抽取结果","fields":[{"name":"selected","type":"int"},{"name":"byFloor","type":"int","doc":"of these, added to reach the floor"},{"name":"unassigned","type":"int"},{"name":"proofSha256","type":"string","doc":"the proof file among the attachments"}]}},{"event":"DrawSeeded","schema":{"type":"record","name":"DrawSeeded","namespace":"mingjian.inspection","doc":"The reveals, the public value and the seed that follows from them","fields":[{"name":"reveals","type":{"type":"array","items":{"type":"record","name":"Reveal","fields":[{"name":"official","type":"string"},{"name":"nonce","type":"string"}]}}},{"name":"publicSource","type":"string"},{"name":"publicValue","type":"string"},{"name":"seed","type":"string"}]}},{"event":"InspectionItemChanged","schema":{"type":"record","name":"InspectionItemChanged","namespace":"mingjian.inspection","doc":"随机抽查事项调整","fields":[{"name":"item","type":{"type":"record","name":"InspectionItem","namespace":"mingjian.inspection","doc":"抽查事项: what may be inspected at random, and on which basis","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"},"doc":"without one there is no check"},{"name":"subjects","type":"string","doc":"检查对象"},{"name":"content","type":"string","doc":"检查内容"},{"name":"method","type":"string","doc":"书面检查, 实地核查 or 网络监测"},{"name":"level","type":"string","doc":"检查层级"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"key","type":"boolean","doc":"重点检查事项: its ratio has no upper limit"},{"name":"ratioLimit","type":["null","string"],"doc":"exact share that an ordinary item may reach, 5/100","default":null},{"name":"timesAYear","type":["null","int"],"doc":"how often a year it may be checked on one enterprise","default":null},{"name":"specialities","type":{"type":"array","items":"string"},"doc":"asked of its inspectors"}]}}]}},{"event":"InspectionItemListed","schema":{"type":"record","name":"InspectionItemListed","namespace":"mingjian.inspection","doc":"列入随机抽查事项清单","fields":[{"name":"item","type":{"type":"record","name":"InspectionItem","namespace":"mingjian.inspection","doc":"抽查事项: what may be inspected at random, and on which basis","fields":[{"name":"itemNo","type":"string"},{"name":"name","type":"string"},{"name":"legalBasis","type":{"type":"array","items":"string"},"doc":"without one there is no check"},{"name":"subjects","type":"string","doc":"检查对象"},{"name":"content","type":"string","doc":"检查内容"},{"name":"method","type":"string","doc":"书面检查, 实地核查 or 网络监测"},{"name":"level","type":"string","doc":"检查层级"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"key","type":"boolean","doc":"重点检查事项: its ratio has no upper limit"},{"name":"ratioLimit","type":["null","string"],"doc":"exact share that an ordinary item may reach, 5/100","default":null},{"name":"timesAYear","type":["null","int"],"doc":"how often a year it may be checked on one enterprise","default":null},{"name":"specialities","type":{"type":"array","items":"string"},"doc":"asked of its inspectors"}]}}]}},{"event":"InspectionObjectsDrawn","schema":{"type":"record","name":"InspectionObjectsDrawn","namespace":"mingjian.inspection","doc":"抽中对象: some of the objects of a draw in the order of their tickets, each a task","fields":[{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"objects","type":{"type":"array","items":{"type":"record","name":"DrawnObject","fields":[{"name":"task","type":"string"},{"name":"uscc","type":"string"},{"name":"inspectors","type":{"type":"array","items":"string"}},{"name":"unassigned","type":["null","string"],"doc":"why there are too few inspectors","default":null}]}}}]}},{"event":"InspectionPlanPublished","schema":{"type":"record","name":"InspectionPlanPublished","namespace":"mingjian.inspection","doc":"年度抽查计划公布","fields":[{"name":"year","type":"int"},{"name":"name","type":"string"},{"name":"decision","type":"string"},{"name":"filedWith","type":"string","doc":"上级机关备案"},{"name":"tasks","type":{"type":"array","items":{"type":"record","name":"PlannedTask","namespace":"mingjian.inspection","doc":"计划任务 of an annual plan","fields":[{"name":"taskNo","type":"string"},{"name":"batch","type":"int","doc":"批次"},{"name":"name","type":"string"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"objects","type":"string","doc":"检查对象范围"},{"name":"directed","type":"boolean","doc":"定向"},{"name":"share","type":"string","doc":"抽查比例, exact"},{"name":"count","type":"int","doc":"抽查数量, as expected"},{"name":"method","type":"string"},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"lead","type":"string","doc":"牵头部门"},{"name":"partners","type":{"type":"array","items":"string"},"doc":"参与部门"}]}}}]}},{"event":"LicenceRevoked","schema":{"type":"record","name":"LicenceRevoked","namespace":"mingjian.registry","doc":"吊销营业执照: the entity lives on until it is deregistered","fields":[{"name":"reason","type":["null","string"],"default":null}]}},{"event":"ObjectionAccepted","schema":{"type":"record","name":"ObjectionAccepted","namespace":"mingjian.credit_lists","doc":"受理异议","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"verifyBy","type":"string","doc":"last day to verify and to answer"}]}},{"event":"ObjectionDeclined","schema":{"type":"record","name":"ObjectionDeclined","namespace":"mingjian.credit_lists","doc":"不予受理异议","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"declinedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"ObjectionDismissed","schema":{"type":"record","name":"ObjectionDismissed","namespace":"mingjian.credit_lists","doc":"异议不成立","fields":[{"name":"objection","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"dismissedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"ObjectionUpheld","schema":{"type":"record","name":"ObjectionUpheld","namespace":"mingjian.credit_lists","doc":"异议成立","fields":[{"name":"objection","type":"int"},{"name":"type","type":"string"},{"name":"position","type":"long"},{"name":"record","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"upheldOn","type":"string","doc":"YYYY-MM-DD"},{"name":"correctBy","type":"string","doc":"last day to put it right"}]}},{"event":"PenaltyDecided","schema":{"type":"record","name":"PenaltyDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"facts","type":["null","string"],"doc":"违法事实; may name persons, never public as it stands","default":null},{"name":"basis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"authority","type":"string"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"caseId","type":["null","string"],"doc":"the case that led to it; none for a decision of another system","default":null},{"name":"actEndedOn","type":["null","string"],"doc":"违法行为终了之日, YYYY-MM-DD","default":null},{"name":"heavier","type":"boolean","doc":"依照裁量基准从重处罚","default":false},{"name":"restrictionYears","type":"int","doc":"years of a restriction of operation or employment, 0 for none","default":0},{"name":"performed","type":"boolean","doc":"performed already when it was recorded","default":false}]}},{"event":"PenaltyDecided","schema":{"type":"record","name":"PenaltyDecided","namespace":"mingjian.enforcement","doc":"行政处罚决定","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"facts","type":["null","string"],"doc":"违法事实; may name persons, never public as it stands","default":null},{"name":"basis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"procedure","type":"string","doc":"普通程序 or 简易程序"},{"name":"authority","type":"string"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"}]}},{"event":"PenaltyPublicised","schema":{"type":"record","name":"PenaltyPublicised","namespace":"mingjian.enforcement","doc":"处罚信息公示: all that the public sees of a decision, redacted","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"summary","type":"string","doc":"摘要"},{"name":"penaltyBasis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"authority","type":"string","doc":"处罚机关"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"from","type":"string","doc":"first day of publicity, YYYY-MM-DD"},{"name":"until","type":"string","doc":"last day of publicity, YYYY-MM-DD"},{"name":"dishonesty","type":["null","string"],"doc":"失信等级: 轻微, 一般 or 严重","default":null}]}},{"event":"PenaltyPublicised","schema":{"type":"record","name":"PenaltyPublicised","namespace":"mingjian.enforcement","doc":"处罚信息公示: all that the public sees of a decision, redacted","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"summary","type":"string","doc":"摘要"},{"name":"penaltyBasis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"authority","type":"string","doc":"处罚机关"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"from","type":"string","doc":"first day of publicity, YYYY-MM-DD"},{"name":"until","type":"string","doc":"last day of publicity, YYYY-MM-DD"},{"name":"dishonesty","type":["null","string"],"doc":"失信等级: 轻微, 一般 or 严重","default":null},{"name":"remedy","type":["null",{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}],"doc":"of the penalty decision","default":null}]}},{"event":"PenaltyPublicised","schema":{"type":"record","name":"PenaltyPublicised","namespace":"mingjian.enforcement","doc":"处罚信息公示: all that the public sees of a decision, redacted","fields":[{"name":"documentNo","type":"string"},{"name":"violation","type":"string","doc":"违法行为类型"},{"name":"summary","type":"string","doc":"摘要"},{"name":"penaltyBasis","type":["null","string"],"doc":"处罚依据","default":null},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"authority","type":"string","doc":"处罚机关"},{"name":"decidedOn","type":"string","doc":"处罚决定日期, YYYY-MM-DD"},{"name":"from","type":"string","doc":"first day of publicity, YYYY-MM-DD"},{"name":"until","type":"string","doc":"last day of publicity, YYYY-MM-DD"}]}},{"event":"PenaltyWaived","schema":{"type":"record","name":"PenaltyWaived","namespace":"mingjian.enforcement","doc":"不予行政处罚决定","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"ground","type":"string","doc":"轻微不罚、首违不罚、无主观过错、逾追诉时效"},{"name":"reason","type":"string"},{"name":"education","type":"string","doc":"对当事人的教育"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]}},{"event":"PriorNoticeServed","schema":{"type":"record","name":"PriorNoticeServed","namespace":"mingjian.enforcement","doc":"行政处罚告知","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"facts","type":"string"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"hearingOffered","type":"boolean","doc":"告知有权要求听证"},{"name":"answerBy","type":"string","doc":"last day to state, defend or ask for a hearing, YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]}]}},{"event":"PriorNoticeServed","schema":{"type":"record","name":"PriorNoticeServed","namespace":"mingjian.enforcement","doc":"行政处罚告知","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"facts","type":"string"},{"name":"kinds","type":{"type":"array","items":"string"},"doc":"处罚种类"},{"name":"fineYuan","type":"double"},{"name":"confiscatedYuan","type":"double"},{"name":"hearingOffered","type":"boolean","doc":"告知有权要求听证"},{"name":"answerBy","type":"string","doc":"last day to state, defend or ask for a hearing, YYYY-MM-DD"},{"name":"clocks","type":{"type":"array","items":{"type":"record","name":"Clock","namespace":"mingjian.kernel","doc":"A term that runs: who must or may do what by which day","fields":[{"name":"what","type":"string","doc":"names the clock within its subject: a later one of the same name replaces it"},{"name":"who","type":"string","doc":"the authority, or 当事人"},{"name":"by","type":"string","doc":"the last day, YYYY-MM-DD"},{"name":"basis","type":"string","doc":"instrument@version:article"}]}},"doc":"what must be done from now on, and by which day","default":[]},{"name":"documentSha256","type":["null","string"],"doc":"SHA-256 of the document's text, in hexadecimal","default":null}]}},{"event":"RegistrationRescinded","schema":{"type":"record","name":"RegistrationRescinded","namespace":"mingjian.registry","doc":"撤销登记: the registration should never have been made","fields":[{"name":"reason","type":["null","string"],"default":null}]}},{"event":"RestorationAccepted","schema":{"type":"record","name":"RestorationAccepted","namespace":"mingjian.credit_lists","doc":"受理信用修复申请","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decideBy","type":"string","doc":"last day to decide"}]}},{"event":"RestorationDeclined","schema":{"type":"record","name":"RestorationDeclined","namespace":"mingjian.credit_lists","doc":"不予受理信用修复申请","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"declinedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"RestorationGranted","schema":{"type":"record","name":"RestorationGranted","namespace":"mingjian.credit_lists","doc":"准予信用修复","fields":[{"name":"application","type":"int"},{"name":"kind","type":"string","doc":"penalty or abnormal"},{"name":"record","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"regime","type":"string","doc":"2021, 2025 or 2026"},{"name":"grantedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"stopBy","type":"string","doc":"last day to stop showing it and to tell others"}]}},{"event":"RestorationRefused","schema":{"type":"record","name":"RestorationRefused","namespace":"mingjian.credit_lists","doc":"不予信用修复","fields":[{"name":"application","type":"int"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"reason","type":"string"},{"name":"refusedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"RewardGranted","schema":{"type":"record","name":"RewardGranted","namespace":"mingjian.enforcement","doc":"举报奖励决定","fields":[{"name":"decision","type":"string","doc":"number of the document"},{"name":"grade","type":"int","doc":"1 to 3"},{"name":"penaltyAndConfiscationYuan","type":"double"},{"name":"yuan","type":"double"},{"name":"financeConsentNo","type":["null","string"],"doc":"会商财政部门的文号, from 500,000 yuan on","default":null}]}},{"event":"SeriousEarlyRemovalAccepted","schema":{"type":"record","name":"SeriousEarlyRemovalAccepted","namespace":"mingjian.credit_lists","doc":"受理提前移出的申请","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"acceptedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"decideBy","type":"string","doc":"last day to decide, YYYY-MM-DD"}]}},{"event":"SeriousEarlyRemovalDeclined","schema":{"type":"record","name":"SeriousEarlyRemovalDeclined","namespace":"mingjian.credit_lists","doc":"不予受理提前移出的申请","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"SeriousEarlyRemovalRefused","schema":{"type":"record","name":"SeriousEarlyRemovalRefused","namespace":"mingjian.credit_lists","doc":"不予提前移出","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"SeriousListingDropped","schema":{"type":"record","name":"SeriousListingDropped","namespace":"mingjian.credit_lists","doc":"决定不予列入严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"reason","type":"string","doc":"may name persons"},{"name":"decision","type":"string","doc":"document number 文号"}]}},{"event":"SeriousListingNotified","schema":{"type":"record","name":"SeriousListingNotified","namespace":"mingjian.credit_lists","doc":"拟列入严重违法失信名单的告知: facts, grounds and rights before the decision","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"facts","type":"string","doc":"may name persons"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"notifiedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"statementBy","type":"string","doc":"last day for a statement or to ask for a hearing, YYYY-MM-DD"}]}},{"event":"SeriousViolationListed","schema":{"type":"record","name":"SeriousViolationListed","namespace":"mingjian.credit_lists","doc":"列入严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"reason","type":"string","doc":"列入事由; names no person"},{"name":"authority","type":"string","doc":"作出决定机关"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"measures","type":{"type":"array","items":"string"},"doc":"惩戒措施提示"},{"name":"removal","type":"string","doc":"移出条件和程序"},{"name":"publishBy","type":"string","doc":"last day to publish, YYYY-MM-DD"},{"name":"restrictedUntil","type":["null","string"],"doc":"end of a statutory restriction, YYYY-MM-DD","default":null},{"name":"termEnds","type":"string","doc":"last day on the list, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"SeriousViolationReinstated","schema":{"type":"record","name":"SeriousViolationReinstated","namespace":"mingjian.credit_lists","doc":"撤销提前移出的决定，恢复列入: the term begins anew","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"article","type":"string","doc":"article of the rule with the ground"},{"name":"reason","type":"string"},{"name":"authority","type":"string","doc":"作出决定机关"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"measures","type":{"type":"array","items":"string"},"doc":"惩戒措施提示"},{"name":"removal","type":"string","doc":"移出条件和程序"},{"name":"termEnds","type":"string","doc":"last day on the list, YYYY-MM-DD"},{"name":"remedy","type":{"type":"record","name":"ReviewRemedy","namespace":"mingjian.credit_lists","doc":"救济途径 of a decision that knows no objection: reconsideration and litigation","fields":[{"name":"reconsiderationTo","type":"string","doc":"复议机关"},{"name":"reconsiderationBy","type":"string","doc":"复议期限, YYYY-MM-DD"},{"name":"litigationBy","type":"string","doc":"诉讼期限, YYYY-MM-DD"}]}}]}},{"event":"SeriousViolationRemoved","schema":{"type":"record","name":"SeriousViolationRemoved","namespace":"mingjian.credit_lists","doc":"移出严重违法失信名单","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"manner","type":"string","doc":"term, early or cure"},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"stopBy","type":"string","doc":"last day to stop publicity and measures, YYYY-MM-DD"}]}},{"event":"SeriousViolationRescinded","schema":{"type":"record","name":"SeriousViolationRescinded","namespace":"mingjian.credit_lists","doc":"撤销列入严重违法失信名单的决定: what it rested on has fallen","fields":[{"name":"matter","type":"string","doc":"what it is about: a case, or the entry of the other list that it follows from"},{"name":"documentNo","type":["null","string"],"doc":"number of the penalty that it goes with","default":null},{"name":"reason","type":"string"},{"name":"decision","type":"string","doc":"document number 文号"},{"name":"stopBy","type":"string","doc":"last day to stop publicity and measures, YYYY-MM-DD"}]}},{"event":"VisitAssigned","schema":{"type":"record","name":"VisitAssigned","namespace":"mingjian.inspection","doc":"A drawn object becomes a task for its inspectors","fields":[{"name":"uscc","type":"string"},{"name":"planId","type":"string"},{"name":"planName","type":"string"},{"name":"year","type":"int"},{"name":"items","type":{"type":"array","items":"string"},"doc":"numbers of the item list"},{"name":"departments","type":{"type":"array","items":"string"}},{"name":"from","type":"string","doc":"YYYY-MM-DD"},{"name":"to","type":"string","doc":"YYYY-MM-DD"},{"name":"inspectors","type":{"type":"array","items":"string"}},{"name":"unassigned","type":["null","string"],"doc":"why there are too few inspectors","default":null}]}},{"event":"VisitResultPublicised","schema":{"type":"record","name":"VisitResultPublicised","namespace":"mingjian.inspection","doc":"公示: the result stands in the file of the enterprise","fields":[{"name":"publishedOn","type":"string","doc":"YYYY-MM-DD"},{"name":"stops","type":{"type":"array","items":"string"},"doc":"clocks that no longer run","default":[]}]}}]
