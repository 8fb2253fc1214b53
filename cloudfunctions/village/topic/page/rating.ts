import { states } from '@/domain/procedure/states'
import { axisAverages, ratingId, satisfaction, wordsOfAll } from '@/domain/topic/ratings'
import type { Seen } from './seen'

/** How satisfied people are with what came of it, once that may be said; null where nothing is rated. */
export function ratingShown({ topic, actor, ratings, readsTalk }: Seen) {
  const { rated } = states[topic.state]
  if (!rated) return null
  const score = satisfaction(ratings)
  const mine = actor ? ratings.find(rating => rating.id === ratingId(topic.id, actor.id)) : undefined
  return {
    open: rated === 'gathering',
    mine: mine ? { stars: mine.stars, axes: { ...mine.axes }, words: mine.words } : null,
    raters: ratings.length,
    average: score?.average ?? null,
    satisfiedPercent: score?.satisfiedPercent ?? null,
    axes: axisAverages(ratings),
    words: readsTalk ? wordsOfAll(ratings) : [],
  }
}
