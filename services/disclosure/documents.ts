import { dayText } from '@mingjian/codes'
import type { DocumentTemplates } from '@mingjian/kernel'
import { letter, reviewText, under } from '@mingjian/law'

export const documents: DocumentTemplates = {
  /** 条例第十条, 异常名录办法第七条: what is to be disclosed or corrected, by when, and what follows otherwise. */
  DisclosureOrdered: (act) => {
    const { demand, information, reportYear, decision, performBy, remedy } = act.data
    const what = `${information}${reportYear === null ? '' : `（${reportYear}年度）`}`
    const correct = demand === 'correct'
    return letter(act, correct ? '责令更正通知书' : '责令限期公示通知书', decision, [
      correct ? `经查，你单位公示的${what}与实际情况不符。` : `经查，你单位未按规定公示${what}。`,
      `${under(act.basis)}责令你单位在${dayText(performBy)}（含当日）前${correct ? '更正' : '公示'}；逾期不履行的，依法列入经营异常名录或者标记为经营异常状态。`,
      reviewText(remedy),
    ])
  },
}
