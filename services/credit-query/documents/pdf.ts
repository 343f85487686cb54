import { once } from 'node:events'
import type { CivilDate } from '@mingjian/codes'
import PDFDocument from 'pdfkit'
import { runsOf, widthOf } from './fonts.ts'
import { type Block, pagesOf } from './lines.ts'

export interface Printed {
  readonly title: string
  readonly author: string
  /** Dated in the file: the same content gives the same bytes. */
  readonly on: CivilDate
  readonly blocks: readonly Block[]
  /** At the foot of every page: how to check what is printed. */
  readonly foot: string
}

export const pdfOf = async ({ title, author, on, blocks, foot }: Printed): Promise<Buffer> => {
  const day = new Date(`${on}T00:00:00+08:00`)
  const file = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // None before the first line: the fonts of the library have no Chinese.
    font: null as never,
    lang: 'zh-CN',
    info: { Title: title, Author: author, Creator: '明鉴', CreationDate: day, ModDate: day },
  })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(file, 'end')
  const registered = new Set<string>()
  const write = (text: string, size: number, x: number, y: number): void => {
    let at = x
    for (const { text: shown, face } of runsOf(text)) {
      if (!registered.has(face.name)) file.registerFont(face.name, face.font as never)
      registered.add(face.name)
      file.font(face.name).fontSize(size).text(shown, at, y, { lineBreak: false })
      at += widthOf(shown, size)
    }
  }
  for (const lines of pagesOf(blocks, foot, widthOf)) {
    file.addPage()
    for (const { text, size, x, y } of lines) write(text, size, x, y)
  }
  file.end()
  await ended
  return Buffer.concat(chunks)
}
