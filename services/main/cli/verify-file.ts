import { verifyProof } from '@mingjian/inspection/verify'
import type { Step, Verification } from '@mingjian/proofs/verification'
import { isLogProof, verifyLogProof } from '@mingjian/public-log/verify'

/** Checks a proof file of any kind, which may be anything at all; `told` hears of each step when it is done. The command line and the pages do it with this same code. */
export const verifyFile = (
  bytes: Uint8Array,
  logKey: string | undefined,
  told: (step: Step) => void = () => {},
): Verification => {
  const document = documentIn(bytes)
  return isLogProof(document)
    ? verifyLogProof(document, logKey, told)
    : verifyProof(bytes, { told, ...(logKey === undefined ? {} : { logKey }) })
}

const documentIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
