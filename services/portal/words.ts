import type { CivilDate } from '@mingjian/codes'
import { type Html, html, madeElsewhere } from '@mingjian/http'
import { type Term, termText } from '@mingjian/law'
import { encodeQR } from 'qr'

/** 91150203 MA0N12345 X: registering department and region, subject, check character. Copied, the groups are one code. */
export const codeGroups = (uscc: string): Html => {
  const groups = [uscc.slice(0, 8), uscc.slice(8, 17), uscc.slice(17)].filter((group) => group !== '')
  return html`<span class="code">${groups.map((group) => html`<span>${group}</span>`)}</span>`
}

/** An address as a picture that a phone reads. */
export const codeToScan = (link: string): Html => madeElsewhere(encodeQR(link, 'svg', { border: 2, ecc: 'medium' }))

export const day = (date: CivilDate): Html => html`<time datetime="${date}">${date}</time>`

/** The wall clock of Asia/Shanghai, to the minute, of an RFC 3339 time. */
export const minute = (time: string): Html => {
  const shown = new Date(Date.parse(time) + 8 * 3_600_000).toISOString()
  return html`<time datetime="${time}">${shown.slice(0, 10)} ${shown.slice(11, 16)}</time>`
}

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
export const count = (n: number): string => grouped.format(n)

/** ¥12,000; from a hundred thousand on with the 万 in which people say it. */
export const yuan = (amount: number): string => {
  const [sign, size] = [amount < 0 ? '−' : '', Math.abs(amount)]
  const wan = size / 10_000
  const rounded = wan < 1000 ? Math.round(wan * 100) / 100 : Math.round(wan)
  return `${sign}¥${count(size)}${size < 100_000 ? '' : `（${sign}${count(rounded)}万元）`}`
}

/** A term of the law as pages say it: 5 个工作日. */
export const term = (of: Term): string => termText(of).replace(/^\d+/, '$& ')

/** A share that the law names, without idle zeros: 3%. */
export const wholePercent = (share: number): string => `${count(share * 100)}%`

/** `part` of `whole` in per cent, rounded down so that a share below the floor never looks as if it met it. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)}%`

/** Whether a state of registration 登记状态 was brought about as a sanction. */
export const isSanction = (state: string): boolean => /吊销|撤销/.test(state)

/** 登记状态: only what is a sanction is red. */
export const stateTag = (state: string): Html => {
  const manner = isSanction(state) ? 'sanction' : state === '存续' ? 'living' : ''
  return html`<span class="tag ${manner}">${state}</span>`
}

const LISTS: Readonly<Record<string, string>> = {
  abnormal: '经营异常名录',
  mark: '经营异常状态',
  serious: '严重违法失信名单',
}
export const listName = (list: string): string => LISTS[list] ?? list

/** 列入, or for sole traders 标记为. */
export const listed = (list: string): string => (list === 'mark' ? '已标记为经营异常状态' : `已列入${listName(list)}`)

/** 事由 with the report years that it is about, which some records say in the reason itself. */
export const groundWithYears = (reason: string, years: readonly number[]): string => {
  const ground = reason.replace(/（\d{4}年度）$/, '')
  return years.length === 0 ? ground : `${ground}（${years.join('、')}年度）`
}

const CURRENCIES: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
}
export const currencyName = (currency: string): string => CURRENCIES[currency] ?? currency

/** What a visitor reads of who wrote it: a missing value is a dash, never an empty cell. */
export const orDash = (value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? '—' : String(value)
