/** A paragraph as it is to be set. Sizes and distances in points. */
export interface Block {
  readonly text: string
  readonly size: number
  readonly align?: 'left' | 'centre' | 'right'
  /** Of the first line. */
  readonly indent?: number
  /** Free space above it. */
  readonly above?: number
}

/** A line in its place; `y` is the top of its box, counted from the top of the page. */
export interface Line {
  readonly text: string
  readonly size: number
  readonly x: number
  readonly y: number
}

/** A4, with the margins of 党政机关公文格式 (GB/T 9704) rounded. */
export const PAGE = { width: 595.28, height: 841.89, left: 79, right: 74, top: 96, bottom: 90 } as const
const WIDTH = PAGE.width - PAGE.left - PAGE.right
const LEADING = 1.75

/** What may not be parted: a run of Latin letters and digits; a bracket or mark and the character that it belongs to. */
const PIECES = /[（《〔「『【“‘]*(?:[\w.,:;/\-+@#%&=?~]+|[\s\S])[，。、；：！？）》〕」』】”’…—]*/gu

type Measure = (text: string, size: number) => number

const piecesOf = (text: string, size: number, width: number, measure: Measure): readonly string[] =>
  // What is wider than a line, a hash or an address, breaks anywhere.
  (text.match(PIECES) ?? []).flatMap((piece) => (measure(piece, size) > width ? [...piece] : [piece]))

const wrapped = ({ text, size, indent = 0 }: Block, width: number, measure: Measure): readonly string[] => {
  const lines: string[] = []
  let line = ''
  let used = indent
  for (const piece of piecesOf(text, size, width - indent, measure)) {
    const wide = measure(piece, size)
    if (used + wide > width && line !== '') {
      lines.push(line)
      line = ''
      used = 0
    }
    line += piece
    used += wide
  }
  return [...lines, line]
}

const FOOT_SIZE = 7.5
const FOOT_ABOVE = 20

const footOf = (text: string, measure: Measure): readonly Line[] =>
  wrapped({ text, size: FOOT_SIZE }, WIDTH, measure).map((text, at) => ({
    text,
    size: FOOT_SIZE,
    x: PAGE.left,
    y: PAGE.height - PAGE.bottom + FOOT_ABOVE + at * FOOT_SIZE * LEADING,
  }))

/** The lines of every page, from top to bottom; the foot stands on each. */
export const pagesOf = (blocks: readonly Block[], foot: string, measure: Measure): readonly (readonly Line[])[] => {
  const pages: Line[][] = [[]]
  let y: number = PAGE.top
  for (const block of blocks) {
    const { size, align = 'left', indent = 0, above = 0 } = block
    y += above
    for (const [at, text] of wrapped(block, WIDTH, measure).entries()) {
      if (y + size * LEADING > PAGE.height - PAGE.bottom) {
        pages.push([])
        y = PAGE.top
      }
      const free = WIDTH - measure(text, size)
      const x = PAGE.left + { left: at === 0 ? indent : 0, centre: free / 2, right: free }[align]
      if (text.trim() !== '') pages.at(-1)?.push({ text, size, x, y })
      y += size * LEADING
    }
  }
  return pages.map((lines, at) => [...lines, ...footOf(`${foot}　第${at + 1}页，共${pages.length}页`, measure)])
}
