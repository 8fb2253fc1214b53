import type { Evidence } from './evidence'
import { fieldOf, fields, type FieldName } from './fields'
import { states, type State } from './states'

const fieldNames = Object.keys(fields) as FieldName[]
/** Fields a state begins without: a new posting needs photographs of its own board, a new meeting its own count. */
export const freshIn = (state: State): readonly FieldName[] =>
  fieldNames.filter(name => {
    const among = fieldOf(name).freshIn
    return among === 'postings' ? states[state].posts !== undefined : among?.includes(state)
  })
/** What was told so far, as far as it is carried into this state. */
export function carriedInto(state: State, dossier: Evidence): Evidence {
  const fresh: readonly string[] = freshIn(state)
  return Object.fromEntries(Object.entries(dossier).filter(([name]) => !fresh.includes(name)))
}
