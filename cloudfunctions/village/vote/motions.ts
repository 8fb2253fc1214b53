import { takesBox } from '@/domain/vote/meeting/assembly-box'
import { authorityOf } from '@/domain/vote/authority'
import { ballotId } from '@/domain/vote/ballot/ballots'
import { chosenOf } from '@/domain/village/choices'
import { glosses } from '@/domain/law/glosses'
import { howItPasses, ruleWords } from '@/domain/law/how-it-passes'
import { citation } from '@/domain/law/articles'
import { bodyNames, isByHousehold } from '@/domain/law/names'
import { isVote, noticeOfRule, ruleIn, ruleSetOn } from '@/domain/law/rule-sets'
import { basisOf } from '@/domain/law/wants'
import { dayOf, startOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import { askedBodies, earliestOpening, isBinding, isMeeting, isOpen, type Motion } from '@/domain/vote/motions'
import { has, type Person } from '@/domain/resident/people'
import { kindOf } from '@/domain/village/org'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import type { RollPlace } from '@/domain/roll/roll'
import { secondBallotId } from '@/domain/vote/question/questions'
import { takesMotions, type Topic } from '@/domain/topic/topic'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import { allRows } from '../ground/all-rows'
import { helpIn } from './given-help'
import { motionSeen } from './motion-card'
import { titleFor } from '../topic/topic-card'
import { voterAtMeeting } from './voter-at-meeting'
import type { Handler } from '../ground/handler'
import { keysSeen } from './count-keys'
import { rollNow } from './put-motion'

export const motionBodies: Handler<'motion.bodies'> = async ({ topicId }, { store, own, org, actor, clock }) => {
  const now = clock.now()
  const rules = ruleSetOn(kindOf(org), dayOf(now))
  const topic = topicId === undefined ? undefined : await own('topics', topicId)
  // At the meeting that was noticed no other body is asked, and its notice has been given.
  const meeting =
    topic && takesBox(topic)
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

export const viewMotion: Handler<'motion.view'> = async ({ id }, { store, own, actor, clock }) => {
  const motion = await own('motions', id)
  if (!motion) return refuse('no-such-motion')
  const [{ card, place, choice, votedBy }, topic] = await Promise.all([motionSeen(store, motion, actor), own('topics', motion.topicId)])
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
    ...(motion.result?.outcome === 'void' ? { again: repeatOf(motion, topic, actor) } : {}),
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

const repeatOf = ({ heldAgainAs, revoteOf }: Motion, topic: Topic, viewer: Person | null) => ({
  id: heldAgainAs ?? null,
  mayPut: heldAgainAs === undefined && revoteOf === undefined && viewer !== null && has(viewer, 'moderator') && takesMotions(topic),
})

async function secondOf(store: Store, motion: Motion, topic: Topic, viewer: Person | null) {
  const there = await store.get('motions', secondBallotId(motion.id))
  return { id: there?.id ?? null, mayPut: !there && viewer !== null && has(viewer, 'moderator') && takesMotions(topic) }
}
