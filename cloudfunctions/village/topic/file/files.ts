import { grant, refuse } from '@/domain/ground/decision'
import { passportOf } from '@/domain/procedure/file/passport'
import { maySee } from '../take-step'
import { allRows } from '../../ground/all-rows'
import { factsFor } from '../facts'
import { filePage, personsIn, photosIn } from './file-page'
import { titleFor, topicCards, wordsKept } from '../topic-card'
import { visiblePhotos } from '../../ground/visible-photos'
import type { Handler } from '../../ground/handler'
import { mayReadText } from '../page/reads-text'

/** WeChat's database gives no more rows at once. */
const most = 1000

export const viewFile: Handler<'file.view'> = async ({ id }, { store, own, org, actor, clock }) => {
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  const [facts, journal, parent, merged] = await Promise.all([
    factsFor(store, clock, org, topic),
    allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }),
    topic.parentId ? own('topics', topic.parentId) : undefined,
    store.getMany('topics', [...topic.mergedIds, ...(topic.partedIds ?? [])]),
  ])
  const passport = passportOf(topic, journal, facts)
  const [people, photos, [card]] = await Promise.all([
    store.getMany('people', personsIn(passport).slice(0, most)),
    visiblePhotos(store, photosIn(passport, topic, actor).slice(0, most), actor),
    topicCards(store, [topic], actor, facts.now, new Map([[id, facts.supports]])),
  ])
  const reading = {
    topic,
    viewer: actor,
    people: new Map(people.map(person => [person.id, person])),
    titles: new Map(parent ? [[parent.id, titleFor(parent, actor)]] : []),
    quoted: [topic, ...merged, ...(parent ? [parent] : [])],
    photos: (ids: readonly string[]) => photos.of(ids),
  }
  return grant(
    filePage(org, passport, journal, reading, {
      title: titleFor(topic, actor),
      author: card?.author ?? '',
      words: mayReadText(topic, journal, actor) && wordsKept(topic, actor) === null,
      now: facts.now,
    }),
  )
}
