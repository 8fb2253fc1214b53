import { dayOf, startOf } from '@/domain/ground/calendar'
import { caseId, reasonNames, reportId, type Case } from '@/domain/moderation/cases'
import { grant, refuse } from '@/domain/ground/decision'
import type { Comment } from '@/domain/talk/discussion'
import { isOpenToAll } from '@/domain/procedure/states'
import { isStaff } from '@/domain/resident/people'
import { isAuthor } from '@/domain/topic/topic'
import type { Parsed } from '@/contract'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { newCase, nicknameId, putCase, type Doubted } from '../ground/case-rows'
import { allRows } from '../ground/all-rows'
import { photosOn } from '../topic/topic-page'
import type { Context, Handler } from '../ground/handler'
import { optional } from './cases'

/**
 * A further report changes nothing in this case: somebody looks at it, it is put away already, or the supervision committee put it back and
 * it is not judged a second time.
 */
const settled = ({ state, appeal }: Case): boolean => (state !== 'shown' && state !== 'screening') || appeal !== null

export const report: Handler<'report.file'> = async (input, context) => {
  const { store, org, actor, clock } = context
  const said = optional(input.words)
  if (!said.ok) return said
  const thing = await reported(input, context)
  if (!thing) return refuse('nothing-to-report')
  if (thing.own) return refuse('own-thing')
  const id = caseId(thing.kind, thing.thingId)
  const now = clock.now()
  return store.commit(async tx => {
    if (await tx.get('reports', reportId(id, actor.id))) return grant({})
    await tx.insert('reports', {
      id: reportId(id, actor.id),
      orgId: org.id,
      caseId: id,
      personId: actor.id,
      reason: input.reason,
      words: said.value,
      at: now,
    })
    const earlier = await tx.get('cases', id)
    const { kind, thingId, topicId, authorId, text, orgId } = thing
    // A picture the machine doubted before it stood on a topic has its topic now.
    const one =
      earlier && settled(earlier) ? { ...earlier, topicId } : newCase(earlier, { kind, thingId, topicId, authorId, text, orgId }, null, now)
    await putCase(tx, one, { at: now, did: 'reported', byId: null, reason: input.reason, words: '' })
    return grant({})
  })
}

type Reported = Doubted & { readonly own: boolean }

/** What is reported, if everybody sees it. */
async function reported({ kind, id, topicId }: Parsed<'report.file'>, { store, own, org, actor }: Context): Promise<Reported | null> {
  const comment = kind === 'comment' || kind === 'nickname' || kind === 'avatar' ? await own('comments', id) : undefined
  const on = kind === 'topic' ? id : comment ? comment.topicId : topicId
  const topic = on === undefined ? undefined : await own('topics', on)
  if (!topic || !maySee(topic, actor)) return null
  const thing = { orgId: org.id, kind, thingId: id, topicId: topic.id }
  if (kind === 'nickname' || kind === 'avatar') return comment ? beside(store, kind, comment, actor.id) : null
  if (kind === 'comment')
    return comment?.visible === 'shown'
      ? { ...thing, authorId: comment.authorId, text: comment.text, own: comment.authorId === actor.id }
      : null
  // Before a topic is open to all, the moderator reads it in the step that takes it in: no case is needed.
  if (!isOpenToAll(topic.state)) return null
  if (kind === 'topic') {
    const text = [topic.title, topic.what, topic.where, topic.affected, topic.suggestion].join('\n')
    return topic.wordsHidden ? null : { ...thing, authorId: topic.authorId, text, own: isAuthor(topic, actor.id) }
  }
  const stands =
    topic.photoIds.includes(id) ||
    photosOn(topic, await allRows(store, 'journal', { match: { topicId: topic.id }, order: { by: 'n' } })).some(({ ids }) =>
      ids.includes(id),
    )
  const photo = stands ? await own('photos', id) : undefined
  if (!photo || photo.check === 'waiting' || photo.check === 'risky') return null
  return { ...thing, authorId: photo.ownerId, text: '', own: photo.ownerId === actor.id }
}

/** How its author shows herself beside a comment that everybody sees. An office is named in full and shows neither. */
async function beside(
  store: Store,
  kind: 'nickname' | 'avatar',
  { orgId, authorId, showName, visible }: Comment,
  reader: string,
): Promise<Reported | null> {
  const author = showName && visible === 'shown' ? await store.get('people', authorId) : undefined
  if (!author || isStaff(author)) return null
  const thing = { orgId, kind, topicId: '', authorId, own: authorId === reader }
  if (kind === 'nickname')
    return author.nickname === undefined ? null : { ...thing, thingId: nicknameId(authorId, author.nickname), text: author.nickname }
  const photo = author.avatarId === undefined ? undefined : await store.get('photos', author.avatarId)
  return photo?.use === 'avatar' && photo.check !== 'waiting' && photo.check !== 'risky' ? { ...thing, thingId: photo.id, text: '' } : null
}

/** Counted from the log, which nobody can take anything out of. */
export const counts: Handler<'case.counts'> = async (_, { store, org, clock }) => {
  const year = Number(dayOf(clock.now()).slice(0, 4))
  const entries = await allRows(store, 'caseLog', { match: { orgId: org.id }, order: { by: 'at' }, from: startOf(`${year}-01-01`) })
  const hidden = entries.filter(({ did }) => did === 'hidden')
  return grant({
    year,
    hidden: reasonNames
      .map(reason => ({ reason, times: hidden.filter(entry => entry.reason === reason).length }))
      .filter(({ times }) => times > 0),
    restored: entries.filter(({ did }) => did === 'restored').length,
  })
}
