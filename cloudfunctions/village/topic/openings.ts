import { has, type Person } from '@/domain/resident/people'
import type { Topic } from '@/domain/topic/topic'

const talking: readonly Topic['state'][] = ['accepted', 'topic_review', 'classified', 'scheduled', 'deliberating']
/** Whether something may still be said: from the topic's publication to the end of its comment window. */
export const talkOpen = (topic: Topic, now: number): boolean =>
  talking.includes(topic.state) && (topic.commentsUntil === null || now < topic.commentsUntil)

const collecting: readonly Topic['state'][] = [...talking, 'outcome_drafting']
/** A special member may bring in what workers said until the outcome is written. */
export const mayCollect = (topic: Topic, person: Person): boolean => has(person, 'special_member') && collecting.includes(topic.state)
