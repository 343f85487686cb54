import { dayText } from '@mingjian/codes'
import type { OfficialDocument } from '@mingjian/kernel'
import type { Issued } from './issued.ts'
import type { Block } from './lines.ts'
import type { Printed } from './pdf.ts'

const BODY = 14

/** A decision in the form of 党政机关公文格式 (GB/T 9704): authority, title, number, addressee, text, authority and day. */
const blocksOf = ({ authority, title, number, addressee, paragraphs, on }: OfficialDocument): readonly Block[] => [
  { text: authority, size: 20, align: 'centre' },
  { text: title, size: 20, align: 'centre', above: 4 },
  { text: number, size: BODY, align: 'centre', above: 10 },
  { text: `${addressee}：`, size: BODY, above: 18 },
  ...paragraphs.map((text) => ({ text, size: BODY, indent: BODY * 2 })),
  { text: authority, size: BODY, align: 'right', above: 30 },
  { text: dayText(on), size: BODY, align: 'right' },
]

/** The page of paper. The hash is that of the text in the event, which anybody can ask for by the number. */
export const letterOf = ({ document, sha256, event }: Issued): Printed => ({
  title: `${document.title} ${document.number}`,
  author: document.authority,
  on: document.on,
  blocks: blocksOf(document),
  foot: `核验：/v1/documents/${document.number} 的文本，SHA-256 ${sha256}，见于记录位置 ${event.position}。`,
})
