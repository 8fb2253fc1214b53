import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createHallVote, type HallVoteView, type Unit } from './store'
import { hallPhase, paperLine, stillWanting, tooManyPapers, unitState } from './words'

const unit: Unit = {
  unitId: 'u1',
  personId: 'p1',
  name: '张三',
  group: 3,
  arrivedAt: null,
  leftAt: null,
  votedBy: null,
  paperId: null,
  proxy: null,
}
const view: HallVoteView = {
  now: 100,
  title: '路灯',
  openedAt: null,
  present: 53,
  left: 0,
  quorum: '',
  byChannel: { phone: 0, hall: 0, paper: 0, proxy: 0 },
  paper: { issued: 31, spoiled: 1, found: 29 },
  batches: [],
  seal: null,
  sum: null,
  may: { admit: true, open: true, hand: true, issue: true, count: true, seal: true, confirm: false },
  card: {
    id: 'm1',
    topicId: 't1',
    text: '装路灯',
    body: 'VRA',
    form: 'secret',
    opensAt: 0,
    closesAt: 1000,
    rollSize: 80,
    turnout: 0,
    quorumNeeds: 54,
    binding: true,
    onRoll: true,
    voted: false,
    result: null,
  },
}

function hall(answer: (name: string, nth: number) => unknown) {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  const call = createClient(async ({ name, input }) => {
    asked.push({ name, input })
    if (name === 'vote.hall') return { ok: true, value: view }
    if (name === 'vote.find') return { ok: true, value: { units: [unit] } }
    const reply = answer(name, asked.filter(one => one.name === name).length)
    if (reply instanceof Error) throw reply
    return reply
  })
  return { asked, store: createHallVote('m1', { call, draw: async () => 'a'.repeat(32) }) }
}

test('coming in is entered at once; a lost answer offers the same again', async () => {
  const { asked, store } = hall((_, nth) => (nth === 1 ? new Error('timeout') : { ok: true, value: { present: 54 } }))
  await store.getState().ask({ does: 'admit', unit })
  expect(store.getState().doing).toMatchObject({ at: 'unsure', act: { does: 'admit' } })
  await store.getState().go()
  expect(store.getState().doing).toEqual({ at: 'rest' })
  expect(store.getState().said).toContain('张三')
  const sent = asked.filter(({ name }) => name === 'vote.admit')
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('handing out paper asks first, and one spoiled paper told twice is one', async () => {
  const { asked, store } = hall((_, nth) => (nth === 1 ? new Error('timeout') : { ok: true, value: { spoiled: 1 } }))
  await store.getState().issue(unit)
  expect(asked).toEqual([])
  store.getState().leave()
  await store.getState().spoil()
  store.getState().reason('写错了')
  await store.getState().go()
  await store.getState().go()
  const sent = asked.filter(({ name }) => name === 'paper.spoil')
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
})

test('a paper given out or taken back without an answer is asked for again by its own name', async () => {
  for (const [name, ask] of [
    ['paper.issue', (store: ReturnType<typeof hall>['store']) => store.getState().issue(unit)],
    ['paper.takeBack', (store: ReturnType<typeof hall>['store']) => store.getState().ask({ does: 'takeBack', unit, key: 'b'.repeat(32) })],
  ] as const) {
    const { asked, store } = hall((_, nth) => (nth === 1 ? new Error('timeout') : { ok: true, value: { issued: 1 } }))
    await ask(store)
    await store.getState().go()
    expect(store.getState().doing.at).toBe('unsure')
    await store.getState().go()
    const sent = asked.filter(one => one.name === name)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  }
})

test('a refusal stays on the screen with its act, and the hall is looked at anew', async () => {
  const { asked, store } = hall(() => ({ ok: false, refusal: 'quorum-not-there' }))
  await store.getState().ask({ does: 'open' })
  await store.getState().go()
  expect(store.getState().doing).toMatchObject({ at: 'refused', refusal: 'quorum-not-there' })
  expect(asked.some(({ name }) => name === 'vote.hall')).toBe(true)
})

test('each unit’s state is said in words', () => {
  expect(unitState(unit)).toBe('还没到')
  expect(unitState({ ...unit, proxy: '李四' })).toBe('写了委托，由李四代投')
  expect(unitState({ ...unit, arrivedAt: 1 })).toBe('到了，还没投')
  expect(unitState({ ...unit, arrivedAt: 1, votedBy: 'phone' })).toBe('已用手机投')
  expect(unitState({ ...unit, arrivedAt: 1, votedBy: 'paper' })).toContain('领了纸质票')
  expect(unitState({ ...unit, arrivedAt: 1, leftAt: 2 })).toBe('离场了，还没投')
})

test('the papers add up in words, and one too many is noticed', () => {
  expect(paperLine(view)).toBe('发出 31 = 收回 29 + 作废 1 + 没交回 1')
  expect(tooManyPapers(view)).toBe(false)
  expect(tooManyPapers({ ...view, paper: { issued: 30, spoiled: 1, found: 30 } })).toBe(true)
  expect(stillWanting(view)).toBe(1)
})

test('the moments of a meeting follow the host and the clock', () => {
  expect(hallPhase(view, 500)).toBe('gathering')
  expect(hallPhase({ ...view, openedAt: 200 }, 500)).toBe('open')
  expect(hallPhase({ ...view, openedAt: 200 }, 1000)).toBe('counting')
})
