import type { Html } from '@mingjian/http'
import type { FastifyRequest } from 'fastify'
import Type, { type Static, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { type Failure, failed, noSuchPage } from './parts/failure.ts'
import type { Ports } from './ports.ts'

/** Which part of the site a page belongs to. */
export type Section =
  | '/'
  | '/lists/abnormal'
  | '/lists/serious'
  | '/draws'
  | '/about'
  | '/staff/board'
  | '/staff/visits'

/** A page as it is shown. */
export interface Shown {
  readonly title: string
  readonly body: Html
  readonly current?: Section
  /** Without it, Chinese. */
  readonly language?: 'en'
  /** Of HTTP; 200 without it. */
  readonly status?: number
}

/** The way to another page. */
export interface Onward {
  readonly to: string
  /** 303 after what was sent. */
  readonly status: 302 | 303
  readonly cookie?: string
}

export type Answer = Shown | Onward

type Members = Readonly<Record<string, TSchema>>
type Values<M extends Members> = { readonly [K in keyof M]: Static<M[K]> }

/** What was asked for. A parameter of the query that says nothing, or not what its schema wants, is left out. */
export interface Asked<P extends Members, Q extends Members> {
  readonly params: Values<P>
  readonly query: Partial<Values<Q>>
  /** `https://host`, as the visitor wrote it. */
  readonly origin: string
}

type Request = Pick<FastifyRequest, 'params' | 'query' | 'body' | 'url' | 'headers' | 'protocol' | 'host'>
type Render<A, X> = (asked: A, ports: X) => Answer | Promise<Answer>

/** A page: where it is, what it asks for, and what it shows. */
interface Definition<P extends Members, Q extends Members, X> {
  readonly path: string
  readonly params?: P
  readonly query?: Q
  /** Said where the path isn't as `params` wants it. */
  readonly otherwise?: Failure
  readonly render: Render<Asked<P, Q>, X>
  /** What is sent from it: by where to, behind its own path. */
  readonly forms?: Readonly<Record<string, Render<Asked<P, Q> & { readonly form: URLSearchParams }, X>>>
}

/** For whom pages are: what they rest on, or what is shown instead to who may not see them. */
export interface Audience<X> {
  /** Whether a computer on the way may keep them: never without asking, so that a removal shows at once; or not at all. */
  readonly kept: 'no-cache' | 'no-store'
  /** Undefined where this portal has no such pages. */
  readonly enter: (
    ports: Ports,
    request: Pick<Request, 'headers' | 'url'>,
  ) => { readonly ports: X } | Answer | undefined
}

/** A page as the portal registers it. */
export interface AnyPage extends Pick<Audience<never>, 'kept'> {
  readonly path: string
  readonly get: (request: Request, ports: Ports) => Promise<Answer | undefined>
  readonly post: Readonly<Record<string, (request: Request, ports: Ports) => Promise<Answer | undefined>>>
}

const LONGEST = 200

/** What a person can have meant to write: no database and no page takes a control character. */
const written = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, LONGEST)

/** The members that are as their schemas want them; of a parameter that is given twice, the first. */
const membersOf = (members: Members, given: unknown): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, schema]) => {
      const raw = (given as Readonly<Record<string, string | readonly string[] | undefined>>)[name]
      const text = written((typeof raw === 'string' ? raw : raw?.[0]) ?? '')
      const value = Value.Convert(schema, text)
      return text !== '' && Value.Check(schema, value) ? [[name, value]] : []
    }),
  )

/** Defines pages for an audience. */
export const pageFor =
  <X>({ kept, enter }: Audience<X>) =>
  <const P extends Members = Record<never, never>, const Q extends Members = Record<never, never>>(
    definition: Definition<P, Q, X>,
  ): AnyPage => {
    const { path, params: wanted = {} as P, query: known = {} as Q, otherwise = noSuchPage } = definition
    const answering =
      <A>(render: Render<Asked<P, Q> & A, X>, more: (request: Request) => A) =>
      async (request: Request, all: Ports): Promise<Answer | undefined> => {
        const entered = enter(all, request)
        if (entered === undefined || !('ports' in entered)) return entered
        const params = membersOf(wanted, request.params)
        if (Object.keys(wanted).some((name) => !(name in params))) return failed(404, otherwise)
        const query = membersOf(known, request.query)
        const asked = { params, query, origin: `${request.protocol}://${request.host}` } as Asked<P, Q>
        return render({ ...asked, ...more(request) }, entered.ports)
      }
    const formIn = ({ body }: Request) => ({ form: body instanceof URLSearchParams ? body : new URLSearchParams() })
    const forms = Object.entries(definition.forms ?? {})
    return {
      ...{ path, kept },
      get: answering(definition.render, () => ({})),
      post: Object.fromEntries(forms.map(([to, render]) => [to, answering(render, formIn)])),
    }
  }

/** A page for everybody. */
export const page = pageFor<Ports>({ kept: 'no-cache', enter: (ports) => ({ ports }) })

/** A parameter in words. */
export const text = Type.String()
/** A place in a list, from the second on: without it the list is shown from its beginning. */
export const place = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
