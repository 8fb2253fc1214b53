import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createHome, type HomeView } from './store'
import { headline } from './words'

const session = {
  id: 's',
  topicId: 't',
  title: '路灯议事会',
  startsAt: 100,
  endsAt: 200,
  mode: 'both',
  place: '二楼',
  signedUp: null,
  present: false,
  coming: 3,
}
const home = (more: Partial<HomeView> = {}) => ({
  now: 1,
  unread: 2,
  guest: false,
  hall: '示范村议事厅',
  demo: true,
  votes: [],
  todo: [],
  sessions: [session],
  mine: [],
  outcomes: [],
  ...more,
})

function open(answers: Readonly<Record<string, () => unknown>>, knowsPhone = true) {
  const told: string[] = []
  const asked: string[] = []
  const store = createHome(
    createClient(async ({ name }) => {
      asked.push(name)
      const answer = answers[name]
      if (!answer) throw new Error('timeout')
      return answer()
    }),
    {
      unread: count => {
        told.push(`unread ${count}`)
      },
      phone: phone => {
        told.push(`phone ${phone}`)
      },
      knowsPhone: () => knowsPhone,
    },
  )
  return { store, told, asked }
}

test('home is one call for who is known here', async () => {
  const { store, asked, told } = open({ 'home.view': () => ({ ok: true, value: home() }) })
  await store.getState().refresh()
  expect(asked).toEqual(['home.view'])
  expect(told).toEqual(['unread 2'])
})

test('a passer-by learns where the hall is', async () => {
  const { store, told } = open({
    'home.view': () => ({ ok: true, value: home({ guest: true }) }),
    'me.view': () => ({ ok: true, value: { org: { hallPlace: '文化中心一楼', hallPhone: '0760-1' } } }),
  })
  await store.getState().refresh()
  expect(store.getState()).toMatchObject({ seen: { at: 'shown' }, hall: { place: '文化中心一楼', phone: '0760-1' } })
  expect(told).toContain('phone 0760-1')
})

test('what was seen stays when the network goes', async () => {
  let online = true
  const { store } = open({
    'home.view': () => {
      if (!online) throw new Error('offline')
      return { ok: true, value: home() }
    },
  })
  await store.getState().refresh()
  online = false
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ at: 'shown', stale: true, view: { hall: '示范村议事厅' } })
})

test('signing up is shown on the card it was tapped on', async () => {
  const { store } = open({ 'home.view': () => ({ ok: true, value: home() }), 'session.signUp': () => ({ ok: true, value: { coming: 4 } }) })
  await store.getState().refresh()
  store.getState().choose('s')
  await store.getState().signUp('s', 'online')
  expect(store.getState()).toMatchObject({
    signing: { at: 'nothing' },
    seen: { view: { sessions: [{ id: 's', signedUp: 'online', coming: 4 }] } },
  })
})

test('a lost answer to signing up asks to tap again, and promises nothing', async () => {
  const { store } = open({ 'home.view': () => ({ ok: true, value: home() }) })
  await store.getState().refresh()
  await store.getState().signUp('s', 'hall')
  expect(store.getState().signing).toEqual({ at: 'unsure', sessionId: 's' })
  expect(store.getState().seen).toMatchObject({ view: { sessions: [{ signedUp: null }] } })
})

test('a notice is headed by its matter', () => {
  expect(headline({ title: '结论公示', body: '《水渠盖板换新》：年底前换完' })).toEqual({ title: '水渠盖板换新', line: '年底前换完' })
  expect(headline({ title: '结论公示', body: '' })).toEqual({ title: '结论公示', line: undefined })
})
