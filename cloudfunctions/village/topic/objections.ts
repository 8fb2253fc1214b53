import { caseId } from '@/domain/moderation/cases'
import { grant, refuse } from '@/domain/ground/decision'
import { concernedBy, mayRate, ratingId, type Axis, type Rating, type Stars } from '@/domain/topic/ratings'
import { has, type Person } from '@/domain/resident/people'
import { states } from '@/domain/procedure/states'
import { stepNames, stepOf } from '@/domain/procedure/tracks/steps'
import { checkText } from '@/domain/ground/text'
import { attendanceId } from '@/domain/session/sessions'
import { objectionsUntil, objectionWindow } from '@/domain/topic/openings'
import type { Topic } from '@/domain/topic/topic'
import { KeyTaken, type Store } from '../../ports'
import { takeAutomatic } from './automatic'
import { takeStep, maySee } from './take-step'
import { openIfDoubted, withdrawDoubt } from '../ground/case-rows'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import { supportId } from './unite-supports'
import type { Handler } from '../ground/handler'
import { judgeWords, lookAt } from '../ground/officers-words'

/** Whether this person supported the matter, came to its session or had a word in it. */
async function tookPart(store: Store, topic: Topic, person: Person): Promise<boolean> {
  const [supported, present, spoken] = await Promise.all([
    store.get('supports', supportId(topic.id, person.id)),
    topic.sessionId ? store.get('attendances', attendanceId(topic.sessionId, person.id)) : undefined,
    store.count('comments', { topicId: topic.id, authorId: person.id }),
  ])
  return supported !== undefined || present !== undefined || spoken > 0
}

export const rate: Handler<'rating.give'> = async ({ id, stars, axes, words }, { store, own, org, actor, clock, contentCheck, openid }) => {
  const topic = await own('topics', id)
  if (!topic || !maySee(topic, actor)) return refuse('no-such-topic')
  if (states[topic.state].rated !== 'gathering') return refuse('rating-not-open')
  if (!concernedBy(topic, actor) && !(await tookPart(store, topic, actor))) return refuse('rating-not-yours')
  const said = words.trim() === '' ? grant('') : checkText(words, 300)
  if (!said.ok) return said
  const now = clock.now()
  const key = ratingId(id, actor.id)
  const verdict = said.value === '' ? 'clean' : await contentCheck.judge(said.value, openid)
  return store.commit(async tx => {
    const earlier = await tx.get('ratings', key)
    const allowed = mayRate(earlier, now)
    if (!allowed.ok) return allowed
    const rating: Rating = {
      id: key,
      orgId: org.id,
      topicId: id,
      stars: stars as Stars,
      axes: axes as { readonly [A in Axis]?: Stars },
      words: said.value,
      firstAt: earlier?.firstAt ?? now,
      wordsVisible: verdict === 'clean' ? 'shown' : 'held',
    }
    await tx.put('ratings', rating)
    await withdrawDoubt(tx, caseId('rating', key))
    await openIfDoubted(
      tx,
      verdict,
      { orgId: org.id, kind: 'rating', thingId: key, topicId: id, authorId: actor.id, text: said.value },
      now,
    )
    return grant({ stars })
  })
}

