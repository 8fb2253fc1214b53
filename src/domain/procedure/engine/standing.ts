import { states, type State } from '../states'

/** How a topic stands, at a glance: green goes on, amber waits for somebody, blue gathers voices, red is late, grey is over. */
export type Standing = 'green' | 'amber' | 'blue' | 'red' | 'grey'

const waiting: readonly State[] = ['submitted', 'screening', 'returned', 'topic_review', 'classified', 'outcome_drafting', 'unresolved']
const gathering: readonly State[] = ['accepted', 'evaluating']

export function standing(state: State, overdue: boolean): Standing {
  if (states[state].ended) return 'grey'
  if (overdue) return 'red'
  if (waiting.includes(state)) return 'amber'
  return gathering.includes(state) ? 'blue' : 'green'
}
