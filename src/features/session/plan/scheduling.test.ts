import { describe, expect, test } from 'vitest'
import { startOf } from '@/domain/ground/calendar'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { asInput, commentDaysFrom, earliestDay, firstPlan, wrongIn, type Ground, type Plan } from './plan'
import { createScheduling } from './store'

const now = startOf('2026-11-23') + 10 * 3_600_000
const scheduleStep = {
  name: 'schedule',
  via: 'session.schedule',
  fields: [
    { name: 'affectedGroups', prefill: ['3', '1'] },
    { name: 'affectsMigrants', prefill: null },
  ],
}
const topic = (more: object = {}) => ({
  now,
  rev: 5,
  card: { id: 't1', title: '村口路灯' },
  words: { where: '村口' },
  origin: 'resident',
  opinionVoices: 0,
  steps: [scheduleStep],
  session: null,
  next: { what: '等待安排议事' },
  ...more,
})
const org = { hallPlace: '议事厅', groups: 12 }
const people = [
  { id: 'm', name: '王', roles: ['moderator'] },
  { id: 'r', name: '李', roles: ['recorder'] },
]
const key = 'a'.repeat(32)
const ground = (affectsMigrants = false) => ({ topic: topic(), org, officers: people, affectsMigrants }) as unknown as Ground

function memory<Value>(): Kept<Value> {
  let held: Value | null = null
  return {
    get: () => held,
    set(value) {
      held = value
      return true
    },
    remove() {
      held = null
    },
  }
}

describe('a plan', () => {
  test('as it opens can be sent: earliest lawful day, the groups of the class, two different people', () => {
    const plan = firstPlan(ground(), key)
    expect(wrongIn(plan, ground())).toEqual({})
    expect(plan).toMatchObject({ day: '2026-11-27', invitedGroups: [3, 1], hostId: 'm', recorderId: 'r' })
    expect(asInput(plan, ground())).toMatchObject({
      id: key,
      rev: 5,
      startsAt: startOf('2026-11-27') + 19.5 * 3_600_000,
      invitedGroups: [1, 3],
    })
  })

  test('materials reach people three full days before', () => {
    expect(earliestDay(now)).toBe('2026-11-27')
    expect(wrongIn({ ...firstPlan(ground(), key), day: '2026-11-26' }, ground())).toHaveProperty('day')
  })

  test('the number of those concerned is sent where it was written, and only there', () => {
    expect(asInput({ ...firstPlan(ground(), key), stakeholders: '12' }, ground())).toHaveProperty('stakeholders', 12)
    for (const stakeholders of [undefined, ''])
      expect(
        asInput({ ...firstPlan(ground(), key), ...(stakeholders === undefined ? {} : { stakeholders }) }, ground()),
      ).not.toHaveProperty('stakeholders')
  })

  test('every comment day offered is lawful', () => {
    const { from, until } = commentDaysFrom(now)
    for (const commentDay of [from, until]) expect(wrongIn({ ...firstPlan(ground(), key), commentDay }, ground())).toEqual({})
  })

  test.each<[string, Partial<Plan>, string]>([
    ['ends before it begins', { from: '20:00', to: '19:00' }, 'time'],
    ['has no end yet', { to: '' }, 'time'],
    ['is in the hall without a place', { mode: 'hall', place: ' ' }, 'place'],
    ['is online without a way in', { mode: 'online' }, 'meeting'],
    ['has a link that is no https', { mode: 'both', meetingLink: 'http://a.b' }, 'meeting'],
    ['has a meeting number of letters', { mode: 'online', meetingNumber: 'abc' }, 'meeting'],
    ['has an unnamed agenda line', { agenda: [{ title: '', minutes: '10' }] }, 'agenda'],
    ['has an agenda line of no length', { agenda: [{ title: '看法', minutes: '0' }] }, 'agenda'],
    ['has no agenda', { agenda: [] }, 'agenda'],
    ['is led and written by one person', { recorderId: 'm' }, 'people'],
    ['asks for a number of people that is none', { stakeholders: '十' }, 'invited'],
  ])('that %s is not sent', (_, part, wrong) => {
    expect(Object.keys(wrongIn({ ...firstPlan(ground(), key), ...part }, ground()))).toEqual([wrong])
  })

  test('invites migrant workers when the matter touches them, whatever the switch says', () => {
    expect(asInput({ ...firstPlan(ground(true), key), invitesMigrants: false }, ground(true)).invitesMigrants).toBe(true)
  })
})

