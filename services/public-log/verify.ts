import { canonicalJson, readCheckpoint } from '@mingjian/proofs'
import { checkCheckpoint, checkInclusion, checkSeal, checkSignature, claimsOf } from '@mingjian/proofs/log-proof'
import { failed, notChecked, type Outcome, passed, type Step, type Verification } from '@mingjian/proofs/verification'
import { lookup } from './map/lookup.ts'
import { ENTRY_PROTOCOL, type EntryProof, LISTS_PROTOCOL, type ListsProof } from './protocol.ts'

/** Whether a file's content is a proof of this log, rightly made or not. */
export const isLogProof = (document: unknown): boolean =>
  isObject(document) && [ENTRY_PROTOCOL, LISTS_PROTOCOL].some((protocol) => protocol === document.protocol)

/** Checks a proof of this log, read from its file: that an event is in the log, or on which lists an enterprise was. `keys`: verifier key lines. */
export const verifyLogProof = (
  document: unknown,
  keys?: string,
  told: (step: Step) => void = () => {},
): Verification => {
  const steps: Step[] = []
  const take = (name: string, outcome: Outcome): void => {
    const step = { step: name, ...outcome }
    steps.push(step)
    told(step)
  }
  const fault = faultOf(document)
  if (fault !== undefined) take('form', failed(fault))
  else if (isEntryProof(document)) {
    take('form', passed(`members of ${ENTRY_PROTOCOL}`))
    const { log, opening } = document
    if (opening !== undefined)
      take(
        'seal',
        attempt(() => checkSeal({ entry: log.entry, opening })),
      )
    else if ('sealed' in log.entry) take('seal', notChecked('the entry is sealed, and this file does not open it'))
    take(
      'log',
      attempt(() => checkInclusion(document.log)),
    )
    take('log-signature', checkSignature(document.log, keys))
  } else {
    const proof = document as ListsProof
    take('form', passed(`members of ${LISTS_PROTOCOL}`))
    take(
      'lists',
      attempt(() => lists(proof)),
    )
    take('log', checkCheckpoint(proof.log))
    take('log-signature', checkSignature(proof.log, keys))
  }
  return { ok: steps.every(({ ok }) => ok !== false), steps }
}

const isEntryProof = (document: unknown): document is EntryProof => (document as EntryProof).protocol === ENTRY_PROTOCOL

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string')

const MEMBERS: ReadonlyMap<unknown, readonly string[]> = new Map([
  [ENTRY_PROTOCOL, ['protocol', 'log', 'opening']],
  [LISTS_PROTOCOL, ['protocol', 'log', 'uscc', 'lists', 'nodes']],
])
const MEMBERS_OF_LOG: ReadonlyMap<unknown, readonly string[]> = new Map([
  [ENTRY_PROTOCOL, ['origin', 'treeSize', 'checkpoint', 'index', 'proof', 'entry']],
  [LISTS_PROTOCOL, ['origin', 'treeSize', 'checkpoint']],
])

/** A member that no step looks at could say anything. */
const strangerIn = ({ protocol, log, ...others }: Readonly<Record<string, unknown>>): string | undefined => {
  const known = MEMBERS.get(protocol)
  const knownOfLog = MEMBERS_OF_LOG.get(protocol)
  return (
    Object.keys(others).find((name) => known?.includes(name) === false) ??
    Object.keys(isObject(log) ? log : {}).find((name) => knownOfLog?.includes(name) === false)
  )
}

const faultOf = (document: unknown): string | undefined => {
  if (!isObject(document)) return 'it is no object'
  const { protocol, log } = document
  const stranger = strangerIn(document)
  if (stranger !== undefined) return `"${stranger}" has no meaning here`
  if (
    !isObject(log) ||
    typeof log.origin !== 'string' ||
    typeof log.checkpoint !== 'string' ||
    !Number.isSafeInteger(log.treeSize)
  )
    return '"log" does not name a checkpoint'
  if (protocol === ENTRY_PROTOCOL) {
    const isPlace = Number.isSafeInteger(log.index) && areTexts(log.proof) && isObject(log.entry)
    if (!isPlace) return '"log" does not name a place in the tree'
    return document.opening === undefined || isObject(document.opening) ? undefined : '"opening" is no object'
  }
  if (protocol !== LISTS_PROTOCOL) return `"protocol" is neither ${ENTRY_PROTOCOL} nor ${LISTS_PROTOCOL}`
  if (typeof document.uscc !== 'string' || !Array.isArray(document.lists)) return '"uscc" or "lists" is missing'
  return areTexts(document.nodes) ? undefined : '"nodes" is no list of texts'
}

/** What isn't base64 or has no canonical form fails where it is read. */
const attempt = (check: () => Outcome): Outcome => {
  try {
    return check()
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

const lists = ({ uscc, lists: said, nodes, log }: ListsProof): Outcome => {
  const checkpoint = readCheckpoint(log.checkpoint)
  const claims = checkpoint && claimsOf(checkpoint)
  if (claims === undefined) return failed('the checkpoint does not name the map of the lists')
  const found = lookup(
    uscc,
    claims.mapRoot,
    nodes.map((node) => Uint8Array.fromBase64(node)),
  )
  if ('fault' in found) return failed(found.fault)
  if ((found.value ?? '[]') !== canonicalJson(said))
    return failed(`the map says ${found.value ?? 'nothing'} of ${uscc}`)
  const at = `as of ${claims.issuedAt}`
  return passed(
    said.length === 0
      ? `${uscc} is on no list, ${at}`
      : `${uscc} is on ${said.map(({ list, ground, entry }) => `the list ${list} (${ground}, entry ${entry})`).join(', ')}, ${at}`,
  )
}
