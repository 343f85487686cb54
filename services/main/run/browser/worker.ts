import type { Step, Verification } from '@mingjian/proofs/verification'
import { verifyFile } from '../../cli/verify-file.ts'

// What a page runs beside itself: the same verification as `mingjian verify`, step by step. Nothing is sent anywhere from here.

interface Asked {
  readonly file: ArrayBuffer
  readonly logKey: string | undefined
}
type Told = { readonly step: Step } | { readonly verification: Verification }

/** A worker as far as this one is one; the types of browsers are not those of this program. */
const self = globalThis as unknown as {
  onmessage: (message: { readonly data: Asked }) => void
  postMessage(told: Told): void
}

self.onmessage = ({ data: { file, logKey } }) => {
  const told = (step: Step) => self.postMessage({ step })
  self.postMessage({ verification: verifyFile(new Uint8Array(file), logKey, told) })
}
