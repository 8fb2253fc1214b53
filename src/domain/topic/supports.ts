import type { State } from '../procedure/states'

/** While it is being decided what to do; after that a support would say nothing any more. */
const supportable: readonly State[] = ['accepted', 'topic_review', 'classified', 'scheduled', 'deliberating']

/** Whether a topic in this state still takes supports, and lets them be withdrawn. */
export const takesSupport = (state: State): boolean => supportable.includes(state)
