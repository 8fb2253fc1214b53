import { grant, refuse } from '@/domain/ground/decision'
import { neededPresent } from '@/domain/procedure/guards/ordinary'
import { attendanceId, checkIn, codeChangesAt, doors, doorsShut, hallCode, runsHall, type Session } from '@/domain/session/sessions'
import { KeyTaken } from '../../ports'
import type { Handler } from '../ground/handler'

const hour = 3_600_000

const offers = (session: Session, how: 'hall' | 'online') => session.mode === 'both' || session.mode === how

export const signUp: Handler<'session.signUp'> = async ({ id, how }, { store, own, org, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (session.calledOff) return refuse('session-called-off')
  if (clock.now() > session.endsAt) return refuse('session-over')
  if (!offers(session, how)) return refuse('venue-not-offered')
  await store.put('signUps', { id: attendanceId(id, actor.id), orgId: org.id, sessionId: id, personId: actor.id, how, at: clock.now() })
  return grant({ coming: await store.count('signUps', { sessionId: id }) })
}

export const cancelSignUp: Handler<'session.cancelSignUp'> = async ({ id }, { store, own, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (session.calledOff) return refuse('session-called-off')
  if (clock.now() > session.endsAt) return refuse('session-over')
  await store.commit(tx => tx.remove('signUps', attendanceId(id, actor.id)))
  return grant({ coming: await store.count('signUps', { sessionId: id }) })
}

export const checkInByCode: Handler<'session.checkIn'> = async ({ id, code, how }, { store, own, org, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (session.calledOff) return refuse('session-called-off')
  if (!offers(session, how)) return refuse('venue-not-offered')
  const now = clock.now()
  const key = attendanceId(id, actor.id)
  return store.commit(async tx => {
    const there = await tx.get('attendances', key)
    if (there) return grant({ at: there.at }) // a retry is not a second arrival
    const tries = await tx.get('codeTries', key)
    const wrong = tries && now - tries.since < hour ? tries.wrong : 0
    const decision = checkIn(session, code.normalize('NFKC').replace(/\s/g, ''), wrong, now)
    if (!decision.ok) {
      if (decision.refusal === 'wrong-code')
        await tx.put('codeTries', { id: key, orgId: org.id, wrong: wrong + 1, since: wrong === 0 ? now : (tries?.since ?? now) })
      return decision
    }
    await tx.insert('attendances', { id: key, orgId: org.id, sessionId: id, personId: actor.id, how, by: 'code', at: now })
    return grant({ at: now })
  })
}

export const hall: Handler<'session.hall'> = async ({ id }, { store, own, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (!runsHall(actor)) return refuse('not-your-role')
  const now = clock.now()
  return grant({
    now,
    title: session.title,
    code: doors(session, now) === 'open' ? hallCode(session.seed, now) : null,
    codeChangesAt: codeChangesAt(now),
    present: await store.count('attendances', { sessionId: id }),
    needed: neededPresent(session.stakeholders ?? 0),
    startsAt: session.startsAt,
    agenda: session.agenda.map(item => ({ ...item })),
  })
}

/** By name, from the village's people; the group tells two of one name apart. */
export const findPeople: Handler<'session.find'> = async ({ id, name }, { store, own, org, actor }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (!runsHall(actor)) return refuse('not-your-role')
  const wanted = name.trim()
  if (wanted === '') return grant({ people: [] })
  const { rows } = await store.list('people', { match: { orgId: org.id, name: wanted }, limit: 20 })
  const present = new Set(
    (
      await store.getMany(
        'attendances',
        rows.map(person => attendanceId(id, person.id)),
      )
    ).map(attendance => attendance.personId),
  )
  return grant({ people: rows.map(person => ({ id: person.id, name: person.name, group: person.group, present: present.has(person.id) })) })
}

export const attend: Handler<'session.attend'> = async ({ id, personId }, { store, own, org, actor, clock }) => {
  const session = await own('sessions', id)
  if (!session) return refuse('no-such-session')
  if (!runsHall(actor)) return refuse('not-your-role')
  const now = clock.now()
  const refusal = doorsShut(session, now)
  if (refusal) return refuse(refusal)
  const person = await own('people', personId)
  if (!person) return refuse('no-such-person')
  const row = { id: attendanceId(id, personId), orgId: org.id, sessionId: id, personId, how: 'hall', by: 'recorder', at: now } as const
  // Who is already there stays as they came in.
  await store
    .commit(tx => tx.insert('attendances', row))
    .catch((fault: unknown) => {
      if (!(fault instanceof KeyTaken)) throw fault
    })
  return grant({ present: await store.count('attendances', { sessionId: id }) })
}
