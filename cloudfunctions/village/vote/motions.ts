import { takesBox, unlikeTheNotice } from '@/domain/vote/meeting/assembly-box'
import { authorityOf } from '@/domain/vote/authority'
import { ballotId } from '@/domain/vote/ballot/ballots'
import { chosenOf } from '@/domain/village/choices'
import { glosses } from '@/domain/law/glosses'
import { howItPasses, ruleWords } from '@/domain/law/how-it-passes'
import { citation } from '@/domain/law/articles'
import { bodyNames, isByHousehold, type BodyId } from '@/domain/law/names'
import { isVote, noticeOfRule, ruleIn, ruleSetOn } from '@/domain/law/rule-sets'
import { basisOf } from '@/domain/law/wants'
import { dayOf, spokenTime, startOf } from '@/domain/ground/calendar'
import { isMajorClass } from '@/domain/law/classes'
import { grant, refuse } from '@/domain/ground/decision'
import {
  askedBodies,
  channelsOf,
  earliestOpening,
  formNames,
  isBinding,
  isMeeting,
  isOpen,
  openingAt,
  putMotion,
  type Motion,
} from '@/domain/vote/motions'
import { has, type Person } from '@/domain/resident/people'
import { kindOf } from '@/domain/village/org'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { votePut } from '@/domain/vote/record/record'
import { isChanging, rollHash, rollStateId, unitsAt, type RollPlace } from '@/domain/roll/roll'
import { askQuestion, questionTold, secondBallotId } from '@/domain/vote/question/questions'
import { takesMotions, type Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { allRows, eachRow } from '../ground/all-rows'
import { helpIn } from './given-help'
import { motionSeen } from './motion-card'
import { placesOf } from '../roll/standing-rolls'
import { putOnRecord } from '../ground/put-on-record'
import { noticeOf } from '../ground/notice-rows'
import { titleFor } from '../topic/topic-card'
import { voterAtMeeting } from './voter-at-meeting'
import type { Handler } from '../ground/handler'
import { keysSeen } from './count-keys'
import { putAgain } from './repeated-vote'
import { meetingTerms } from './meeting-terms'
import { judgeWords, lookAt } from '../ground/officers-words'
import { putSecond } from './second-ballot'

type Question = Pick<Motion, 'text' | 'method' | 'options'>

/** The units on a body's roll now. In a poll everyone verified may say something; nobody's number decides. */
async function rollNow(store: Store, orgId: string, body: BodyId, now: number): Promise<{ readonly size: number; readonly hash: string }> {
  const units: string[] = []
  if (body === 'POLL')
    for await (const person of eachRow(store, 'people', { match: { orgId } })) {
      if (has(person, 'resident')) units.push(person.id)
    }
  else units.push(...unitsAt(await placesOf(store, orgId, body), now))
  return { size: units.length, hash: rollHash(units) }
}

export const motionBodies: Handler<'motion.bodies'> = async ({ topicId }, { store, org, actor, clock }) => {
  const now = clock.now()
  const rules = ruleSetOn(kindOf(org), dayOf(now))
  const topic = topicId === undefined ? undefined : await store.get('topics', topicId)
  // At the meeting that was noticed no other body is asked, and its notice has been given.
  const meeting =
    topic?.orgId === org.id && takesBox(topic)
      ? { body: topic.dossier.body, from: startOf(String(topic.dossier.meetingDay)), at: topic.noticedAt ?? now }
      : null
  return grant({
    byLaw: org.onlineVoteByLaw,
    bodies: await Promise.all(
      askedBodies
        .filter(id => ruleIn(rules, id) && (meeting === null || id === meeting.body))
        .map(async id => {
          const rule = ruleOfMotion({ rules, body: id, chosen: chosenOf(org) })
          const { size } = await rollNow(store, org.id, id, meeting?.at ?? now)
          const notice = meeting ? { ...noticeOfRule(rule), days: 0 } : noticeOfRule(rule)
          return {
            id,
            name: bodyNames[id].name,
            says: glosses[id],
            rollSize: size,
            opensFrom: meeting ? Math.max(meeting.from, now) : earliestOpening(notice.days, now),
            noticeDays: notice.days,
            noticeArticle: citation(notice.article),
            proxies: isVote(rule) && rule.proxy.kind === 'same-household',
            rule: ruleWords(rule, size),
            binding: isBinding({ body: id, byLaw: authorityOf(rule, meeting ? ['hall'] : ['phone'], org.onlineVoteByLaw) }),
          }
        }),
    ),
  })
}

export const put: Handler<'motion.put'> = async (
  { topicId, rev, text, method, options, agenda = [], secondOf, revoteOf, channels, tellerIds, scrutineerId, ...given },
  context,
) => {
  const { store, org, actor, clock } = context
  if (secondOf !== undefined)
    return putSecond(
      { topicId, rev, text, secondOf, fresh: method === undefined && options === undefined && agenda.length === 0, ...given },
      context,
    )
  if (revoteOf !== undefined) return putAgain({ topicId, rev, text, revoteOf, ...given }, context)
  const questions: { readonly id: string; readonly question: Question }[] = []
  for (const { id, ...asked } of [{ id: given.id, text, method, options }, ...agenda]) {
    const question = askQuestion(asked, given.body)
    if (!question.ok) return question
    questions.push({ id, question: question.value })
  }
  const seen = await store.get('topics', topicId)
  if (!seen || seen.orgId !== org.id) return refuse('no-such-topic')
  const now = clock.now()
  // A roll that is being written is not frozen: what was read of it would never have stood.
  const standing = await store.get('rolls', rollStateId(org.id, given.body))
  if (isChanging(standing, now)) return refuse('roll-changing')
  // What belongs to an assembly is voted on at the meeting that was noticed, by the roll of that hour; elsewhere only views are asked
  // (procedures §0.2-7).
  const assembly = isMajorClass(seen.dossier.matterClass) && !bodyNames[given.body].views
  const frozenAt = assembly ? (seen.noticedAt ?? now) : now
  const roll = await rollNow(store, org.id, given.body, frozenAt)
  // A topic is decided by the law of the day it was raised on, however long it takes.
  const rules = ruleSetOn(kindOf(org), dayOf(seen.raisedAt))
  // A body this kind of place does not have has nobody on its roll.
  if (!ruleIn(rules, given.body)) return refuse('roll-empty')
  const chosen = seen.chosen === undefined ? {} : { chosen: seen.chosen }
  const rule = ruleOfMotion({ rules, body: given.body, ...chosen })
  const days = assembly ? 0 : noticeOfRule(rule).days
  const terms = await meetingTerms(store, seen, { rules, body: given.body, ...chosen }, { channels, tellerIds, scrutineerId })
  if (!terms.ok) return terms
  const draft: Motion = {
    ...given,
    ...terms.value,
    opensAt: openingAt(days, given.opensAt, now),
    orgId: org.id,
    topicId,
    text: '',
    rollSize: roll.size,
    rollHash: roll.hash,
    frozenAt,
    rules,
    ...chosen,
    byLaw: authorityOf(rule, channelsOf(terms.value), org.onlineVoteByLaw),
    settledAt: null,
    result: null,
  }
  const decision = putMotion(draft, days, now)
  const told = questions.map(({ question }) => questionTold(question)).join('；')
  const verdict = await judgeWords(context, told)
  if (verdict === 'risky') return refuse('content-risky')
  return store.commit(async tx => {
    const earlier = await tx.get('motions', given.id)
    if (earlier) return earlier.topicId === topicId ? grant({ id: earlier.id }) : refuse('changed-meanwhile')
    if (!decision.ok) return decision
    const current = await tx.get('rolls', rollStateId(org.id, given.body))
    if (current?.rev !== standing?.rev || isChanging(current, now)) return refuse('roll-changing')
    const topic = await tx.get('topics', topicId)
    if (!topic) return refuse('no-such-topic')
    if (assembly && takesMotions(topic)) return refuse('class-ordinary')
    if (assembly ? !takesBox(topic) : !takesMotions(topic)) return refuse('step-not-open')
    const unlike = assembly ? unlikeTheNotice(topic, { ...draft, ...questions[0]?.question }) : null
    if (unlike || (assembly && questions.length > 1)) return refuse(unlike ?? 'not-as-noticed')
    if (topic.rev !== rev || topic.pending) return refuse('changed-meanwhile')
    // Each question is a motion of its own, on the same roll of the same instant: one ballot per item (procedures §5.6.3).
    let next = topic
    for (const [at, { id, question }] of questions.entries()) {
      const motion: Motion = {
        ...decision.value,
        ...question,
        ...(assembly && topic.state === 'voting' ? { openedAt: now } : {}),
        id,
        ...(questions.length > 1 ? { meetingId: given.id, item: at + 1 } : {}),
      }
      next = await putOnRecord(
        tx,
        next,
        {
          at: now,
          step: 'put_motion',
          transition: 'TR-52',
          said: `提请表决：${questionTold(question)}`,
          byId: actor.id,
          vote: votePut(motion),
        },
        { openMotions: next.openMotions + 1, ...(assembly ? { boxId: id } : {}) },
      )
      await tx.insert('motions', motion)
    }
    await lookAt(tx, context, verdict, next, told)
    await tx.insert(
      'notices',
      noticeOf(
        next,
        {
          code: 'N26',
          to: draft.body === 'POLL' ? { kind: 'topic', audiences: ['concerned', 'affected_groups'] } : { kind: 'roll', body: draft.body },
          motionId: draft.id,
          postedUntil: draft.closesAt,
          more:
            `${told}。${questions.length > 1 ? `一共 ${questions.length} 题，一题一票。` : ''}${bodyNames[draft.body].name}` +
            `，${formNames[draft.form]}，${spokenTime(draft.opensAt)} 到 ${spokenTime(draft.closesAt)}。` +
            `${draft.body === 'POLL' ? '' : '在不在名册上，到“我的”里看一眼，有错早点说。'}`,
        },
        now,
      ),
    )
    return grant({ id: draft.id })
  })
}

export const viewMotion: Handler<'motion.view'> = async ({ id }, { store, org, actor, clock }) => {
  const motion = await store.get('motions', id)
  if (!motion || motion.orgId !== org.id) return refuse('no-such-motion')
  const [{ card, place, choice, votedBy }, topic] = await Promise.all([
    motionSeen(store, motion, actor),
    store.get('topics', motion.topicId),
  ])
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const rule = ruleOfMotion(motion)
  const passes = howItPasses(rule, motion.rollSize, motion.byLaw, motion)
  const help = await helpIn(store, motion, actor)
  return grant({
    now: clock.now(),
    card,
    title: titleFor(topic, actor),
    rule: ruleWords(rule, motion.rollSize),
    says: glosses[motion.body],
    passes: { ...passes, lines: [...passes.lines], basis: basisOf([rule.article]) },
    byLaw: motion.byLaw,
    mine: choice,
    onBehalfOf: place && isByHousehold(motion.body) ? '您代表全户投这一票' : null,
    ...(await agendaOf(store, motion, place, clock.now())),
    ...(motion.result?.outcome === 'second_ballot' ? { second: await secondOf(store, motion, topic, actor) } : {}),
    ...(motion.result?.outcome === 'void' ? { again: againOf(motion, topic, actor) } : {}),
    ...(help === undefined ? {} : { help }),
    ...(await keysSeen(store, motion, topic, actor, clock.now())),
    ...(isMeeting(motion) ? await voterAtMeeting(store, motion, topic, actor, place, votedBy) : {}),
  })
}

/** The other questions of its meeting on the same matter, and on which of them this viewer's unit has voted. */
async function agendaOf(store: Store, motion: Motion, place: RollPlace | undefined, now: number) {
  if (motion.item === undefined) return {}
  const items = (await allRows(store, 'motions', { match: { topicId: motion.topicId }, order: { by: 'opensAt' } }))
    .filter(other => other.item !== undefined && other.meetingId === motion.meetingId)
    .sort((a, b) => (a.item ?? 0) - (b.item ?? 0))
  const keys = place ? items.map(item => ballotId(item.id, place.unitId)) : []
  const cast = new Set((await store.getMany(motion.form === 'secret' ? 'marks' : 'ballots', keys)).map(({ id }) => id))
  return {
    agenda: items.map(item => ({
      id: item.id,
      text: item.text,
      voted: place !== undefined && cast.has(ballotId(item.id, place.unitId)),
      open: isOpen(item, now),
    })),
  }
}

const againOf = ({ heldAgainAs, revoteOf }: Motion, topic: Topic, viewer: Person | null) => ({
  id: heldAgainAs ?? null,
  mayPut: heldAgainAs === undefined && revoteOf === undefined && viewer !== null && has(viewer, 'moderator') && takesMotions(topic),
})

async function secondOf(store: Store, motion: Motion, topic: Topic, viewer: Person | null) {
  const there = await store.get('motions', secondBallotId(motion.id))
  return { id: there?.id ?? null, mayPut: !there && viewer !== null && has(viewer, 'moderator') && takesMotions(topic) }
}
