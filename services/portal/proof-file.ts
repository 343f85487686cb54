/** What the page shows of one object drawn; a sealed plan's public proof names no stratum. */
export interface SelectedObject {
  readonly uscc: string
  readonly stratum?: string
  readonly reason: 'stratum' | 'floor'
  readonly ticket: string
  readonly inspectors?: readonly string[]
  readonly unassigned?: string
}

/** What was drawn, in ascending ticket order, and how many of each stratum; none for a sealed plan. */
export interface Selection {
  readonly selected: readonly SelectedObject[]
  readonly perStratum: ReadonlyMap<string, number>
}

/** Reads a proof file of draw protocol 1, section 7. Throws SyntaxError for bytes that aren't JSON. */
export const selectionOf = (bytes: Uint8Array): Selection => {
  const { selected } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly selected: readonly SelectedObject[] }
  const perStratum = new Map<string, number>()
  for (const { stratum } of selected)
    if (stratum !== undefined) perStratum.set(stratum, (perStratum.get(stratum) ?? 0) + 1)
  return { selected: selected.map(shown), perStratum }
}

// The rest of the file, which names the whole population, is let go.
const shown = ({ uscc, stratum, reason, ticket, inspectors, unassigned }: SelectedObject): SelectedObject => ({
  uscc,
  reason,
  ticket,
  ...(stratum === undefined ? {} : { stratum }),
  ...(inspectors === undefined ? {} : { inspectors }),
  ...(unassigned === undefined ? {} : { unassigned }),
})
