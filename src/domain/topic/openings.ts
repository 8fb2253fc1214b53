import { addDays, dayOf, endOf } from '../ground/calendar'
import { numberChosen } from '../law/settings'
import { rulesOf } from '../procedure/engine/ruled'
import { states } from '../procedure/states'
import { has, type Person } from '../resident/people'
import type { Topic } from './topic'

const talking: readonly Topic['state'][] = ['accepted', 'topic_review', 'classified', 'scheduled', 'deliberating']
/** Whether something may still be said: from the topic's publication to the end of its comment window. */
export const talkOpen = (topic: Pick<Topic, 'state' | 'commentsUntil'>, now: number): boolean =>
  talking.includes(topic.state) && (topic.commentsUntil === null || now < topic.commentsUntil)

const collecting: readonly Topic['state'][] = [...talking, 'outcome_drafting']
/** A special member may bring in what workers said until the outcome is written. */
export const mayCollect = (topic: Pick<Topic, 'state'>, person: Person): boolean =>
  has(person, 'special_member') && collecting.includes(topic.state)

type Posted = Pick<Topic, 'state' | 'enteredAt' | 'openObjections' | 'rules' | 'raisedAt' | 'chosen'>

/** The last instant for an objection to this posting, by the days the village had chosen when the topic was raised (T08). */
export const objectionsUntil = (topic: Posted): number =>
  endOf(addDays(dayOf(topic.enteredAt), numberChosen(rulesOf(topic), 'objectionDays', topic.chosen ?? {})))

/** Until when an objection may be raised, inside the posting's days; null where nothing is posted. */
export function objectionWindow(topic: Posted, now: number) {
  if (states[topic.state].posts === undefined) return null
  const until = objectionsUntil(topic)
  return { open: now < until, until, waiting: topic.openObjections }
}
