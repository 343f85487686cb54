// Identifiers of persons are removed from every text before it is shown (行政处罚信息公示规定第五条至第七条; 个人信息保护法).
const SEPARATOR = '[\\s\\-－—–·.]?'
const DIGIT = '[0-9０-９]'
const run = (digits: number): string => `${DIGIT}(?:${SEPARATOR}${DIGIT}){${digits - 1}}`

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Identity numbers of 18 and of 15 digits, also with blanks or dashes between the groups, also inside a longer run of digits.
  [new RegExp(`${run(17)}${SEPARATOR}[0-9０-９XxＸｘ*]`, 'g'), '〔身份证号已隐去〕'],
  [new RegExp(`(?<!${DIGIT})${run(15)}(?!${DIGIT})`, 'g'), '〔身份证号已隐去〕'],
  // Mobile numbers, with or without the country code.
  [
    new RegExp(
      `(?<!${DIGIT})(?:[+＋]?[8８][6６]${SEPARATOR})?[1１][3-9３-９](?:${SEPARATOR}${DIGIT}){9}(?!${DIGIT})`,
      'g',
    ),
    '〔电话已隐去〕',
  ],
  // Landlines with their area code; bank cards.
  [new RegExp(`(?<!${DIGIT})[0０]${DIGIT}{2,3}${SEPARATOR}${DIGIT}{7,8}(?!${DIGIT})`, 'g'), '〔电话已隐去〕'],
  [new RegExp(`(?<!${DIGIT})${run(16)}(?:${SEPARATOR}${DIGIT}){0,3}(?!${DIGIT})`, 'g'), '〔账号已隐去〕'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱已隐去〕'],
  // A name keeps its first character: 经营者王某某.
  [
    /(经营者|法定代表人|负责人|投资人|当事人为?|姓名[:：]?)(\p{Script=Han})(\p{Script=Han}{1,3})(?=[（(，,、；;]?(?:身份证|公民身份|男|女|联系电话|电话|住址|住所地|系|于|，|（|\())/gu,
    '$1$2某某',
  ],
]

/** The text without identity numbers, telephones, bank cards, addresses of mail, and with names shortened to 王某某. */
export const redacted = (text: string): string =>
  PATTERNS.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), text)
