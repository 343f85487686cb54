import type { Sentence } from '@mingjian/kernel'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Locale } from 'typebox/system'
import { Value } from 'typebox/value'
import { type Problem, problem } from './problem.ts'

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[number]

const WHERE: Readonly<Record<string, Sentence>> = {
  querystring: { zh: '查询参数', en: 'query parameter' },
  params: { zh: '路径参数', en: 'path parameter' },
  headers: { zh: '请求头', en: 'header' },
  body: { zh: '成员', en: 'member' },
}
const ANYWHERE: Sentence = { zh: '值', en: 'value' }

const unknownParameter = problem(400, 'unknown-parameter', {
  zh: '不认识的{where}：{names}；本接口只有：{known}。',
  en: 'Unknown {where} {names}: this route knows {known}.',
})
const missingParameter = problem(400, 'missing-parameter', {
  zh: '缺少{where}：{names}。',
  en: 'The {where} {names} is missing.',
})
const wrongWhole = problem(400, 'invalid-parameter', { zh: '{where}{fault}。', en: 'The {where} {fault}.' })
const wrongMember = problem(400, 'invalid-parameter', {
  zh: '{where} {name} {fault}。',
  en: 'The {where} {name} {fault}.',
})
const holdsNulCharacter = problem(400, 'invalid-parameter', {
  zh: '文字中含有 NUL 字符。',
  en: 'A text holds the character NUL.',
})

/** What is wrong with a member; a schema's description says best what a text must be. */
const faultOf = (fault: Fault, schema: TSchema, path: readonly string[]): Sentence => {
  const described = path.reduce<unknown>(
    (at, step) => (at as { properties?: Record<string, unknown> } | undefined)?.properties?.[step],
    schema,
  ) as { description?: string; enum?: readonly unknown[] } | undefined
  if (described?.enum !== undefined)
    return { zh: `应当是其中之一：${described.enum.join('、')}`, en: `must be one of ${described.enum.join(', ')}` }
  if (described?.description !== undefined && (fault.keyword === 'pattern' || fault.keyword === 'format'))
    return { zh: `应当是：${described.description}`, en: `must be: ${described.description}` }
  return { zh: Locale.zh_Hans(fault), en: fault.message }
}

const problemOf = (faults: readonly Fault[], schema: TSchema, httpPart: string | undefined): Problem => {
  const where = WHERE[httpPart ?? ''] ?? ANYWHERE
  for (const fault of faults) {
    if (fault.keyword === 'additionalProperties') {
      const known = Object.keys((schema as { properties?: object }).properties ?? {}).join(', ')
      return unknownParameter({
        where,
        names: fault.params.additionalProperties.join(', '),
        known: known === '' ? { zh: '无', en: 'none' } : known,
      })
    }
    if (fault.keyword === 'required')
      return missingParameter({ where, names: fault.params.requiredProperties.join(', ') })
  }
  const [first] = faults
  if (first === undefined) return wrongWhole({ where, fault: { zh: '有误', en: 'is wrong' } })
  const path = first.instancePath === '' ? [] : first.instancePath.slice(1).split('/')
  const fault = faultOf(first, schema, path)
  if (path.length > 0) return wrongMember({ where, name: path.join('.'), fault })
  return wrongWhole({ where: httpPart === 'body' ? { zh: '请求体', en: 'body' } : where, fault })
}

const holdsNul = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\0')
    : typeof value === 'object' && value !== null && Object.values(value).some(holdsNul)

/** Checks a part of a request by its TypeBox schema. Texts of query and path become the numbers that the schema asks for; a body is taken as it is. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema)
  return (value) => {
    // No text of the register holds one, and the database takes none.
    if (holdsNul(value)) return { error: holdsNulCharacter({}) }
    if (compiled.Check(value)) return { value }
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value)
    if (compiled.Check(converted)) return { value: converted }
    return { error: problemOf(compiled.Errors(converted), schema, httpPart) }
  }
}
