import { endOf } from '../calendar'
import { dossierText, type Topic } from '../topic'
import type { StepName } from './tracks'

function promised(topic: Topic): Partial<Topic> {
  const finishBy = dossierText(topic.dossier, 'finishBy')
  return finishBy === null ? {} : { dueAt: endOf(finishBy) }
}

/** What a taken step changes in the topic beside its state and dossier. */
const effects: { readonly [Name in StepName]?: (topic: Topic) => Partial<Topic> } = {
  next_round: topic => ({ round: topic.round + 1 }),
  // A session counts once it is held.
  convene: topic => ({ sessions: topic.sessions + 1, postponed: 0 }),
  reschedule: topic => ({ postponed: topic.postponed + 1, sessionId: null, commentsUntil: null }),
  // From here on the day that matters is the one that was promised.
  start_work: promised,
  rework: promised,
  merge: topic => ({ parentId: dossierText(topic.dossier, 'parent') }),
  second_round: () => ({ sessionId: null, commentsUntil: null, round: 1 }),
}

/** The topic with what the step brings about. */
export const affected = (topic: Topic, name: StepName): Topic => ({ ...topic, ...effects[name]?.(topic) })
