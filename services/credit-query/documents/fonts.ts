import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import subsets from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import { create, type Font } from 'fontkit'
import { sfntOf } from './sfnt.ts'

/** A face that is embedded into PDF files. */
export interface Face {
  readonly name: string
  readonly font: Font
}

/** Some characters in a row that one face has. */
export interface Run {
  readonly text: string
  readonly face: Face
}

const faces = new Map<string, Face>()

const faceOf = (subset: string): Face => {
  const known = faces.get(subset)
  if (known !== undefined) return known
  const file = `@fontsource/noto-sans-sc/files/noto-sans-sc-${subset.replace(/[[\]]/g, '')}-400-normal.woff`
  const font = create(sfntOf(readFileSync(fileURLToPath(import.meta.resolve(file)))))
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts`)
  const face = { name: subset, font }
  faces.set(subset, face)
  return face
}

/** Has Latin letters and nearly 8,000 characters; the others are looked for in the subsets of the same design. */
const COMMON = 'chinese-simplified'
/** 阙字符: stands where a character is in no face, so that nobody takes a gap for nothing. */
const MISSING = '〓'

const ranges: readonly (readonly [subset: string, from: number, to: number])[] = Object.entries(subsets).flatMap(
  ([subset, range]) =>
    range.split(',').map((part) => {
      const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-')
      return [subset, Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
    }),
)

const faceFor = (codePoint: number): Face | undefined => {
  const common = faceOf(COMMON)
  if (common.font.hasGlyphForCodePoint(codePoint)) return common
  return ranges
    .filter(([, from, to]) => from <= codePoint && codePoint <= to)
    .map(([subset]) => faceOf(subset))
    .find(({ font }) => font.hasGlyphForCodePoint(codePoint))
}

/** The text in runs of one face each. */
export const runsOf = (text: string): readonly Run[] => {
  const runs: { text: string; face: Face }[] = []
  for (const character of text) {
    const found = faceFor(character.codePointAt(0) ?? 0)
    const face = found ?? faceOf(COMMON)
    const shown = found === undefined ? MISSING : character
    const last = runs.at(-1)
    if (last?.face === face) last.text += shown
    else runs.push({ text: shown, face })
  }
  return runs
}

export const widthOf = (text: string, size: number): number =>
  runsOf(text).reduce(
    (width, { text, face }) => width + (face.font.layout(text).advanceWidth / face.font.unitsPerEm) * size,
    0,
  )
