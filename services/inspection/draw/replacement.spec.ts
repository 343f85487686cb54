import { describe, expect, test } from 'vitest'
import { drawn, input, inspector, plan } from './example-draw.ts'
import { type Proof, proofOf, type Replacement, writeProof } from './proof.ts'
import { assigned, nextFor } from './replacement.ts'
import { verifyProof } from './verify.ts'

const more = ['K005', 'K006', 'K007'].map((id) => inspector(id))
const proof: Proof = proofOf(drawn({ inspectors: [...input.inspectors, ...more] }), '福彩3D')
const [object] = proof.selected
const uscc = object?.uscc ?? ''
const [first = '', second = ''] = object?.inspectors ?? []

const replaced = (inspectorId: string, before: Proof = proof): Proof => {
  const replacement: Replacement = {
    ...{ uscc, inspector: inspectorId, reason: '请假' },
    replacement: nextFor(before, uscc, inspectorId) ?? '',
  }
  return { ...before, replacements: [...(before.replacements ?? []), replacement] }
}
const step = (file: Proof) => verifyProof(writeProof(file)).steps.find((one) => one.step === 'replacements')

describe('an inspector who cannot go', () => {
  test('gives way to one who is eligible and was not chosen', () => {
    const after = assigned(replaced(first), uscc) ?? []
    expect(after).toHaveLength(2)
    expect(after[1]).toBe(second)
    expect(['K003', 'K004', 'K005', 'K006', 'K007']).toContain(after[0])
    expect([first, second]).not.toContain(after[0])
  })

  test('does not come back when the next cannot go either', () => {
    const once = replaced(first)
    const twice = replaced(assigned(once, uscc)?.[0] ?? '', once)
    const [last = ''] = assigned(twice, uscc) ?? []
    expect([first, second, assigned(once, uscc)?.[0]]).not.toContain(last)
    expect(step(twice)).toMatchObject({ ok: true, detail: expect.stringContaining('2') })
  })

  test('is followed by nobody once all have been asked', () => {
    const exhausted = [1, 2, 3].reduce((after) => replaced(assigned(after, uscc)?.[0] ?? '', after), proof)
    expect(nextFor(exhausted, uscc, assigned(exhausted, uscc)?.[0] ?? '')).toBeUndefined()
  })

  test('is followed by one of the same department where that would lose its only one', () => {
    const tax = '税务局'
    const joint = proofOf(
      drawn({
        plan: { ...plan, departments: [tax, '昆都仑区市场监督管理局'] },
        inspectors: [
          ...input.inspectors,
          ...more,
          ...['T1', 'T2', 'T3'].map((id) => inspector(id, { department: tax })),
        ],
      }),
      '福彩3D',
    )
    const [visited] = joint.selected
    const [own = ''] = visited?.inspectors ?? []
    expect(own).toMatch(/^T/)
    expect(nextFor(joint, visited?.uscc ?? '', own)).toMatch(/^T/)
  })
})

describe('a proof', () => {
  test('fails when somebody chose who goes instead', () => {
    const [made] = replaced(first).replacements ?? []
    const others = more.map(({ inspectorId }) => inspectorId).filter((id) => ![first, second].includes(id))
    const chosen = others.find((id) => id !== made?.replacement) ?? ''
    const forged = { ...proof, replacements: made === undefined ? [] : [{ ...made, replacement: chosen }] }
    expect(step(forged)).toMatchObject({ ok: false, detail: expect.stringContaining(`after ${first} comes`) })
  })

  test('fails when somebody is replaced who was not to go', () => {
    const stranger = { uscc, inspector: 'K002', replacement: first, reason: '请假' }
    expect(step({ ...proof, replacements: [stranger] })?.ok).toBe(false)
  })
})
