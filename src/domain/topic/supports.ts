import type { State } from '../procedure/states'
import { has, type Person } from '../resident/people'

/** While it is being decided what to do; after that a support would say nothing any more. */
const supportable: readonly State[] = ['accepted', 'topic_review', 'classified', 'scheduled', 'deliberating']

/** Whether a topic in this state still takes supports, and lets them be withdrawn. */
export const takesSupport = (state: State): boolean => supportable.includes(state)

/** Whose topics need no support (procedures §3.3). */
export const needsNoSupport = (author: Person | undefined): boolean =>
  author !== undefined &&
  has(
    author,
    'representative',
    'special_member',
    'coordinator',
    'group_leader',
    'committee',
    'party_secretary',
    'supervisor',
    'town_officer',
  )