function scheduling(replies: readonly unknown[], drawer = memory<Plan>(), views: readonly object[] = [topic()]) {
  const sent: unknown[] = []
  let seen = 0
  const call = createClient(async ({ name, input }) => {
    if (name === 'topic.view') return { ok: true, value: views[Math.min(seen++, views.length - 1)] }
    if (name === 'me.view') return { ok: true, value: { org } }
    if (name === 'people.inOffice') return { ok: true, value: { people } }
    const reply = replies[sent.length]
    sent.push(input)
    if (reply instanceof Error) throw reply
    return reply
  })
  return { sent, store: createScheduling('t1', { call, drawer, draw: async () => key }) }
}

describe('scheduling a session', () => {
  test('two taps are one session', async () => {
    const { store, sent } = scheduling([{ ok: true, value: { id: key } }])
    await store.getState().refresh()
    await Promise.all([store.getState().submit(), store.getState().submit()])
    expect(sent).toHaveLength(1)
    expect(store.getState().scheduling).toMatchObject({ at: 'scheduled', sessionId: key })
  })

  test('a plan half made is there again, under its key', async () => {
    const drawer = memory<Plan>()
    const { store } = scheduling([], drawer)
    await store.getState().refresh()
    store.getState().change({ place: '祠堂' })
    const again = scheduling([], drawer)
    await again.store.getState().refresh()
    expect(again.store.getState().scheduling).toMatchObject({ at: 'form', plan: { place: '祠堂', key } })
  })

  test('a refusal says so at its place and keeps the plan', async () => {
    const { store } = scheduling([{ ok: false, refusal: 'notice-too-short' }])
    await store.getState().refresh()
    store.getState().change({ place: '祠堂' })
    await store.getState().submit()
    expect(store.getState().scheduling).toMatchObject({
      at: 'form',
      doing: 'filling',
      plan: { place: '祠堂' },
      wrong: { day: expect.any(String) },
    })
  })

  test('when the village says migrants are affected, they are invited and stay invited', async () => {
    const { store, sent } = scheduling([
      { ok: false, refusal: 'migrants-not-invited' },
      { ok: true, value: { id: key } },
    ])
    await store.getState().refresh()
    await store.getState().submit()
    store.getState().change({ invitesMigrants: false })
    await store.getState().submit()
    expect(sent).toMatchObject([{ invitesMigrants: false }, { invitesMigrants: true }])
  })

  test('after a lost answer the same key is sent again', async () => {
    const { store, sent } = scheduling([new Error('timeout'), { ok: true, value: { id: key } }])
    await store.getState().refresh()
    await store.getState().submit()
    await store.getState().submit()
    expect(sent).toMatchObject([{ id: key }, { id: key }])
    expect(store.getState().scheduling).toMatchObject({ at: 'scheduled' })
  })

  test('a lost answer whose session stands already is scheduled, and its draft is gone', async () => {
    const drawer = memory<Plan>()
    const { store } = scheduling([new Error('timeout')], drawer, [topic(), topic({ steps: [], session: { id: key, title: '路灯' } })])
    await store.getState().refresh()
    await store.getState().submit()
    expect(store.getState().scheduling).toMatchObject({ at: 'scheduled', sessionId: key })
    expect(drawer.get()).toBeNull()
  })
})
