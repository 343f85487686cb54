import { counted, date, deadlineRule, type Rule, rollOver, rule, workingDays } from '@mingjian/law'
import { inRule, OBJECTION } from './abnormal.ts'

const OBJECTION_RULE = inRule('16')

export const abnormalObjectionRules: readonly Rule[] = [
  rule({
    name: 'abnormal.objection.in_time',
    question: '异议是否在期限内提出',
    provisions: [OBJECTION_RULE],
    given: { published: date, objection_filed: date },
    judgedOn: ({ published }) => published,
    find: ({ published, objection_filed }) => {
      const { last, step } = counted(published, OBJECTION)
      const rolled = rollOver(last)
      const inTime = published <= objection_filed && objection_filed <= rolled
      return {
        result: { in_time: inTime, last_day: last, last_day_rolled: rolled },
        trace: [
          step,
          ...(rolled === last ? [] : [`${last}为休息日，顺延至${rolled}`]),
          `${objection_filed}${inTime ? '在期限内' : '不在期限内'}`,
        ],
      }
    },
  }),
  deadlineRule({
    name: 'abnormal.objection.accept_by',
    question: '最迟何日决定是否受理异议',
    provisions: [OBJECTION_RULE],
    from: 'objection_filed',
    term: workingDays(5),
    by: 'accept_decision_by',
  }),
  deadlineRule({
    name: 'abnormal.objection.verify_by',
    question: '受理异议后最迟何日核实并告知结果',
    provisions: [OBJECTION_RULE],
    from: 'accepted_on',
    term: workingDays(20),
    by: 'result_by',
  }),
  deadlineRule({
    name: 'abnormal.objection.correct_by',
    question: '查实有误后最迟何日更正',
    provisions: [OBJECTION_RULE],
    from: 'error_verified_on',
    term: workingDays(5),
    by: 'correct_by',
  }),
]
