import {
  counted,
  date,
  days,
  deadlineRule,
  flag,
  optional,
  type Provision,
  type Rule,
  registrationRegulation,
  rollOver,
  rule,
} from '@mingjian/law'

const SIMPLIFIED: Provision = { instrument: registrationRegulation, article: '33', confidence: 'certain' }
const CHANGE: Provision = { instrument: registrationRegulation, article: '24', confidence: 'likely' }

export const rules: readonly Rule[] = [
  rule({
    name: 'simple_deregistration.bar',
    question: '能否适用简易注销程序',
    provisions: [SIMPLIFIED],
    given: { in_abnormal_list: flag, on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ in_abnormal_list }) => ({
      result: { allowed: !in_abnormal_list },
      trace: [in_abnormal_list ? '被列入经营异常名录的，不适用简易注销程序' : '未被列入经营异常名录'],
    }),
  }),
  rule({
    name: 'simple_deregistration.window',
    question: '简易注销公告至哪一日，最迟何日申请注销登记',
    provisions: [{ ...SIMPLIFIED, confidence: 'likely' }],
    given: { notice_published: date },
    judgedOn: ({ notice_published }) => notice_published,
    find: ({ notice_published }) => {
      const notice = counted(notice_published, days(20))
      const apply = counted(notice.last, days(20))
      return {
        result: {
          notice_last_day: notice.last,
          apply_until: apply.last,
          apply_until_rolled: rollOver(apply.last),
        },
        trace: [`公告：${notice.step}`, `公告期满之日起20日内申请：${apply.step}`],
      }
    },
  }),
  deadlineRule({
    name: 'change_registration.deadline',
    question: '最迟何日申请变更登记',
    provisions: [CHANGE],
    from: 'resolution_on',
    term: days(30),
    by: 'apply_by',
  }),
]
