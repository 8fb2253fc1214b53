import {
  answerAppeal,
  appealCase,
  caseId,
  caseKinds,
  caseWordsLength,
  isOfPerson,
  isOutOfSight,
  judgeCase,
  mayAppeal,
  whyHidden,
  type Case,
  type CaseKind,
} from '@/domain/moderation/cases'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { has, officeName, type Person } from '@/domain/resident/people'
import { checkText, type TextRefusal } from '@/domain/ground/text'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { putCase, showThing, tellAuthor } from '../ground/case-rows'
import { allRows } from '../ground/all-rows'
import type { Context, Handler } from '../ground/handler'

const queueSize = 30
const pageSize = 30

/** Words that may be left out. */
export const optional = (text: string): Decision<string, TextRefusal> => (text.trim() === '' ? grant('') : checkText(text, caseWordsLength))

/**
 * The queue of who looks: what was doubted or reported, and for the supervision committee what authors ask them to see again. Nobody's own.
 */
export async function casesFor({ store, org, actor }: Context) {
  const supervises = has(actor, 'supervisor')
  if (!supervises && !has(actor, 'moderator')) return []
  const { rows } = await store.list('cases', {
    match: { orgId: org.id, state: supervises ? ['open', 'appealed'] : ['open'] },
    order: { by: 'dueAt' },
    limit: queueSize,
  })
  const mine = rows.filter(one => one.authorId !== actor.id && (one.state === 'open' || one.judgedById !== actor.id))
  const [topics, reports] = await Promise.all([
    store.getMany('topics', [...new Set(mine.map(one => one.topicId))]),
    mine.length > 0 ? allRows(store, 'reports', { match: { caseId: mine.map(one => one.id) }, order: { by: 'at' } }) : [],
  ])
  const titles = new Map(topics.map(topic => [topic.id, topic.title]))
  return mine.map(one => ({
    id: one.id,
    kind: one.kind,
    topicId: one.topicId,
    title: titles.get(one.topicId) ?? '',
    text: one.text,
    photoId: isPicture(one) ? one.thingId : null,
    doubt: one.doubt,
    reports: reports.filter(report => report.caseId === one.id).map(({ reason, words }) => ({ reason, words })),
    at: one.at,
    dueAt: one.dueAt,
    appeal: one.state === 'appealed' && one.reason !== null ? { words: one.appeal ?? '', reason: one.reason, said: one.words } : null,
  }))
}

const isPicture = ({ kind }: Case): boolean => kind === 'photo' || kind === 'avatar'
const besideTheTalk: readonly CaseKind[] = ['topic', 'rating', 'opinion']
const inShort = ({ kind, text }: Case): string => (kind === 'photo' ? '您的一张照片' : kind === 'topic' ? '您写的这件事' : text)

/** What this person wrote on a topic beside the talk, or showed there, and others do not see now. */
export async function putAwayOf(store: Store, topicId: string, photoIds: readonly string[], viewer: Person, now: number) {
  const [written, shown] = await Promise.all([
    allRows(store, 'cases', { match: { topicId, authorId: viewer.id }, order: { by: 'at' } }),
    photoIds.length > 0
      ? store.getMany(
          'cases',
          photoIds.map(id => caseId('photo', id)),
        )
      : [],
  ])
  return [...written.filter(one => besideTheTalk.includes(one.kind)), ...shown.filter(one => one.authorId === viewer.id)]
    .filter(isOutOfSight)
    .map(one => ({
      id: one.id,
      text: inShort(one),
      why: one.reason === null ? '' : whyHidden(one.reason, one.words),
      mayAppeal: mayAppeal(one, viewer.id, now),
    }))
}

/**
 * A nickname or picture of this person's that others do not see now; a nickname is shown as long as something can still be done about it,
 * or none stands in its place.
 */
export async function putAwayOfPerson(store: Store, person: Person, now: number) {
  const cases = await allRows(store, 'cases', { match: { topicId: '', authorId: person.id }, order: { by: 'at' } })
  return cases.flatMap(one => {
    const appealable = mayAppeal(one, person.id, now),
      asked = one.state === 'appealed'
    const stands =
      one.kind === 'avatar'
        ? one.thingId === person.avatarId
        : one.kind === 'nickname' && (appealable || asked || person.nickname === undefined)
    if (!stands || !isOutOfSight(one)) return []
    return [
      {
        id: one.id,
        kind: one.kind === 'avatar' ? ('avatar' as const) : ('nickname' as const),
        text: one.text,
        why: one.reason === null ? '' : whyHidden(one.reason, one.words),
        mayAppeal: appealable,
        answerBy: asked ? one.dueAt : null,
      },
    ]
  })
}