/** Raising an objection writes the topic too, so that no posting can end past it unseen. */
export const fileObjection: Handler<'objection.file'> = async (
  { id, objectionId, reason },
  { store, own, org, actor, clock, contentCheck, openid },
) => {
  const seen = await own('topics', id)
  if (!seen || !maySee(seen, actor)) return refuse('no-such-topic')
  const said = checkText(reason, 500)
  if (!said.ok) return said
  // Filed in time is filed: whatever the machine thinks, those who handle it, and they alone, read it.
  const verdict = await contentCheck.judge(said.value, openid)
  const now = clock.now()
  return store.commit(async tx => {
    const topic = await tx.get('topics', id)
    if (!topic) return refuse('no-such-topic')
    // The answer to the first try may have been lost: what was filed in time stays filed.
    const earlier = await tx.get('objections', objectionId)
    if (earlier && (earlier.personId !== actor.id || earlier.topicId !== id)) return refuse('changed-meanwhile')
    if (earlier) return grant({ until: objectionsUntil(topic) })
    const window = objectionWindow(topic, now)
    if (!window?.open) return refuse('objection-not-open')
    // Its text stays with those who handle it: the journal keeps that there was one.
    const next = await putOnRecord(
      tx,
      topic,
      { at: now, step: 'object', transition: 'TR-28', said: '收到一件异议', byId: null },
      { openObjections: topic.openObjections + 1 },
    )
    await tx.insert('objections', {
      id: objectionId,
      orgId: org.id,
      topicId: id,
      personId: actor.id,
      reason: said.value,
      at: now,
      answer: null,
      answeredAt: null,
      upheld: null,
    })
    await openIfDoubted(
      tx,
      verdict,
      { orgId: org.id, kind: 'objection', thingId: objectionId, topicId: id, authorId: actor.id, text: said.value },
      now,
    )
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N15',
          to: { kind: 'topic', audiences: ['supervisors', 'moderators'] },
          more: '公示期内收到一件异议，请在 5 个工作日内答复。',
        },
        now,
      ),
    )
    return grant({ until: window.until })
  })
}

export const answerObjection: Handler<'objection.answer'> = async (
  { topicId, objectionId, upheld, cause = 'procedure', answer },
  context,
) => {
  const { store, own, org, actor, clock } = context
  // S4: whoever holds the secretary's post never decides an objection, whatever else they are.
  if (!has(actor, 'supervisor') || has(actor, 'party_secretary')) return refuse('not-your-role')
  const said = checkText(answer, 500)
  if (!said.ok) return said
  const verdict = await judgeWords(context, said.value)
  if (verdict === 'risky') return refuse('content-risky')
  const now = clock.now()
  const answered = await store
    .commit(async tx => {
      const topic = await own('topics', topicId, tx)
      if (!topic) return refuse('no-such-topic')
      const objection = await tx.get('objections', objectionId)
      if (!objection || objection.topicId !== topicId) return refuse('no-such-objection')
      if (objection.personId === actor.id || topic.recusedIds?.includes(actor.id)) return refuse('not-your-role')
      if (objection.answer !== null) return refuse('objection-answered')
      const next = await putOnRecord(
        tx,
        topic,
        {
          at: now,
          step: 'answer_objection',
          transition: upheld ? 'TR-62' : 'TR-61',
          said: upheld ? '异议成立' : '异议不成立，已书面答复',
          byId: actor.id,
        },
        { openObjections: Math.max(0, topic.openObjections - 1) },
      )
      await tx.put('objections', { ...objection, answer: said.value, answeredAt: now, upheld })
      await lookAt(tx, context, verdict, next, said.value)
      await tx.insert('notices', noticeOf(next, { code: 'N31', to: { kind: 'people', ids: [objection.personId] }, more: said.value }, now))
      return grant({ state: next.state })
    })
    .catch((fault: unknown) => {
      if (fault instanceof KeyTaken) return refuse('changed-meanwhile')
      throw fault
    })
  if (!answered.ok) return answered
  const { state } = answered.value
  // What was found wrong is put right: the words, the procedure, the plan; what is unlawful stops and goes to the town (procedures TR-62).
  const again = upheld ? stepNames.find(name => stepOf(name).from.includes(state) && stepOf(name).mends?.includes(cause)) : undefined
  if (!again) {
    const onward = await takeAutomatic(context, org, topicId)
    return onward ? grant({ state: onward.state }) : answered
  }
  const redone = await takeStep(context, org, { topicId, name: again, acting: actor, evidence: { explanation: said.value } })
  return redone.ok ? grant({ state: redone.value.topic.state }) : answered
}
