import { PDFiumLibrary } from '@hyzyla/pdfium'
import { runsOf, widthOf } from '@mingjian/credit-query/documents/fonts'
import { type Line, PAGE, pagesOf } from '@mingjian/credit-query/documents/lines'
import type { Printed } from '@mingjian/credit-query/documents/pdf'

/** Pixels a point. */
const SCALE = 6
/** Rasterisers differ at the edges alone. */
const ALIKE = 0.8

interface Bitmap {
  readonly width: number
  readonly height: number
  /** 1 where there is ink. */
  readonly ink: Uint8Array
}

const library = PDFiumLibrary.init()

/** Every page of a file as a reader sees it. */
const renderedPages = async (file: Buffer): Promise<readonly Bitmap[]> => {
  const document = await (await library).loadDocument(file)
  try {
    const pages = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: SCALE, render: 'bitmap', colorSpace: 'Gray' })
      const ink = new Uint8Array(width * height)
      for (let at = 0; at < ink.length; at += 1) ink[at] = (data[at] ?? 255) < 128 ? 1 : 0
      pages.push({ width, height, ink })
    }
    return pages
  } finally {
    document.destroy()
  }
}

interface Command {
  readonly command: string
  readonly args: readonly number[]
}
type Point = readonly [x: number, y: number]

/** Outlines of a glyph as polygons, curves in eight pieces. */
const polygons = (commands: readonly Command[]): readonly (readonly Point[])[] => {
  const all: Point[][] = []
  let here: Point = [0, 0]
  for (const { command, args } of commands) {
    const points = Array.from({ length: args.length / 2 }, (_, i): Point => [args[i * 2] ?? 0, args[i * 2 + 1] ?? 0])
    const end = points.at(-1)
    if (command === 'moveTo') all.push([])
    if (end === undefined) continue
    const control = [here, ...points]
    const steps = control.length > 2 ? 8 : 1
    for (let step = 1; step <= steps; step += 1) all.at(-1)?.push(bezier(control, step / steps))
    here = end
  }
  return all
}

const bezier = (points: readonly Point[], t: number): Point => {
  if (points.length === 1) return points[0] ?? [0, 0]
  return bezier(
    points.slice(1).map(([x, y], i): Point => {
      const [fromX, fromY] = points[i] ?? [0, 0]
      return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
    }),
    t,
  )
}

/** Where a row of pixels goes in or out of the shape, from left to right: +1 in, −1 out. */
const crossings = (shape: readonly (readonly Point[])[], y: number): readonly (readonly [x: number, turn: number])[] =>
  shape
    .flatMap((polygon) =>
      polygon.flatMap(([x2, y2], i): (readonly [number, number])[] => {
        const [x1, y1] = polygon[(i + polygon.length - 1) % polygon.length] ?? [0, 0]
        return y1 <= y === y2 <= y ? [] : [[x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), y1 <= y ? 1 : -1]]
      }),
    )
    .toSorted(([a], [b]) => a - b)

/** The shape as pixels, in the box around it. */
const drawn = (shape: readonly (readonly Point[])[]) => {
  const [xs, ys] = [shape.flat().map(([x]) => x), shape.flat().map(([, y]) => y)]
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  const [width, height] = [Math.ceil(Math.max(...xs)) - left, Math.ceil(Math.max(...ys)) - top]
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const row = crossings(shape, top + y + 0.5)
    let [turns, next] = [0, 0]
    for (let x = 0; x < width; x += 1) {
      for (; (row[next]?.[0] ?? Number.POSITIVE_INFINITY) <= left + x + 0.5; next += 1) turns += row[next]?.[1] ?? 0
      ink[y * width + x] = turns === 0 ? 0 : 1
    }
  }
  return { left, top, height, width, ink }
}

const isNear = ({ width, ink }: Pick<Bitmap, 'width' | 'ink'>, x: number, y: number): boolean =>
  [-1, 0, 1].some((dy) =>
    [-1, 0, 1].some((dx) => x + dx >= 0 && x + dx < width && ink[(y + dy) * width + x + dx] === 1),
  )

/** What of the ink on the page is a pixel away from ink of the shape at most, and the other way round: the lesser of the two. */
const likeness = (page: Bitmap, shape: readonly (readonly Point[])[]): number => {
  if (shape.flat().length === 0) return 1
  const { left, top, height, ...own } = drawn(shape)
  let [printed, known, wanted, found] = [0, 0, 0, 0]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < own.width; x += 1) {
      if (page.ink[(top + y) * page.width + left + x] === 1) {
        printed += 1
        if (isNear(own, x, y)) known += 1
      }
      if (own.ink[y * own.width + x] === 1) {
        wanted += 1
        if (isNear(page, left + x, top + y)) found += 1
      }
    }
  return printed === 0 ? 0 : Math.min(known / printed, found / wanted)
}

/** The characters of a line that are not on the page as the font draws them. */
const unlike = (bitmap: Bitmap, { text, size, x, y }: Line): readonly string[] => {
  const wrong: string[] = []
  // The page is whole pixels, so neither scale is quite the one that was asked for.
  const [across, down] = [bitmap.width / PAGE.width, bitmap.height / PAGE.height]
  let at = x
  for (const { text: run, face } of runsOf(text)) {
    const scale = size / face.font.unitsPerEm
    const baseline = y + face.font.ascent * scale
    const { glyphs, positions } = face.font.layout(run)
    for (const [i, glyph] of glyphs.entries()) {
      const left = at
      const shape = polygons(glyph.path.commands as readonly Command[]).map((polygon) =>
        polygon.map(([px, py]): Point => [(left + px * scale) * across, (baseline - py * scale) * down]),
      )
      if (likeness(bitmap, shape) < ALIKE) wrong.push(String.fromCodePoint(...glyph.codePoints))
      at += (positions[i]?.xAdvance ?? 0) * scale
    }
  }
  return wrong
}

/** What should be printed and isn't, page by page, character by character, by its pixels. */
export const unlikeFont = async (file: Buffer, { blocks, foot }: Printed): Promise<readonly string[]> => {
  const expected = pagesOf(blocks, foot, widthOf)
  const pages = await renderedPages(file)
  if (pages.length !== expected.length) return [`${pages.length} pages instead of ${expected.length}`]
  return expected.flatMap((lines, page) =>
    lines.flatMap((line) => {
      const bitmap = pages[page]
      return bitmap === undefined ? [] : unlike(bitmap, line)
    }),
  )
}
