import { grant, refuse } from '@/domain/ground/decision'
import type { Handler } from '../ground/handler'
import { putAwayOf } from '../moderation/cases'
import { sessionCards } from '../session/session-card'
import { motionCard } from '../vote/motion-card'
import { nextShown, pendingShown, stepsShown } from './page/ahead'
import { decidedShown } from './page/decided'
import { mayShown } from './page/may'
import { recordShown } from './page/on-record'
import { picturesShown } from './page/pictures'
import { ratingShown } from './page/rating'
import { lookUp, named } from './page/seen'
import { talkedShown } from './page/talked'
import { wordsShown } from './page/words'
import { petitionLine } from './petition-line'
import { maySee } from './take-step'

export const viewTopic: Handler<'topic.view'> = async ({ id }, context) => {
  const { store, own, actor, clock } = context
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  const seen = await lookUp(context, topic)
  const now = clock.now()
  const [card] = seen.cards
  if (!card) return refuse('no-such-topic')
  const parent = seen.parent ? named(seen, seen.parent) : null
  const merged = seen.merged.map(child => named(seen, child))
  const titles = new Map([...merged, ...(parent ? [parent] : [])].map(other => [other.id, other.title]))
  const pictures = await picturesShown(store, seen)
  const { rev, showName, origin, voices } = topic
  return grant({
    ...{ now, card, rev, showName, origin, voices, parent, merged },
    coAuthors: topic.coAuthorIds.length,
    supportsNeeded: seen.facts.supportsNeeded,
    ...wordsShown(seen),
    ...pictures.page,
    next: nextShown(seen),
    steps: stepsShown(seen),
    pending: pendingShown(seen, titles),
    session: seen.session ? ((await sessionCards(store, [seen.session], actor, [topic]))[0] ?? null) : null,
    motions: await Promise.all(seen.motions.map(motion => motionCard(store, motion, actor))),
    ...decidedShown(seen, titles),
    ...talkedShown(seen),
    rating: ratingShown(seen),
    ...mayShown(seen),
    ...recordShown(seen),
    petition: await petitionLine(store, topic, actor, now),
    putAway: actor ? await putAwayOf(store, id, pictures.shown, actor, now) : [],
  })
}
