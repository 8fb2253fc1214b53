import { grant, refuse } from '@/domain/ground/decision'
import { boardCode, entryId } from '@/domain/ground/journal'
import type { Notice } from '@/domain/notice/notices'
import { mayAssign } from '@/domain/notice/reach'
import { isOpenToAll } from '@/domain/procedure/states'
import { objectionWindow } from '@/domain/topic/openings'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { allRows } from '../ground/all-rows'
import { keepTitles } from '../topic/kept-titles'
import { motionCard } from '../vote/motion-card'
import { noticeCard } from './notice-card'
import { boardPhotos, decision, resultShown } from '../topic/topic-page'
import { titleFor } from '../topic/topic-card'
import { visiblePhotos } from '../ground/visible-photos'
import type { Handler } from '../ground/handler'
import { officersOf } from '../ground/officers'

const pageSize = 20
const boards = ['outcome', 'result', 'session', 'vote'] as const

export const listNotices: Handler<'notice.list'> = async ({ board, after }, { store, org, actor, clock }) => {
  const page = await store.list('notices', {
    match: { orgId: org.id, board: board === 'all' ? boards : board },
    order: { by: 'at', descending: true },
    limit: pageSize,
    after,
  })
  return grant({
    notices: (await keepTitles(store, page.rows, actor)).map(notice => noticeCard(notice, actor)),
    next: page.next,
    now: clock.now(),
  })
}

/** The journal entry that put this notice up; its number is part of the notice's id. */
const revOf = ({ id, topicId }: Notice): number => Number(id.slice(topicId.length + 1).split(':')[0])

export const viewNotice: Handler<'notice.view'> = async ({ id }, { store, own, org, actor, clock }) => {
  const notice = await own('notices', id)
  if (!notice || notice.board === 'none') return refuse('no-such-notice')
  const topic = await own('topics', notice.topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-notice')
  const [motions, officers, posted] = await Promise.all([
    notice.motionId
      ? store.getMany('motions', [notice.motionId])
      : allRows(store, 'motions', { match: { topicId: topic.id }, order: { by: 'opensAt' } }),
    officersOf(store, org.id),
    own('journal', entryId(topic.id, revOf(notice))),
  ])
  const decided = decision(topic, new Map(officers.map(person => [person.id, person])), actor)
  const now = clock.now()
  const done = notice.board === 'result' ? resultShown(topic) : null
  const onBoard = boardPhotos(topic)
  const photos = await visiblePhotos(store, [...onBoard, ...(done?.photoIds ?? [])], actor)
  return grant({
    now,
    notice: noticeCard((await keepTitles(store, [notice], actor))[0] ?? notice, actor),
    topicTitle: titleFor(topic, actor),
    state: topic.state,
    motions: await Promise.all(motions.map(motion => motionCard(store, motion, actor))),
    decision: decided,
    result: done && { ...done, photoIds: photos.of(done.photoIds) },
    views: decided?.views ?? null,
    boardPhotoIds: photos.of(onBoard),
    reportPhotos:
      actor && isOpenToAll(topic.state)
        ? [['公示栏照片', onBoard] as const, ['办好后的照片', done?.photoIds ?? []] as const].flatMap(([label, ids]) =>
            photos.of(ids).map((one, index) => ({ id: one, label: `${label} ${index + 1}` })),
          )
        : [],
    // As printed on the wall: where the chain stood when this went up, not where it stands today.
    boardCode: boardCode(posted?.hash ?? topic.head),
    mayReach: mayAssign(actor),
    objection: objectionWindow(topic, now),
  })
}

export const unreadOf = (store: Store, personId: string): Promise<number> => store.count('messages', { personId, readAt: null })

export const listMessages: Handler<'message.list'> = async ({ after }, { store, actor, clock }) => {
  const page = await store.list('messages', {
    match: { personId: actor.id },
    order: { by: 'at', descending: true },
    limit: pageSize,
    after,
  })
  const motionOf = new Map(
    (
      await store.getMany(
        'notices',
        page.rows.map(message => message.noticeId),
      )
    ).map(({ id, motionId }) => [id, motionId]),
  )
  return grant({
    messages: (await keepTitles(store, page.rows, actor)).map(({ id, topicId, noticeId, title, body, at, readAt }) => ({
      id,
      topicId,
      motionId: motionOf.get(noticeId) ?? null,
      title,
      body,
      at,
      read: readAt !== null,
    })),
    next: page.next,
    unread: await unreadOf(store, actor.id),
    now: clock.now(),
  })
}

export const readMessages: Handler<'message.read'> = async ({ ids }, { store, actor, clock }) => {
  await store.commit(async tx => {
    for (const id of new Set(ids)) {
      const message = await tx.get('messages', id)
      if (message && message.personId === actor.id && message.readAt === null) await tx.put('messages', { ...message, readAt: clock.now() })
    }
  })
  return grant({ unread: await unreadOf(store, actor.id) })
}
