import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { spokenTime } from '@/domain/ground/calendar'
import { has, isStaff, officeName } from '@/domain/resident/people'
import { doors, runsHall, scheduleSession, venueNames, type Session } from '@/domain/session/sessions'
import { checkText, type TextRefusal } from '@/domain/ground/text'
import { mayRead } from '@/domain/topic/visibility'
import { takeStep, maySee } from '../topic/take-step'
import { sessionCards } from './session-card'
import { noticeOf } from '../ground/notice-rows'
import { quotedFor, titleFor } from '../topic/topic-card'
import type { Handler } from '../ground/handler'
import { judgeWords, lookAt } from '../ground/officers-words'
import { sentBefore } from '../ground/own'

const pageSize = 20
const hour = 3_600_000

const optional = (text: string, most: number): Decision<string, TextRefusal> => (text.trim() === '' ? grant('') : checkText(text, most))
/** A meeting's number is digits and no telephone number is meant: only its shape is checked. */
const meetingNumber = /^[\d\s-]{0,20}$/

export const schedule: Handler<'session.schedule'> = async (input, context) => {
  const { store, own, org, actor, clock, chance } = context
  const now = clock.now()
  const again = await sentBefore(store, 'sessions', input.id)
  const seen = await own('topics', input.topicId)
  if (again) return again.topicId === seen?.id && isStaff(actor) ? grant({ id: again.id }) : refuse('changed-meanwhile')
  const texts = [checkText(input.title, 60), optional(input.place, 100), ...input.agenda.map(item => checkText(item.title, 100))]
  for (const text of texts) if (!text.ok) return text
  if (input.meetingLink.trim() !== '' && !/^https:\/\/[!#-&(-;=?-~]{4,300}$/.test(input.meetingLink.trim()))
    return refuse('bad-meeting-link')
  if (!meetingNumber.test(input.meetingNumber)) return refuse('bad-meeting-link')
  for (const [id, role] of [
    [input.hostId, 'moderator'],
    [input.recorderId, 'recorder'],
  ] as const) {
    const person = await own('people', id)
    if (!person || !has(person, role)) return refuse('no-such-person')
  }
  if (!seen) return refuse('no-such-topic')
  const { rev, commentsUntil, topicId, ...given } = input
  const session: Session = {
    ...given,
    topicId,
    orgId: org.id,
    title: given.title.trim(),
    place: given.place.trim(),
    meetingLink: given.meetingLink.trim(),
    meetingNumber: given.meetingNumber.trim(),
    seed: chance.id(),
    calledOff: false,
  }
  const checked = scheduleSession(session, { affectsMigrants: seen.dossier.affectsMigrants === true, commentsUntil, now })
  if (!checked.ok) return checked
  const where = [
    session.mode !== 'online' ? session.place : '',
    session.mode !== 'hall' ? `线上会议 ${session.meetingNumber || session.meetingLink}` : '',
  ]
    .filter(Boolean)
    .join('；')
  const said = [session.title, session.place, ...session.agenda.map(item => item.title)].join('\n')
  const verdict = await judgeWords(context, said)
  if (verdict === 'risky') return refuse('content-risky')
  const decision = await takeStep(context, org, {
    topicId,
    rev,
    name: 'schedule',
    acting: actor,
    evidence: {},
    alter: topic => ({ ...topic, sessionId: session.id, commentsUntil }),
    also: async (tx, done) => {
      await tx.insert('sessions', session)
      await lookAt(tx, context, verdict, done.topic, said)
      // The table's own notice says that there is a session; this is its text, on the board until it is held.
      await tx.put(
        'notices',
        noticeOf(
          done.topic,
          {
            code: 'N11',
            to: { kind: 'topic', audiences: ['concerned', 'affected_groups', 'special_members', 'supervisors'] },
            sessionId: session.id,
            postedUntil: session.endsAt,
            more: `${spokenTime(session.startsAt)}，${where}。${venueNames[session.mode]}都可以参加，请先看材料。`,
          },
          now,
        ),
      )
    },
  })
  if (decision.ok) return grant({ id: session.id })
  switch (decision.refusal) {
    case 'no-such-topic':
    case 'step-not-open':
    case 'not-your-role':
    case 'changed-meanwhile':
      return refuse(decision.refusal)
    default:
      return refuse('step-not-open')
  }
}

export const listSessions: Handler<'session.list'> = async ({ show, after }, { store, org, actor, clock }) => {
  const now = clock.now()
  const page = await store.list(
    'sessions',
    show === 'coming'
      ? { match: { orgId: org.id, calledOff: false }, order: { by: 'startsAt' }, from: now - 6 * hour, limit: pageSize, after }
      : {
          match: { orgId: org.id, calledOff: false },
          order: { by: 'startsAt', descending: true },
          until: now - 6 * hour,
          limit: pageSize,
          after,
        },
  )
  return grant({ sessions: await sessionCards(store, page.rows, actor), next: page.next, now })
}

export const viewSession: Handler<'session.view'> = async ({ id }, { store, own, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  const now = clock.now()
  const topic = await own('topics', session.topicId)
  const [[card], people, present] = await Promise.all([
    sessionCards(store, [session], actor, topic ? [topic] : []),
    store.getMany('people', [session.hostId, session.recorderId]),
    store.count('attendances', { sessionId: id }),
  ])
  if (!card) return refuse('no-such-session')
  const name = (personId: string) => {
    const person = people.find(one => one.id === personId)
    return person ? officeName(person) : ''
  }
  // What it will talk about, and who sits there, is for those who live here.
  const insider = mayRead('materials', actor, 'redacted')
  const invited = [
    session.invitedGroups.length > 0 ? `${session.invitedGroups.join('、')}组村民` : '全体村民',
    session.invitesMigrants ? '异地务工人员、特别委员' : '',
    session.stakeholders ? `直接有关的 ${session.stakeholders} 位（户）` : '',
    '村务监督委员会',
  ]
    .filter(Boolean)
    .join('，')
  return grant({
    now,
    card,
    topicTitle: topic && maySee(topic, actor) ? titleFor(topic, actor) : card.title,
    agenda: insider ? session.agenda.map(item => ({ ...item, title: topic ? quotedFor(topic, actor, item.title) : item.title })) : [],
    // The way into the online room is for those who live here.
    meetingLink: actor ? session.meetingLink : '',
    meetingNumber: actor ? session.meetingNumber : '',
    host: insider ? name(session.hostId) : '',
    recorder: insider ? name(session.recorderId) : '',
    invited: insider ? invited : '',
    present: mayRead('checkIn', actor, 'numbers') ? present : null,
    commentsUntil: topic?.commentsUntil ?? null,
    doors: doors(session, now),
    runsHall: runsHall(actor),
  })
}
