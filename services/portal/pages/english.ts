import { yearOf } from '@mingjian/codes'
import { EARLY_REMOVAL_AFTER, SERIOUS_TERM } from '@mingjian/credit-lists/law'
import { annualReportWindow, type ReportWindow, reportWindowExceptions } from '@mingjian/disclosure/law'
import { type Html, html } from '@mingjian/http'
import { PUBLICITY_BANDS, termEnglish } from '@mingjian/law'
import { page } from '../page.ts'

/** What a reader without Chinese needs to find an enterprise and to read its page. */
const wordsOf = ({
  year,
  opens,
  closes,
}: ReportWindow): readonly (readonly [chinese: string, english: string, what: string])[] => [
  [
    '统一社会信用代码',
    'unified social credit code',
    '18 characters that name an enterprise for good; the last one checks the others',
  ],
  [
    '存续 · 注销 · 吊销 · 撤销 · 迁出',
    'in business · deregistered · licence revoked · registration rescinded · moved away',
    'the state of its registration',
  ],
  ['年度报告', 'annual report', `filed and published every year; that of ${year} from ${opens} to ${closes}`],
  [
    '经营异常名录',
    'list of abnormal operations',
    'no report, an order not obeyed, false information, or nobody to be found at the address; ends when that is cured',
  ],
  ['经营异常状态', 'abnormal mark', 'the same for sole traders'],
  [
    '严重违法失信名单',
    'list of serious violations and dishonesty',
    `after a heavy penalty; ${termEnglish(SERIOUS_TERM)}, ${termEnglish(EARLY_REMOVAL_AFTER)} at least`,
  ],
  [
    '行政处罚',
    'administrative penalty',
    `published for ${termEnglish(PUBLICITY_BANDS.轻微.most)} to ${termEnglish(PUBLICITY_BANDS.严重.most)}`,
  ],
  ['信用修复', 'credit restoration', 'the way off a list, and to an earlier end of publication'],
  [
    '双随机抽查',
    'double random inspection',
    'enterprises and inspectors are both drawn by lot; the result is published',
  ],
  ['依据', 'legal basis', 'the provision in the wording that was in force'],
  ['救济', 'remedies', 'objection, administrative reconsideration, litigation, each with its last day'],
]

const body = (name: string, window: ReportWindow): Html => html`
<div class="hero small"><div class="wrap"><h1>Mingjian in English</h1></div></div>
<div class="wrap" lang="en"><div class="head"><p>${name}: what the market regulator of Kundulun District, Baotou, publishes of each enterprise registered there. The record itself is in Chinese,
as the acts were done; this page says how to find and read it.</p></div>
<form class="inline" action="/" method="get" role="search"><label for="english-q">Name in pinyin or initials, or code</label>
<input id="english-q" name="q" type="search" maxlength="200" placeholder="shangmao"><button class="secondary" type="submit">Search</button></form>
<section class="block" aria-labelledby="words"><h2 id="words">Words on the pages</h2>
<table class="cards"><caption>In Chinese, in English, and what it is</caption>
<thead><tr><th scope="col">Chinese</th><th scope="col">English</th><th scope="col">What it is</th></tr></thead>
<tbody>${wordsOf(window).map(([chinese, term, what]) => html`<tr><th scope="row" lang="zh-CN">${chinese}</th><td data-label="English">${term}</td><td data-label="What">${what}</td></tr>`)}</tbody></table></section>
<section class="block prose" aria-labelledby="checking"><h2 id="checking">Checking it yourself</h2>
<p>Each draw is computed from lists that were sealed beforehand and from a value that nobody could know then. Its page has a button, <span lang="zh-CN">在这里核对</span>, that does it again in your browser,
and a proof file for doing it elsewhere. Draws and decisions are entered in a public log with a signed head (<a href="/log/key.pub">key</a>), which anybody can copy and audit.</p>
<p>Programs read the same record at <a href="/openapi.json">/openapi.json</a>, described in English.</p></section></div>`

/** The one page in another language: acts are published in the language in which they were done. */
export const english = page({
  path: '/en',
  render: async (_, { name, queries, today }) => {
    const window = annualReportWindow(yearOf(today) - 1, (await queries.law())(reportWindowExceptions))
    return { title: 'In English', language: 'en', body: body(name, window) }
  },
})
