import type { Topic } from '../topic/topic'
import { isMajor, states, type State } from './states'

const asking: readonly State[] = ['screening', 'accepted', 'topic_review', 'classified']
/** The way an ordinary matter goes when nothing turns it aside; the road on its page. */
export const ordinaryRoad: readonly State[] = [
  ...asking,
  'scheduled',
  'deliberating',
  'outcome_drafting',
  'outcome_posting',
  'implementing',
  'result_posting',
  'evaluating',
  'closed',
]
/** A small matter: somebody does it. */
export const quickRoad: readonly State[] = [...asking, 'quick_registered', 'quick_assigned', 'quick_done', 'quick_closed']
/** 四议两公开, its six steps and what the village adds to them (procedures §2.1, §2.3). */
export const majorRoad: readonly State[] = [
  ...asking,
  'party_proposal',
  'two_committees',
  'legality_review',
  'party_members',
  'noticing',
  'voting',
  'resolution_posting',
  'major_implementing',
  'major_result_posting',
  'major_evaluating',
  'post_evaluation',
  'major_closed',
]
const collectiveRoad: readonly State[] = majorRoad.flatMap(state =>
  state === 'noticing' ? (['town_report', 'noticing'] as const) : [state],
)

/** Which of the six steps of 四议两公开 a state is, as it is called in the village. */
export const sixSteps: { readonly [S in State]?: string } = {
  party_proposal: '议一',
  two_committees: '议二',
  party_members: '议三',
  voting: '议四',
  resolution_posting: '公开一',
  major_result_posting: '公开二',
}

/** The road this topic is on, as far as it is known where it leads. */
export function roadOf(topic: Pick<Topic, 'state' | 'dossier'>): readonly State[] {
  const matterClass = topic.dossier.matterClass
  if (states[topic.state].code.startsWith('Q') || matterClass === 'L3') return quickRoad
  if (isMajor(topic.state) || matterClass === 'L1' || matterClass === 'G1') return majorRoad
  return matterClass === 'C1' || matterClass === 'C2' ? collectiveRoad : ordinaryRoad
}
