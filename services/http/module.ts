import type { RecordKind } from '@mingjian/codes'
import type {
  AnyDeadline,
  AnyDecider,
  AnyPreparedAct,
  AnyProjection,
  DocumentTemplates,
  Reaction,
} from '@mingjian/kernel'
import type { ClockModel, Rule, Setting } from '@mingjian/law'
import type { FastifyPluginAsync } from 'fastify'

/** What a service offers; what it doesn't have it leaves out. `P`: what its routes ask of the platform. */
export interface Module<P extends object = object> {
  readonly name: string
  readonly deciders?: readonly AnyDecider[]
  /** Acts that rest on more than the log. */
  readonly preparedActs?: readonly AnyPreparedAct[]
  readonly projections?: readonly AnyProjection[]
  readonly reactions?: readonly Reaction[]
  readonly deadlines?: readonly AnyDeadline[]
  /** How the document of each act reads. */
  readonly documents?: DocumentTemplates
  /** What the deadlines board joins. */
  readonly clockModels?: readonly ClockModel[]
  /** What `mingjian import KIND` takes. */
  readonly records?: readonly RecordKind[]
  /** The rules that can be asked, and what of them an authority may set. */
  readonly law?: { readonly rules: readonly Rule[]; readonly settings?: readonly Setting<unknown>[] }
  /** Tables of its own adapters, by the version of the data that brought them. */
  readonly tables?: Readonly<Record<number, string>>
  /** What it answers over HTTP, with the whole path. */
  readonly routes?: FastifyPluginAsync<P>
}