export const judge: Handler<'case.judge'> = async ({ id, show, reason, words }, { store, own, actor, clock }) => {
  const said = optional(words)
  if (!said.ok) return said
  const now = clock.now()
  return store.commit(async tx => {
    const one = await own('cases', id, tx)
    if (!one) return refuse('no-such-case')
    const decision = judgeCase(one, actor.id, { show, reason, words: said.value }, now)
    if (!decision.ok) return decision
    const judged = decision.value
    await putCase(tx, judged, { at: now, did: show ? 'shown' : 'hidden', byId: actor.id, reason: judged.reason, words: said.value })
    await showThing(tx, judged)
    if (judged.reason !== null)
      await tellAuthor(
        tx,
        judged,
        stands(judged) ? '您写的一段话，有人觉得不妥' : `${called(judged)}收起来了`,
        `原因：${whyHidden(judged.reason, judged.words)}。${wayOn(judged)}`,
        now,
      )
    else if (one.doubt !== null && !stands(one))
      await tellAuthor(tx, judged, `${returned[one.kind] ?? '您写的话'}看过了，没问题`, '大家现在看得到了。', now)
    return grant({})
  })
}

/** An officer's act and an objection stand, whatever is thought of their words. */
const stands = ({ kind }: Case): boolean => kind === 'words' || kind === 'objection'
const wayOn = (one: Case): string =>
  stands(one)
    ? '请换个说法。办过的事照样有效。'
    : `${one.kind === 'topic' ? '这件事照样往下办。' : ''}不服的话，30 天内可以请村务监督委员会再看一次。`

type ByKind = Partial<Record<CaseKind, string>>
const puts: ByKind = { photo: '您的一张照片', topic: '您提的事，文字', avatar: '您的头像', nickname: '您的昵称' }
const returned: ByKind = { photo: '您的照片', avatar: '您的头像', nickname: '您的昵称' }
const called = ({ kind }: Case): string => puts[kind] ?? '您写的一段话'

export const appeal: Handler<'case.appeal'> = async ({ id, words }, { store, own, actor, clock }) => {
  const said = checkText(words, caseWordsLength)
  if (!said.ok) return said
  const now = clock.now()
  return store.commit(async tx => {
    const one = await own('cases', id, tx)
    if (!one || one.authorId !== actor.id) return refuse('no-such-case')
    // The answer to the first try was lost on its way: what was asked stays asked.
    if (one.state === 'appealed' && one.appeal === said.value) return grant({ answerBy: one.dueAt })
    const decision = appealCase(one, actor.id, said.value, now)
    if (!decision.ok) return decision
    await putCase(tx, decision.value, { at: now, did: 'appealed', byId: actor.id, reason: null, words: said.value })
    return grant({ answerBy: decision.value.dueAt })
  })
}

export const answer: Handler<'case.answer'> = async ({ id, restore, words }, { store, own, actor, clock }) => {
  const said = checkText(words, caseWordsLength)
  if (!said.ok) return said
  const now = clock.now()
  return store.commit(async tx => {
    const one = await own('cases', id, tx)
    if (!one) return refuse('no-such-case')
    const decision = answerAppeal(one, actor.id, restore, said.value)
    if (!decision.ok) return decision
    await putCase(tx, decision.value, {
      at: now,
      did: restore ? 'restored' : 'upheld',
      byId: actor.id,
      reason: one.reason,
      words: said.value,
    })
    await showThing(tx, decision.value)
    await tellAuthor(
      tx,
      decision.value,
      restore ? `${returned[one.kind] ?? '您的话'}放回来了` : '监督委员看过了，还是收着',
      said.value,
      now,
    )
    return grant({})
  })
}

export const log: Handler<'case.log'> = async ({ after }, { store, org, actor, clock }) => {
  const page = await store.list('caseLog', { match: { orgId: org.id }, order: { by: 'at', descending: true }, limit: pageSize, after })
  const [topics, people] = await Promise.all([
    store.getMany('topics', [...new Set(page.rows.map(entry => entry.topicId))]),
    store.getMany('people', [...new Set(page.rows.flatMap(entry => entry.byId ?? []))]),
  ])
  return grant({
    now: clock.now(),
    next: page.next,
    entries: page.rows.map(({ id, at, did, byId, reason, words, topicId, caseId: of }) => {
      const person = people.find(one => one.id === byId)
      const kind = caseKinds.find(kind => of.startsWith(`${kind}:`)) ?? 'words'
      const by =
        did === 'reported' ? '有人' : did === 'appealed' ? (isOfPerson({ kind }) ? '本人' : '写的人') : person ? officeName(person) : '机器'
      return {
        id,
        at,
        did,
        by,
        reason,
        words,
        topicId,
        kind,
        title: topics.find(topic => topic.id === topicId && maySee(topic, actor))?.title ?? '',
      }
    }),
  })
}
