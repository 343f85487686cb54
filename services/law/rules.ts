import { addDays } from '@mingjian/codes'
import { type Instrument, inForce, type Provision, versionText } from './citations.ts'
import { codeRules } from './code-rules.ts'
import { civilCode, holidayArrangement, instruments, legislationLaw, penaltyLaw } from './instruments.ts'
import { amount, date, oneOf, optional, smallCount, text } from './question.ts'
import { remedyRules } from './remedies.ts'
import { lacking, type Rule, rule } from './rule.ts'
import { counted } from './term.ts'
import { isProvisional, isWorkingDay, rollOver } from './working-days.ts'

const instrumentNamed = (name: string): Instrument | undefined =>
  instruments.find((i) => i.name === name || i.id === name || i.versions.some(({ title }) => title === name))

const lawInTimeRules: readonly Rule[] = [
  rule({
    name: 'law.version_in_force',
    question: '某日施行的是哪一文本',
    provisions: [],
    given: { instrument: text, on: optional(date) },
    judgedOn: ({ on }) => on,
    find: ({ instrument: name }, on) => {
      const instrument = instrumentNamed(name)
      if (instrument === undefined)
        return lacking('instrument', {
          zh: '目录中文件的名称、标题或者编号',
          en: 'the name, title or id of an instrument in the catalogue',
        })
      const version = inForce(instrument, on)
      if (version === undefined) return { result: { version: null }, trace: [`${on}尚无施行的文本`] }
      const trace = `施行之日起适用新文本，旧文本适用至其前一日：${on}适用${versionText(version)}`
      const clause: Provision = { instrument, article: '施行日期条款', confidence: version.confidence }
      return { result: { version: versionText(version) }, trace: [trace], under: [clause] }
    },
  }),
  rule({
    name: 'law.lighter_rule',
    question: '从旧兼从轻：适用行为时的规定还是新的规定',
    provisions: [
      { instrument: penaltyLaw, article: { 2021: '37' }, confidence: 'certain' },
      { instrument: legislationLaw, article: { 2015: '93', 2023: '104' }, confidence: 'certain' },
    ],
    given: {
      act_date: date,
      decision_date: date,
      old_penalty_max: amount,
      new_penalty_max: optional(amount),
      new_rule: optional(oneOf('not_illegal')),
    },
    judgedOn: ({ decision_date }) => decision_date,
    find: ({ act_date, decision_date, old_penalty_max, new_penalty_max, new_rule }) => {
      if (decision_date < act_date)
        return lacking('decision_date', { zh: '不早于 act_date 的日期', en: 'a date not before act_date' })
      if (new_rule === 'not_illegal') {
        return { result: { apply: 'new', penalty: 0 }, trace: ['新规定不认为是违法的，适用新规定，不予处罚'] }
      }
      if (new_penalty_max === undefined) return lacking('new_penalty_max', amount.wanted)
      const lighter = new_penalty_max < old_penalty_max
      return {
        result: { apply: lighter ? 'new' : 'old', penalty: lighter ? new_penalty_max : old_penalty_max },
        trace: [
          `行为时的规定至多处${old_penalty_max}元，决定时的规定至多处${new_penalty_max}元`,
          lighter ? '新规定处罚较轻，适用新规定' : '新规定并不较轻，适用行为时的规定',
        ],
      }
    },
  }),
]

const periods: readonly Provision[] = [
  { instrument: civilCode, article: { 1986: '154', 2020: '201' }, confidence: 'certain' },
  { instrument: civilCode, article: { 2020: '202' }, confidence: 'certain' },
]

const calendarRules: readonly Rule[] = [
  rule({
    name: 'calendar.is_workday',
    question: '某日是否工作日',
    provisions: [{ instrument: holidayArrangement, article: '当年通知', confidence: 'certain' }],
    given: { date },
    judgedOn: (given) => given.date,
    find: (given) => {
      const workday = isWorkingDay(given.date)
      const provisional = isProvisional(given.date)
      return {
        result: { workday },
        trace: [
          provisional ? '该年度节假日安排尚未公布，暂按周一至周五为工作日' : '周一至周五除放假外，加上调休上班的周末',
          `${given.date}${workday ? '是' : '不是'}工作日`,
        ],
        confidence: provisional ? 'to-verify' : 'certain',
      }
    },
  }),
  rule({
    name: 'period.month_year',
    question: '按日、月、年计算的期间的最后一日',
    provisions: periods,
    given: { start: date, n: smallCount, unit: oneOf('day', 'month', 'year') },
    judgedOn: ({ start }) => start,
    find: ({ start, n, unit }) => {
      if (n > 1200) return lacking('n', { zh: '0至1200的整数', en: 'a whole number from 0 to 1200' })
      const { last, step } = counted(start, { n, unit })
      return { result: { last_day: last }, trace: [step, '没有对应日的，月末日为期间的最后一日'] }
    },
  }),
  rule({
    name: 'period.rollover',
    question: '期间最后一日遇休息日顺延至哪一日',
    provisions: [{ instrument: civilCode, article: { 1986: '154', 2020: '203' }, confidence: 'certain' }],
    given: { last_day: date },
    judgedOn: ({ last_day }) => last_day,
    find: ({ last_day }) => {
      const effective = rollOver(last_day)
      const through = addDays(effective, -1)
      return {
        result: { effective_last_day: effective },
        trace: [
          effective === last_day ? `${last_day}为工作日，不顺延` : `${last_day}至${through}休息，顺延至${effective}`,
        ],
        confidence: isProvisional(effective) ? 'to-verify' : 'certain',
      }
    },
  }),
]

/** The rules that all services share: law in time, the calendar, codes, remedies. */
export const generalRules: readonly Rule[] = [...lawInTimeRules, ...calendarRules, ...codeRules, ...remedyRules]
