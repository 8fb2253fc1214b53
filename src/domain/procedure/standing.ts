import { dayOf, spokenDay, startOf } from '../calendar'
import { states, type State } from './states'

/** How a topic stands, at a glance: green goes on, amber waits for somebody, red is late, grey is over. */
export type Standing = 'green' | 'amber' | 'blue' | 'red' | 'grey'

const waiting: readonly State[] = ['submitted', 'screening', 'returned', 'topic_review', 'classified', 'outcome_drafting', 'unresolved']
const gathering: readonly State[] = ['accepted', 'evaluating']

export function standing(state: State, overdue: boolean): Standing {
  if (states[state].ended) return 'grey'
  if (overdue) return 'red'
  if (waiting.includes(state)) return 'amber'
  return gathering.includes(state) ? 'blue' : 'green'
}

const day = 86_400_000

/** 「今天到期」「还有 3 天」「11月27日前」「超期 2 天」. `dueAt` is 24:00 of the last day. */
export function dueWords(dueAt: number, now: number): string {
  const last = dayOf(dueAt - 1)
  const left = Math.round((startOf(last) - startOf(dayOf(now))) / day)
  if (left < 0) return `超期 ${-left} 天`
  if (left === 0) return '今天到期'
  return left <= 7 ? `还有 ${left} 天` : `${spokenDay(last)}前`
}
