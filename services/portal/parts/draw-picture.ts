import { type Html, html } from '@mingjian/http'

const box = (x: number, y: number, width: number, title: string, text: string, kind = 'part'): Html => html`
<g class="${kind}"><rect x="${x}" y="${y}" width="${width}" height="64" rx="6"/>
<text x="${x + width / 2}" y="${y + 27}" class="name">${title}</text><text x="${x + width / 2}" y="${y + 49}">${text}</text></g>`

/** Down from the middle of a box to the middle of another. */
const arrow = (fromX: number, fromY: number, toX: number, toY: number): Html => html`
<path class="way" d="M${fromX} ${fromY} C${fromX} ${(fromY + toY) / 2} ${toX} ${(fromY + toY) / 2} ${toX} ${toY - 7}" marker-end="url(#tip)"/>`

/** Why nobody can know a draw beforehand, and everybody can redo it afterwards, in one picture. */
export const drawPicture: Html = html`
<figure class="picture"><svg viewBox="0 0 760 428" role="img" aria-labelledby="picture-title">
<title id="picture-title">名册、人员库、两份承诺先封存并写入公开日志；公开数值以后才产生；四样合成种子，种子排出抽签号，抽签号决定名单；名单和证明再写入公开日志。</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>
<g class="band"><rect x="0" y="0" width="568" height="112" rx="8"/><text x="14" y="24">先封存：写入公开日志，此后改不了</text></g>
<g class="band later"><rect x="584" y="0" width="176" height="112" rx="8"/><text x="598" y="24">后产生：谁也定不了</text></g>
${box(14, 38, 126, '检查对象名册', '一个“根”')}
${box(152, 38, 126, '检查人员库', '一个“根”')}
${box(290, 38, 126, '工作人员甲', '随机数的摘要')}
${box(428, 38, 126, '工作人员乙', '随机数的摘要')}
${box(598, 38, 148, '公开数值', '例如某期公开随机数', 'public')}
${[77, 215, 353, 491, 672].map((x) => arrow(x, 102, 380, 164))}
${box(290, 164, 180, '种子', '五样缺一不可', 'seed')}
${arrow(380, 228, 380, 262)}
${box(290, 262, 180, '抽签号', '种子 ＋ 每一户的代码', 'seed')}
${arrow(380, 326, 380, 360)}
${box(200, 360, 360, '抽中名单和检查人员', '号码最小的若干户，人员按同样的办法选派', 'public')}
<text x="486" y="200" class="aside">任何人用公布的数重算，</text><text x="486" y="222" class="aside">得到同一份名单</text>
<text x="14" y="388" class="aside">结果和证明</text><text x="14" y="410" class="aside">再写入公开日志</text>
<path class="way" d="M200 392 H130" marker-end="url(#tip)"/>
</svg><figcaption>先封存的四样在左，后产生的一样在右；合在一起才有种子，有了种子，名单就没有第二种可能。</figcaption></figure>`
