import { type Html, html } from '@mingjian/http'
import type { Sentence } from '@mingjian/kernel'
import { Value } from 'typebox/value'
import { oneTimeCode, pageForChecked } from '../checked.ts'
import type { Shown } from '../page.ts'
import { bothLanguages } from '../parts/failure.ts'
import type { CheckedPages } from '../ports.ts'

const SCORES = [5, 4, 3, 2, 1]

interface Said {
  readonly wrong: boolean
  readonly words: Sentence
}

const RECEIVED: Said = {
  wrong: false,
  words: {
    zh: '已经收下。攒够十份以后一起放出。',
    en: 'Your rating has been received. Ratings are released ten or more at a time.',
  },
}
const SCORE_MISSING: Said = {
  wrong: true,
  words: { zh: '每一项都要选 1 到 5 分。', en: 'Give each line a score from 1 to 5.' },
}
const UNKNOWN_CODE: Said = {
  wrong: true,
  words: {
    zh: '没有这个评价码：请核对纸条上的 32 位字符。',
    en: 'There is no such code: check the 32 characters on the slip.',
  },
}
const CODE_USED: Said = {
  wrong: true,
  words: {
    zh: '这个评价码已经用过，那一份评价已经计入。',
    en: 'This code has been used: its rating has been counted.',
  },
}
const REFUSED: Readonly<Record<string, Said>> = { 'unknown-code': UNKNOWN_CODE, 'code-used': CODE_USED }

/** `said` is what became of the last rating. */
const body = (aspects: readonly string[], said: Said | undefined): Html => html`
<div class="wrap"><div class="head"><h1>评价检查</h1>
<p>评价码印在检查人员带来的纸条上，由您任意抽取，不属于哪一次检查。至少十份评价一起放出，只有月份，没有时间，也没有您的企业。所以没有填写文字的地方：文字会认出写的人。</p></div>
${said === undefined ? '' : html`<section class="answer" aria-label="评价"><p ${said.wrong ? html`class="fault" role="alert"` : html`role="status"`}>${bothLanguages(said.words)}</p></section>`}
<form class="form" action="/ratings" method="post">
<label for="code">评价码</label><input id="code" name="code" required autocomplete="off" spellcheck="false" minlength="32" maxlength="45">
${aspects.map(
  (aspect, at) => html`
<fieldset><legend>${aspect}</legend><div class="choices">${SCORES.map((score) => html`<label class="choice"><input type="radio" name="score-${at}" value="${score}" required> ${score} 分</label>`)}</div></fieldset>`,
)}
<p class="apply"><button class="primary" type="submit">提交评价</button></p></form></div>`

const shown = ({ checked: { aspects } }: { readonly checked: CheckedPages }, status: number, said?: Said): Shown => ({
  status,
  title: '评价检查',
  body: body(aspects, said),
})

/** Where a check is rated by a one-time code. */
export const ratings = pageForChecked({
  path: '/ratings',
  render: (_, ports) => shown(ports, 200),
  forms: {
    '': async ({ form }, ports) => {
      const { aspects, rate } = ports.checked
      const code = (form.get('code') ?? '').replace(/\s/g, '').toLowerCase()
      const scores = aspects.map((_, at) => Number(form.get(`score-${at}`)))
      if (scores.some((score) => !SCORES.includes(score))) return shown(ports, 400, SCORE_MISSING)
      if (!Value.Check(oneTimeCode, code)) return shown(ports, 409, UNKNOWN_CODE)
      const refused = await rate(code, scores)
      if (refused === undefined) return shown(ports, 200, RECEIVED)
      return shown(ports, 409, REFUSED[refused.code] ?? { wrong: true, words: refused.text })
    },
  },
})
