import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UnusableData } from '@mingjian/kernel/adapters'
import { verifierKeyOf } from '@mingjian/proofs'
import type { NoteSigner, SigningKeys } from '../store.ts'

// Signer key lines as the Go libraries of signed notes write them: `PRIVATE+KEY+name+id+base64(0x01 ‖ seed)`.

const ED25519 = 0x01
/** RFC 8410: how a seed of Ed25519 is introduced in the one format that the runtime reads. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const signerOf = (name: string, privateKey: KeyObject, publicKey: Uint8Array): NoteSigner => ({
  key: verifierKeyOf(name, publicKey),
  sign: async (text) => Uint8Array.from(sign(null, Buffer.from(text), privateKey)),
})

const publicBytes = (privateKey: KeyObject): Uint8Array =>
  Uint8Array.fromBase64(privateKey.export({ format: 'jwk' }).x ?? '', { alphabet: 'base64url' })

/** Undefined for a line that is no signer key, or whose id isn't that of its key. */
export const readSignerKey = (line: string): NoteSigner | undefined => {
  const [, name, id, encoded = ''] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? []
  const typed = Buffer.from(encoded, 'base64')
  if (name === undefined || typed.length !== 33 || typed[0] !== ED25519) return undefined
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, typed.subarray(1)]), format: 'der', type: 'pkcs8' })
  const signer = signerOf(name, privateKey, publicBytes(privateKey))
  return signer.key.id === id ? signer : undefined
}

const signersIn = (text: string, where: string): readonly NoteSigner[] =>
  text
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) => {
      const signer = readSignerKey(line)
      if (signer === undefined)
        throw new UnusableData(`${where} holds a line that is no signer key (PRIVATE+KEY+name+id+base64): correct it.`)
      return signer
    })

/** Keys of the text given (of an environment's secret), else of a folder, one a file, where new ones are made. */
export const signingKeys = ({
  given,
  folder,
  origin,
}: {
  readonly given: string | undefined
  readonly folder: string
  readonly origin: string | undefined
}): SigningKeys => {
  const files = (): readonly string[] => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return readdirSync(folder).filter((name) => name.endsWith('.key'))
  }
  return {
    given: given !== undefined,
    held: async () =>
      given !== undefined
        ? signersIn(given, 'LOG_KEY')
        : files().flatMap((name) => signersIn(readFileSync(join(folder, name), 'utf8'), join(folder, name))),
    make: async (name = origin) => {
      files()
      const { privateKey } = generateKeyPairSync('ed25519')
      const publicKey = publicBytes(privateKey)
      const signer = signerOf(name ?? `mingjian.localhost/log/${publicKey.toHex().slice(0, 8)}`, privateKey, publicKey)
      const seed = Uint8Array.fromBase64(privateKey.export({ format: 'jwk' }).d ?? '', { alphabet: 'base64url' })
      const line = `PRIVATE+KEY+${signer.key.name}+${signer.key.id}+${Uint8Array.of(ED25519, ...seed).toBase64()}`
      writeFileSync(join(folder, `${signer.key.id}.key`), `${line}\n`, { mode: 0o600, flag: 'wx', flush: true })
      return signer
    },
  }
}
