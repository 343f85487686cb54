import Type from 'typebox'
import { pageFor } from './page.ts'
import type { CheckedPages, Ports } from './ports.ts'

/** A page for those who hold a task slip or a code for a rating: no computer on the way keeps it. */
export const pageForChecked = pageFor<Ports & { readonly checked: CheckedPages }>({
  kept: 'no-store',
  enter: ({ checked, ...ports }) => checked && { ports: { ...ports, checked } },
})

/** What is printed on a slip, and what a rating is given by. */
export const oneTimeCode = Type.String({ pattern: '^[0-9a-f]{32}$' })
