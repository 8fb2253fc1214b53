import { expect, test } from 'vitest'
import type { Output } from '@/contract'
import { createClient } from '@/platform/talk-to-server/client'
import { createDesk } from './desk-store'
import { createSession } from './store'

const view: Output<'session.view'> = {
  now: 0,
  topicTitle: '排水渠',
  agenda: [{ title: '先修哪头', minutes: 30 }],
  meetingLink: '',
  meetingNumber: '',
  host: '李国平（议事厅主持人）',
  recorder: '',
  invited: '全体村民',
  present: 0,
  commentsUntil: null,
  doors: 'open',
  runsHall: false,
  card: {
    id: 's1',
    topicId: 't1',
    title: '排水渠议事会',
    startsAt: 1,
    endsAt: 2,
    mode: 'both',
    place: '村委会二楼',
    signedUp: 'online',
    present: false,
    coming: 3,
  },
}

function session(answer: (name: string, input: unknown) => unknown) {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  const call = createClient(async ({ name, input }) => {
    asked.push({ name, input })
    return name === 'session.view' ? { ok: true, value: view } : answer(name, input)
  })
  return { asked, screen: createSession('s1', call), desk: createDesk('s1', call) }
}

test('a wrong code is said in words and the digits stay', async () => {
  const { screen } = session(() => ({ ok: false, refusal: 'wrong-code' }))
  await screen.getState().refresh()
  screen.getState().type('12 34 56 789')
  await screen.getState().checkIn()
  expect(screen.getState()).toMatchObject({ code: '123456', doing: { at: 'refused', deed: 'check-in', refusal: 'wrong-code' } })
})

test('who signed up online checks in online unless they say otherwise', async () => {
  const { screen, asked } = session(() => ({ ok: true, value: { at: 1 } }))
  await screen.getState().refresh()
  screen.getState().type('123456')
  await screen.getState().checkIn()
  expect(asked.find(({ name }) => name === 'session.checkIn')?.input).toEqual({ id: 's1', code: '123456', how: 'online' })
})

test('fewer than six digits are not sent', async () => {
  const { screen, asked } = session(() => ({ ok: true, value: { at: 1 } }))
  await screen.getState().refresh()
  screen.getState().type('12345')
  await screen.getState().checkIn()
  expect(asked.some(({ name }) => name === 'session.checkIn')).toBe(false)
})

test('two taps on 我要参加 sign up once, and a lost answer may be tried again', async () => {
  let lost = 1
  const { screen, asked } = session(() => {
    if (lost-- > 0) throw new Error('timeout')
    return { ok: true, value: { coming: 4 } }
  })
  await screen.getState().refresh()
  await Promise.all([screen.getState().signUp('hall'), screen.getState().signUp('hall')])
  expect(screen.getState().doing).toEqual({ at: 'unsure', deed: 'sign-up-hall' })
  await screen.getState().signUp('hall')
  expect(screen.getState().doing).toEqual({ at: 'done', deed: 'sign-up-hall' })
  expect(asked.filter(({ name }) => name === 'session.signUp')).toHaveLength(2)
})

test('nobody is entered at the desk before the recorder said that they stand there', async () => {
  const person = { id: 'p1', name: '梁桂芳', group: 3, present: false }
  const { desk, asked } = session(name =>
    name === 'session.find' ? { ok: true, value: { people: [person] } } : { ok: true, value: { present: 1 } },
  )
  desk.getState().type('梁桂芳')
  await desk.getState().find()
  await desk.getState().enter()
  expect(asked.some(({ name }) => name === 'session.attend')).toBe(false)
  desk.getState().ask(person)
  await desk.getState().enter()
  expect(desk.getState()).toMatchObject({ entering: { at: 'entered' }, searching: { at: 'found', people: [{ id: 'p1', present: true }] } })
})

test('an answer to a name that was changed meanwhile is not shown', async () => {
  const { desk } = session((_, input) => ({
    ok: true,
    value: { people: [{ id: 'p1', name: (input as { name: string }).name, group: 3, present: false }] },
  }))
  desk.getState().type('梁')
  const first = desk.getState().find()
  desk.getState().type('黄')
  await first
  expect(desk.getState().searching).toEqual({ at: 'typing' })
})
