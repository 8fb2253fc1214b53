import { talkOpen } from '@/domain/topic/openings'
import { nameOf, type Seen } from './seen'

/** What was said of it: what special members brought in, and where the talk stands. */
export const talkedShown = ({ topic, actor, opinions, people, comments, readsTalk, staff, now }: Seen) => ({
  opinions: opinions
    .filter(({ visible = 'shown', collectorId }) => readsTalk && (visible === 'shown' || actor?.id === collectorId || staff))
    .map(({ collectorId, words, voices, at }) => ({ collector: nameOf(people, collectorId), words, voices, at })),
  opinionVoices: opinions.reduce((sum, { voices }) => sum + voices, 0),
  discussion: { round: topic.round, comments: readsTalk ? comments : 0, until: topic.commentsUntil, open: talkOpen(topic, now) },
})
