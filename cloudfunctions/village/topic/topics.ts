import { grant } from '@/domain/ground/decision'
import { allStates, isEnded, isOpenToAll, runningStates } from '@/domain/procedure/states'
import { alikeFrom, likeness } from '@/domain/ground/similar'
import type { Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { maySee } from './take-step'
import { titleFor, topicCards, wordsKept } from './topic-card'
import type { Handler } from '../ground/handler'

const pageSize = 20
const ended = allStates.filter(state => isOpenToAll(state) && isEnded(state))

export const listTopics: Handler<'topic.list'> = async ({ show, category, after }, { store, org, actor, clock }) => {
  const now = clock.now()
  const paged = { limit: pageSize, after }
  if (show === 'supported') {
    if (!actor) return grant({ topics: [], next: null, now })
    const supports = await store.list('supports', { match: { personId: actor.id }, order: { by: 'at', descending: true }, ...paged })
    const topics = await store.getMany(
      'topics',
      supports.rows.map(support => support.topicId),
    )
    return grant({
      topics: await topicCards(
        store,
        topics.filter(topic => maySee(topic, actor)),
        actor,
        now,
      ),
      next: supports.next,
      now,
    })
  }
  if (show === 'mine') {
    if (!actor) return grant({ topics: [], next: null, now })
    const page = await store.list('topics', { match: { authorId: actor.id }, order: { by: 'activeAt', descending: true }, ...paged })
    return grant({ topics: await topicCards(store, page.rows, actor, now), next: page.next, now })
  }
  const state = show === 'running' ? runningStates : ended
  const page = await store.list('topics', {
    match: category ? { orgId: org.id, state, category } : { orgId: org.id, state },
    order: { by: 'activeAt', descending: true },
    ...paged,
  })
  return grant({ topics: await topicCards(store, page.rows, actor, now), next: page.next, now })
}

/** Open topics that sound alike, best first. Only topics that still go on are compared: their number does not grow with the years. */
async function soundingLike(store: Store, orgId: string, words: string, not: string | undefined): Promise<Topic[]> {
  const { rows } = await store.list('topics', {
    match: { orgId, state: runningStates },
    order: { by: 'activeAt', descending: true },
    limit: 300,
  })
  return rows
    .filter(topic => topic.id !== not)
    .map(topic => ({ topic, alike: likeness(words, topic) }))
    .filter(({ alike }) => alike >= alikeFrom)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, 5)
    .map(({ topic }) => topic)
}

export const similarTopics: Handler<'topic.similar'> = async ({ text, where, not }, { store, org, actor, clock }) => {
  const found = await soundingLike(store, org.id, `${text} ${where ?? ''}`, not)
  const cards = await topicCards(store, found, actor, clock.now())
  return grant({
    topics: found.map((topic, i) => ({
      id: topic.id,
      title: titleFor(topic, actor),
      where: wordsKept(topic, actor) === null ? topic.where : '',
      state: topic.state,
      supports: cards[i]?.supports ?? 0,
      supported: cards[i]?.supported ?? false,
    })),
  })
}
