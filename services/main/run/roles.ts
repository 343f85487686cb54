import { moduleNames, type Work, workOf } from '../modules.ts'
import { WrongSetting } from './config.ts'

/** Work that processes can divide among them; by default one does all of it. */
export const ROLES = ['api', 'relay', 'projections', 'reactions', 'deadlines', 'log'] as const
export type Role = (typeof ROLES)[number]

export interface Part {
  readonly roles: ReadonlySet<Role>
  /** The read models it folds and the reactions it carries out. */
  readonly work: Work
  /** Tells apart the consumer groups of processes with different work. */
  readonly group: string
}

const chosen = <T extends string>(text: string | undefined, known: readonly T[], option: string): readonly T[] => {
  if (text === undefined) return known
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !known.includes(name as T))
  if (unknown !== undefined)
    throw new WrongSetting(`--${option}=${text}: there is no "${unknown}", there are ${known.join(', ')}.`)
  return known.filter((name) => names.includes(name))
}

/** Which part of the platform's work a process takes. */
export const partOf = ({ roles, only }: { readonly roles?: string; readonly only?: string }): Part => {
  const own = chosen(roles, ROLES, 'roles')
  const modules = chosen(only, moduleNames, 'only')
  const { projections, reactions } = workOf(modules)
  const work = {
    projections: own.includes('projections') ? projections : [],
    reactions: own.includes('reactions') ? reactions : [],
  }
  const folding = own.filter((role) => role === 'projections' || role === 'reactions').join('+')
  const some = modules.length === moduleNames.length ? '' : `.${modules.join('+')}`
  return { roles: new Set(own), work, group: `${folding}${some}` }
}
