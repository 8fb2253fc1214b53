import { describe, expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createCalls } from './calls-store'
import { createLedger } from './store'
import { knownWords, proofWords, type Known } from './words'

const person = (id: string, more: Partial<Known> = {}): Known => ({
  id,
  name: `欧阳${id}`,
  group: 3,
  channel: null,
  at: null,
  worker: null,
  away: false,
  photoId: null,
  ...more,
})
const figures = {
  people: 2,
  app: 0,
  wechat: 0,
  called: 0,
  door: 0,
  missing: 2,
  groups: [{ group: 3, missing: 2, unassigned: 2, held: [] }],
  handOvers: [],
  workers: [
    { id: 'w3', name: '卢网格', group: 3 },
    { id: 'w5', name: '朱网格', group: 5 },
  ],
}
const view = (people: readonly Known[], more: object = {}) => ({
  ok: true,
  value: {
    now: 0,
    notice: {},
    topicTitle: '路灯',
    statutory: true,
    without: ['wechat'],
    boardPhotoIds: [],
    figures,
    people,
    next: null,
    ...more,
  },
})

describe('who knows of a notice', () => {
  test('a group’s own grid worker is proposed; given, the page shows how it stands now', async () => {
    const asked: unknown[] = []
    const ledger = createLedger(
      'n',
      createClient(async request => {
        asked.push(request)
        return request.name === 'reach.assign' ? { ok: true, value: { assigned: 2 } } : view([person('1'), person('2')])
      }),
    )
    await ledger.getState().refresh()
    ledger.getState().give(3)
    expect(ledger.getState().assigning).toMatchObject({ at: 'choosing', workerId: 'w3' })
    await Promise.all([ledger.getState().assign(), ledger.getState().assign()])
    expect(asked).toEqual([
      { name: 'reach.view', input: { noticeId: 'n', show: 'missing' } },
      { name: 'reach.assign', input: { noticeId: 'n', workerId: 'w3', group: 3 } },
      { name: 'reach.view', input: { noticeId: 'n', show: 'missing' } },
    ])
    expect(ledger.getState().assigning).toEqual({ at: 'done', assigned: 2 })
  })

  test('nobody chosen is said, no network keeps what was chosen', async () => {
    const ledger = createLedger(
      'n',
      createClient(async ({ name }) => {
        if (name === 'reach.assign') throw new Error('no signal')
        return view([person('1')])
      }),
    )
    await ledger.getState().refresh()
    ledger.getState().give(7)
    await ledger.getState().assign()
    expect(ledger.getState().assigning).toMatchObject({ at: 'choosing', workerId: null, wrong: '请选一位网格员' })
    ledger.getState().pick('w5')
    await ledger.getState().assign()
    expect(ledger.getState().assigning).toMatchObject({ at: 'choosing', workerId: 'w5', wrong: '网络不好，没有送到，请再试一次' })
  })

  test('people are taken out of one worker’s hands and given to another; nobody is proposed', async () => {
    const asked: unknown[] = []
    const ledger = createLedger(
      'n',
      createClient(async request => {
        asked.push(request)
        return request.name === 'reach.handOver' ? { ok: true, value: { given: 2 } } : view([person('1', { worker: '卢网格' })])
      }),
    )
    await ledger.getState().refresh()
    ledger.getState().handOver(3, { id: 'w3', name: '卢网格' })
    await ledger.getState().assign()
    expect(ledger.getState().assigning).toMatchObject({ at: 'choosing', wrong: '请选一位网格员' })
    ledger.getState().pick('w5')
    await Promise.all([ledger.getState().assign(), ledger.getState().assign()])
    expect(asked.slice(1, -1)).toEqual([{ name: 'reach.handOver', input: { noticeId: 'n', group: 3, fromId: 'w3', toId: 'w5' } }])
    expect(ledger.getState().assigning).toEqual({ at: 'done', assigned: 2 })
  })

  test('a longer list goes on without losing the figures or showing anybody twice', async () => {
    const ledger = createLedger(
      'n',
      createClient(async ({ input }) =>
        'after' in (input as object)
          ? view([person('2'), person('3')], { figures: null })
          : view([person('1'), person('2')], { next: 'x' }),
      ),
    )
    await ledger.getState().refresh()
    await Promise.all([ledger.getState().more(), ledger.getState().more()])
    const { seen } = ledger.getState()
    expect(seen.at === 'shown' ? [seen.view.figures.missing, seen.view.people.map(({ id }) => id)] : null).toEqual([2, ['1', '2', '3']])
  })

  test('each person’s line says the way, or whose turn it is', () => {
    const at = Date.parse('2026-11-25T10:00:00+08:00')
    expect(knownWords(person('1', { channel: 'called', at }), at)).toBe('打过电话 · 11月25日')
    expect(knownWords(person('1', { worker: '卢强' }), at)).toBe('已交给网格员卢强')
    expect(knownWords(person('1', { worker: '卢强', away: true }), at)).toBe('去过，不在家 · 网格员卢强')
    expect(knownWords(person('1'), at)).toBe('还没有告知到')
    expect(proofWords({ statutory: true, boardPhotoIds: [] }, 0)).toBe('还没有公示栏照片，上门告知 0 人')
    expect(proofWords({ statutory: false, boardPhotoIds: ['p'] }, 3)).toBeNull()
  })
})

