import type { Topic } from '../topic'
import { dossierText } from '../topic'
import type { StepName } from './tracks'

/** What a taken step changes in the topic beside its state and dossier. */
const effects: { readonly [Name in StepName]?: (topic: Topic) => Partial<Topic> } = {
  next_round: topic => ({ round: topic.round + 1 }),
  merge: topic => ({ parentId: dossierText(topic.dossier, 'parent') }),
  second_round: () => ({ sessionId: null, commentsUntil: null, round: 1 }),
}

/** The topic with what the step brings about. */
export const affected = (topic: Topic, name: StepName): Topic => ({ ...topic, ...effects[name]?.(topic) })
