import { verifyProof } from '@mingjian/inspection/verify'
import type { Verification } from '@mingjian/kernel/verification'
import { isLogProof, verifyLogProof } from '@mingjian/public-log/verify'

/** Checks a proof file of any kind, which may be anything at all. The command line and the pages do it with this same code. */
export const verifyFile = (bytes: Uint8Array, logKey: string | undefined): Verification => {
  const document = documentIn(bytes)
  return isLogProof(document)
    ? verifyLogProof(document, logKey)
    : verifyProof(bytes, logKey === undefined ? {} : { logKey })
}

const documentIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
