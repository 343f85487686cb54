import type { CivilDate } from '@mingjian/codes'
import { type Refusal, refusal } from '@mingjian/kernel'
import { merkleRoot } from '@mingjian/proofs'

/** 执法检查人员, as the library of inspectors has him or her on the day of the commitment. */
export interface Inspector {
  readonly inspectorId: string
  readonly certificateNo: string
  readonly validFrom: CivilDate
  readonly validUntil: CivilDate
  readonly department: string
  readonly specialities: readonly string[]
  /** USCC of each object that the inspector must stay away from (回避). */
  readonly conflicts: readonly string[]
}

/** Who may inspect, frozen in the byte order of the ids (draw protocol 1 §2.2). */
export interface Roster {
  readonly inspectors: readonly Inspector[]
  /** Leaf texts `inspectorId,certificateNo,validUntil`. */
  readonly lines: readonly string[]
  /** Merkle root over the lines, hexadecimal. */
  readonly root: string
}

/** Nothing that could make one line read as another. */
const isField = (text: string): boolean => text !== '' && text.isWellFormed() && !/[,\p{Cc}]/u.test(text)

const utf8 = new TextEncoder()
/** Hexadecimal compares as bytes do. */
const byteOrder = (text: string): string => utf8.encode(text).toHex()

/** Whether each id stands before the next in byte order; false for equal ones. */
export const areInByteOrder = (ids: readonly string[]): boolean =>
  ids.every((id, i) => i === 0 || byteOrder(ids[i - 1] as string) < byteOrder(id))

const malformed = refusal('malformed-inspector', {
  zh: '检查人员“{inspectorId}”：编号和执法证号应当是不含逗号的文字。',
  en: 'inspector "{inspectorId}": id and certificate number are texts without commas',
})
const inspectorTwice = refusal('duplicate-inspector', {
  zh: '检查人员{inspectorId}在名单中出现两次。',
  en: 'inspector {inspectorId} is in the roster twice',
})

/** Refused: an id twice, an id or certificate number that a line can't carry. */
export const freezeRoster = (inspectors: readonly Inspector[]): Roster | Refusal => {
  const unfit = inspectors.find(({ inspectorId, certificateNo }) => !isField(inspectorId) || !isField(certificateNo))
  if (unfit !== undefined) return malformed({ inspectorId: unfit.inspectorId })
  const keyed = inspectors.map((inspector) => ({ inspector, key: byteOrder(inspector.inspectorId) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  const sorted = keyed.map(({ inspector }) => inspector)
  const twice = sorted.find(({ inspectorId }, i) => inspectorId === sorted[i - 1]?.inspectorId)
  if (twice !== undefined) return inspectorTwice({ inspectorId: twice.inspectorId })
  const lines = sorted.map(
    ({ inspectorId, certificateNo, validUntil }) => `${inspectorId},${certificateNo},${validUntil}`,
  )
  return { inspectors: sorted, lines, root: merkleRoot(lines).toHex() }
}
