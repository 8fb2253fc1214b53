import { dayOf } from '@/domain/ground/calendar'
import { caseId, mayAppeal } from '@/domain/moderation/cases'
import { grant, refuse } from '@/domain/ground/decision'
import { commentLength, reactionId, slots, turnOf, type Comment } from '@/domain/talk/discussion'
import { signed } from '@/domain/resident/nickname'
import { has, isStaff, officeName, type Person } from '@/domain/resident/people'
import { checkText } from '@/domain/ground/text'
import { mayRead as mayReadContent } from '@/domain/topic/visibility'
import { talkOpen } from '@/domain/topic/openings'
import { KeyTaken, type Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { openIfDoubted } from '../ground/case-rows'
import { allRows } from '../ground/all-rows'
import { avatarsFor } from '../ground/avatars'
import type { Handler } from '../ground/handler'
import { sentBefore } from '../ground/own'

const pageSize = 20
const answersShown = 50

const mayRead = (comment: Comment, viewer: Person | null) =>
  comment.visible === 'shown' || (viewer !== null && (comment.authorId === viewer.id || has(viewer, 'moderator', 'supervisor')))

async function shown(store: Store, comments: readonly Comment[], viewer: Person | null, now: number) {
  const ids = comments.map(comment => comment.id)
  const none = new Map<string, number>()
  const put = comments.filter(({ visible, authorId }) => visible === 'hidden' && authorId === viewer?.id)
  const [agrees, thanks, authors, mine, cases] = await Promise.all([
    ids.length > 0 ? store.countBy('reactions', 'commentId', ids, { nod: 'agree' }) : none,
    ids.length > 0 ? store.countBy('reactions', 'commentId', ids, { nod: 'thank' }) : none,
    store.getMany('people', [...new Set(comments.map(comment => comment.authorId))]),
    viewer
      ? store.getMany(
          'reactions',
          ids.flatMap(id => [reactionId(id, viewer.id, 'agree'), reactionId(id, viewer.id, 'thank')]),
        )
      : [],
    put.length > 0
      ? store.getMany(
          'cases',
          put.map(({ id }) => caseId('comment', id)),
        )
      : [],
  ])
  const avatarOf = await avatarsFor(
    store,
    authors.filter(author => comments.some(({ authorId, showName }) => showName && authorId === author.id)),
    viewer,
  )
  const given = new Set(mine.map(reaction => reaction.id))
  return comments.map(comment => {
    const author = authors.find(person => person.id === comment.authorId)
    return {
      id: comment.id,
      author: !author ? '一位村民' : isStaff(author) ? officeName(author) : comment.showName ? signed(author) : '一位村民',
      face: avatarOf(author, author !== undefined && (comment.showName || isStaff(author))),
      nicknamed: author?.nickname !== undefined && comment.showName && !isStaff(author),
      mine: viewer?.id === comment.authorId,
      text: comment.text,
      at: comment.at,
      agrees: agrees.get(comment.id) ?? 0,
      thanks: thanks.get(comment.id) ?? 0,
      agreed: viewer !== null && given.has(reactionId(comment.id, viewer.id, 'agree')),
      thanked: viewer !== null && given.has(reactionId(comment.id, viewer.id, 'thank')),
      visible: comment.visible,
      hiddenWhy: comment.hiddenWhy,
      mayAppeal:
        viewer !== null &&
        mayAppeal(
          cases.find(({ thingId }) => thingId === comment.id),
          viewer.id,
          now,
        ),
      mayReport: viewer !== null && viewer.id !== comment.authorId && comment.visible === 'shown',
    }
  })
}

/** The circle of comments from this reader's place today, once around: cursors before `|` read up to the end, behind it from the start. */
export const listComments: Handler<'comment.list'> = async ({ topicId, round, sort, after }, { store, own, actor, clock }) => {
  const topic = await own('topics', topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  if (!mayReadContent('materials', actor, 'redacted')) return grant({ comments: [], next: null, now: clock.now() })
  const match = { topicId, round, parentId: null }
  const page =
    sort === 'newest'
      ? await store.list('comments', { match, order: { by: 'at', descending: true }, limit: pageSize, after })
      : await around(store, match, turnOf(actor?.id ?? 'guest', dayOf(clock.now())), after)
  const top = page.rows.filter(comment => mayRead(comment, actor))
  const answers =
    top.length === 0
      ? []
      : (await allRows(store, 'comments', { match: { parentId: top.map(comment => comment.id) }, order: { by: 'at' } })).slice(
          0,
          top.length * answersShown,
        )
  const drawn = await shown(store, [...top, ...answers.filter(comment => mayRead(comment, actor))], actor, clock.now())
  const parents = new Map(answers.map(comment => [comment.id, comment.parentId]))
  return grant({
    comments: drawn
      .slice(0, top.length)
      .map(comment => ({ ...comment, answers: drawn.slice(top.length).filter(one => parents.get(one.id) === comment.id) })),
    next: page.next,
    now: clock.now(),
  })
}

async function around(
  store: Store,
  match: { readonly topicId: string; readonly round: number; readonly parentId: null },
  turn: number,
  after: string | undefined,
) {
  const wrapped = after?.startsWith('|') === true
  const cursor = wrapped ? after.slice(1) || undefined : after
  const part = wrapped ? { until: turn - 1 } : { from: turn }
  const page =
    turn === 0 && wrapped
      ? { rows: [], next: null }
      : await store.list('comments', { match, order: { by: 'slot' }, ...part, limit: pageSize, after: cursor })
  if (wrapped) return { rows: page.rows, next: page.next === null ? null : `|${page.next}` }
  if (page.next !== null) return page
  if (page.rows.length > 0) return { rows: page.rows, next: turn === 0 ? null : '|' }
  return around(store, match, turn, '|')
}

export const say: Handler<'comment.say'> = async (
  { id, topicId, parentId, text, showName },
  { store, own, org, actor, clock, chance, contentCheck, openid },
) => {
  const earlier = await sentBefore(store, 'comments', id)
  if (earlier) return earlier.authorId === actor.id ? grant({ visible: earlier.visible }) : refuse('no-such-comment')
  const topic = await own('topics', topicId)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  const now = clock.now()
  if (!talkOpen(topic, now)) return refuse('discussion-closed')
  if (parentId !== null) {
    const parent = await own('comments', parentId)
    if (!parent || parent.topicId !== topicId || !mayRead(parent, actor)) return refuse('no-such-comment')
    if (parent.parentId !== null) return refuse('answers-have-no-answers')
  }
  const said = checkText(text, commentLength)
  if (!said.ok) return said
  const verdict = await contentCheck.judge(said.value, openid)
  // Whatever is not clean waits for a person: nothing a resident writes is thrown away by a machine (procedures §6.5).
  const visible = verdict === 'clean' ? 'shown' : 'held'
  const comment: Comment = {
    id,
    orgId: org.id,
    topicId,
    round: topic.round,
    parentId,
    authorId: actor.id,
    showName,
    text: said.value,
    at: now,
    slot: chance.below(slots),
    visible,
    hiddenWhy: null,
  }
  await store
    .commit(async tx => {
      await tx.insert('comments', comment)
      await openIfDoubted(
        tx,
        verdict,
        { orgId: org.id, kind: 'comment', thingId: id, topicId, authorId: actor.id, text: comment.text },
        now,
      )
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof KeyTaken)) throw fault
    })
  return grant({ visible })
}

export const nod: Handler<'comment.nod'> = async ({ id, nod: kind, on }, { store, own, org, actor }) => {
  const comment = await own('comments', id)
  if (!comment || !mayRead(comment, actor)) return refuse('no-such-comment')
  if (comment.authorId === actor.id) return refuse('own-comment')
  const key = reactionId(id, actor.id, kind)
  if (on) await store.put('reactions', { id: key, orgId: org.id, topicId: comment.topicId, commentId: id, personId: actor.id, nod: kind })
  else await store.commit(tx => tx.remove('reactions', key))
  const [agrees, thanks] = await Promise.all([
    store.count('reactions', { commentId: id, nod: 'agree' }),
    store.count('reactions', { commentId: id, nod: 'thank' }),
  ])
  return grant({ agrees, thanks })
}