const camera = { pick: async () => ({ paths: ['/tmp/door.jpg'], unusable: 0 }), read: async () => 'AAAA' }
describe('a grid worker’s list', () => {
  const task = (id: string) => ({
    id,
    name: '梁伯',
    group: 3,
    title: '结论公示',
    body: '装灯',
    way: null,
    markedAt: null,
    mayUndo: false,
    photoId: null,
  })
  test('one tap marks one person once, and the list shows who is left', async () => {
    const marked: unknown[] = []
    const calls = createCalls({
      ...camera,
      call: createClient(async ({ name, input }) => {
        if (name === 'reach.mark') {
          marked.push(input)
          return { ok: true, value: { open: 1 } }
        }
        return {
          ok: true,
          value: { now: 0, open: 2 - marked.length, tasks: marked.length > 0 ? [task('b')] : [task('a'), task('b')], next: null },
        }
      }),
    })
    await calls.getState().refresh()
    await Promise.all([calls.getState().mark(task('a'), 'called'), calls.getState().mark(task('a'), 'called')])
    expect(marked).toEqual([{ id: 'a', way: 'called' }])
    expect(calls.getState()).toMatchObject({
      sending: null,
      says: '梁伯：记好了，记错了今天可以改',
      seen: { at: 'shown', view: { open: 1, tasks: [{ id: 'b' }] } },
    })
  })

  test('what did not get through is said, and the list stays', async () => {
    let lost = false
    const calls = createCalls({
      ...camera,
      call: createClient(async () => {
        if (lost) throw new Error('no signal')
        return { ok: true, value: { now: 0, open: 1, tasks: [task('a')], next: null } }
      }),
    })
    await calls.getState().refresh()
    lost = true
    await calls.getState().mark(task('a'), 'door')
    expect(calls.getState()).toMatchObject({
      says: '网络不好，没有记上，请再点一次',
      seen: { at: 'shown', view: { tasks: [{ id: 'a' }] } },
    })
    await calls.getState().refresh()
    expect(calls.getState().seen).toMatchObject({ at: 'shown', stale: true })
  })

  test('a picture of the door is sent first and marks the walk; none taken, nothing is marked; one that was lost is said', async () => {
    const asked: { name: string; input: unknown }[] = []
    let lost = false,
      paths = ['/tmp/door.jpg']
    const calls = createCalls({
      ...camera,
      pick: async () => ({ paths, unusable: 0 }),
      call: createClient(async request => {
        asked.push(request)
        if (request.name === 'photo.add') {
          if (lost) throw new Error('no signal')
          return { ok: true, value: { id: 'p1' } }
        }
        return { ok: true, value: request.name === 'reach.mark' ? { open: 0 } : { now: 0, open: 0, tasks: [], next: null } }
      }),
    })
    await calls.getState().refresh()
    await Promise.all([calls.getState().showDoor(task('a')), calls.getState().showDoor(task('a'))])
    expect(asked.slice(1, 3)).toEqual([
      { name: 'photo.add', input: { data: 'AAAA' } },
      { name: 'reach.mark', input: { id: 'a', way: 'door', photoId: 'p1' } },
    ])
    const before = asked.length
    paths = []
    await calls.getState().showDoor(task('a'))
    expect([asked.length, calls.getState().says, calls.getState().sending]).toEqual([before, null, null])
    paths = ['/tmp/door.jpg']
    lost = true
    await calls.getState().showDoor(task('a'))
    expect(calls.getState()).toMatchObject({ sending: null, says: '照片没传上，请再点一次' })
  })
})
