import Type, { type TSchema } from 'typebox'

/** The schema, or null; a plain type stays plain, which serialises faster than a choice. */
export const nullable = (schema: TSchema): TSchema =>
  'type' in schema && schema.type !== 'array' && schema.type !== 'object'
    ? Type.Unsafe({ ...schema, type: [schema.type, 'null'] })
    : Type.Union([schema, Type.Null()])
