import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import type { Draft } from './draft'
import { createDraftList, merged } from './drafts-store'
import { createRaise } from './store'

type Asked = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }
const good = { title: '村口路灯坏了', what: '晚上看不见', where: '村口到小学', affected: '上学的孩子', suggestion: '换新的' }
const key = (n: number) => `${n}`.padStart(32, '0')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A phone with a drawer, and a server that answers as it is told. */
function writing(answer: (asked: Asked) => unknown, inDrawer: readonly Draft[] = [], pictures: readonly string[] = []) {
  const asked: Asked[] = []
  const drawer = new Map(inDrawer.map(draft => [draft.id, draft]))
  let keys = 0
  const call = createClient(async request => {
    asked.push(request as Asked)
    return answer(request as Asked)
  })
  const store = createRaise(call, {
    drawKey: async () => key(++keys),
    now: () => Date.now(),
    kept: () => [...drawer.values()],
    keep: draft => {
      drawer.set(draft.id, draft)
    },
    drop: id => {
      drawer.delete(id)
    },
    pick: async () => ({ paths: pictures, unusable: 0 }),
    send: async path => call('photo.add', { data: path }),
    urlOf: id => `/files/${id}`,
  })
  const of = (name: string) => asked.filter(one => one.name === name).map(({ input }) => input)
  const write = (words: Partial<typeof good> = good) => {
    for (const [part, text] of Object.entries(words)) store.getState().write(part as keyof typeof good, text)
  }
  return { store, asked, drawer, of, write, me: () => store.getState() }
}
const hall =
  (more: Readonly<Record<string, (asked: Asked) => unknown>> = {}) =>
  (asked: Asked) => {
    const mine = more[asked.name]
    if (mine) return mine(asked)
    if (asked.name === 'draft.list') return { ok: true, value: { drafts: [] } }
    if (asked.name === 'draft.save') return { ok: true, value: { savedAt: 7 } }
    if (asked.name === 'topic.similar') return { ok: true, value: { topics: [] } }
    if (asked.name === 'photo.add') return { ok: true, value: { id: `p-${String(asked.input.data)}` } }
    return { ok: true, value: { id: asked.input.id, answerBy: 99 } }
  }

test('every letter is in the phone’s drawer at once, and at the hall a moment later', async () => {
  const { me, drawer, of, write } = writing(hall())
  await me().open({})
  write({ title: '路' })
  expect([...drawer.values()][0]?.words.title).toBe('路')
  expect(of('draft.save')).toEqual([])
  write({ title: '路灯' })
  await vi.runAllTimersAsync()
  expect(of('draft.save').map(({ title }) => title)).toEqual(['路灯'])
  expect(me().saved).toBe('hall')
})

test('a killed app goes on where it was', async () => {
  const first = writing(hall())
  await first.me().open({})
  first.write()
  first.me().go(2)
  const again = writing(hall(), [...first.drawer.values()])
  await again.me().open({})
  expect(again.me()).toMatchObject({ opened: 'ready', resumed: true, draft: { step: 2, words: good } })
  expect(again.me().draft.id).toBe(first.me().draft.id)
})

test('without a network one can still write, and it is kept', async () => {
  const { me, drawer, write } = writing(() => {
    throw new Error('offline')
  })
  await me().open({})
  write()
  await vi.runAllTimersAsync()
  expect(me()).toMatchObject({ opened: 'ready', saved: 'phone' })
  expect([...drawer.values()][0]).toMatchObject({ words: good, dirty: true })
})

test('a step with something missing is not left, and says where', async () => {
  const { me, write } = writing(hall())
  await me().open({})
  write({ title: good.title, what: '电话 13800138000' })
  expect(me().go(2)).toBe(false)
  expect(me().faults).toEqual({ what: 'phone-number-in-text', where: 'empty-text' })
  write({ what: good.what, where: good.where })
  expect(me().faults).toEqual({})
  expect(me().go(2)).toBe(true)
})

test('a lost answer is unsure; handing in again sends the same key and is one topic', async () => {
  let lost = true
  const { me, drawer, of, write } = writing(
    hall({
      'topic.raise': ({ input }) => {
        if (lost) throw new Error('timeout')
        return { ok: true, value: { id: input.id, answerBy: 99 } }
      },
    }),
  )
  await me().open({})
  write()
  await me().handIn()
  expect(me().handing).toEqual({ at: 'unsure' })
  expect([...drawer.values()][0]).toMatchObject({ words: good, sent: true })
  lost = false
  await me().handIn()
  expect(of('topic.raise').map(({ id }) => id)).toEqual([key(1), key(1)])
  expect(me().handing).toEqual({ at: 'raised', id: key(1), answerBy: 99 })
  expect(drawer.size).toBe(0)
})

test('two taps at once hand in once', async () => {
  const { me, of, write } = writing(hall())
  await me().open({})
  write()
  await Promise.all([me().handIn(), me().handIn()])
  expect(of('topic.raise')).toHaveLength(1)
})

test('a refusal keeps every word and says why', async () => {
  const { me, drawer, write } = writing(hall({ 'topic.raise': () => ({ ok: false, refusal: 'content-risky' }) }))
  await me().open({})
  write()
  await me().handIn()
  expect(me()).toMatchObject({ handing: { at: 'refused', refusal: 'content-risky' }, draft: { words: good, sent: false } })
  expect([...drawer.values()][0]?.words).toEqual(good)
})

test('a save still on its way when the topic was handed in does not bring the draft back', async () => {
  let release: () => void = () => undefined
  const late = new Promise<unknown>(resolve => {
    release = () => {
      resolve({ ok: true, value: { savedAt: 8 } })
    }
  })
  const { me, drawer, write } = writing(hall({ 'draft.save': () => late }))
  await me().open({})
  write()
  const saving = me().flush()
  await me().handIn()
  release()
  await saving
  expect(me().handing.at).toBe('raised')
  expect(drawer.size).toBe(0)
})

test('similar topics are looked for once one pauses, and supporting one is one tap', async () => {
  const topic = { id: 't', title: '小学门口要装路灯', where: '小学', state: 'accepted', supports: 18, supported: false }
  const { me, of, write } = writing(
    hall({
      'topic.similar': () => ({ ok: true, value: { topics: [topic] } }),
      'topic.support': () => ({ ok: true, value: { supports: 19 } }),
    }),
  )
  await me().open({})
  write({ title: '小学' })
  write({ title: '小学门口的路灯' })
  await vi.runAllTimersAsync()
  expect(of('topic.similar')).toHaveLength(1)
  await me().support('t')
  expect(me().similar[0]).toMatchObject({ supported: true, supports: 19 })
})

test('a photo that did not arrive can be sent again; until then the topic is not handed in without it', async () => {
  let lost = true
  const { me, of, write } = writing(
    hall({
      'photo.add': () => {
        if (lost) throw new Error('timeout')
        return { ok: true, value: { id: 'p1' } }
      },
    }),
    [],
    ['blob:a'],
  )
  await me().open({})
  write()
  await me().addPhotos()
  expect(me().photos).toMatchObject([{ at: 'failed' }])
  await me().handIn()
  expect(me().handing).toEqual({ at: 'refused', refusal: 'no-such-photo' })
  lost = false
  await me().retryPhoto('blob:a')
  await me().handIn()
  expect(of('topic.raise')[0]).toMatchObject({ photoIds: ['p1'] })
})

const returned = (rev: number, edit = true) => ({
  ok: true,
  value: {
    rev,
    may: { edit },
    showName: true,
    photoIds: ['p'],
    words: { what: good.what, where: good.where, affected: good.affected, suggestion: good.suggestion },
    card: { title: good.title, category: 'lighting' },
    answer: { told: [{ label: '请提出人补什么', value: '写清哪一段', photoIds: [] }] },
  },
})

test('a returned topic is mended in its own form, under its own key, with the version that was read', async () => {
  const { me, of, write, drawer } = writing(hall({ 'topic.view': () => returned(4) }))
  await me().open({ edit: 'topic-1' })
  expect(me()).toMatchObject({
    draft: { words: good, category: 'lighting', showName: true },
    mending: { rev: 4, toFix: [{ value: '写清哪一段' }] },
  })
  write({ where: '村口到小学，祠堂那一段' })
  await vi.runAllTimersAsync()
  expect(of('draft.save')).toEqual([])
  expect([...drawer.keys()]).toEqual(['topic-1'])
  await me().handIn()
  expect(of('topic.raise')[0]).toMatchObject({ id: 'topic-1', rev: 4, where: '村口到小学，祠堂那一段' })
})

test('a topic changed meanwhile keeps the words and is handed in again with the version that stands now', async () => {
  let rev = 4
  const { me, of, write } = writing(
    hall({
      'topic.view': () => returned(rev),
      'topic.raise': ({ input }) =>
        input.rev === 5 ? { ok: true, value: { id: 'topic-1', answerBy: null } } : { ok: false, refusal: 'changed-meanwhile' },
    }),
  )
  await me().open({ edit: 'topic-1' })
  write({ where: '祠堂那一段' })
  rev = 5
  await me().handIn()
  expect(me()).toMatchObject({ handing: { at: 'refused', refusal: 'changed-meanwhile' }, draft: { words: { where: '祠堂那一段' } } })
  await me().handIn()
  expect(of('topic.raise').map(input => input.rev)).toEqual([4, 5])
  expect(me().handing.at).toBe('raised')
})

test('a topic that no longer waits for its words says so', async () => {
  const { me } = writing(hall({ 'topic.view': () => returned(6, false) }))
  await me().open({ edit: 'topic-1' })
  expect(me().opened).toBe('not-yours')
})

const draft = (more: Partial<Draft>): Draft => ({
  id: 'd',
  words: good,
  category: 'other',
  photoIds: [],
  showName: false,
  step: 1,
  touchedAt: 1,
  savedAt: 5,
  dirty: false,
  sent: false,
  mending: false,
  ...more,
})

test('words typed here and not yet at the hall win, whatever the clocks say', () => {
  const here = draft({ dirty: true, touchedAt: 1, words: { ...good, title: '这里' } })
  expect(merged([here], [draft({ touchedAt: 900, savedAt: 900, words: { ...good, title: '那里' } })])[0]?.words.title).toBe('这里')
})

test('what was written later on another phone is taken up', () => {
  expect(merged([draft({})], [draft({ savedAt: 9, words: { ...good, title: '那里' } })])[0]?.words.title).toBe('那里')
})

test('someone the hall does not know is told where to be registered', async () => {
  const { me } = writing(() => ({ ok: false, refusal: 'not-a-resident' }))
  await me().open({})
  expect(me().opened).toBe('guest')
})

test('what was typed without a network reaches the hall when the draft, or the list of drafts, is opened again', async () => {
  const { me, of, drawer } = writing(hall(), [draft({ id: key(7), dirty: true, savedAt: null })])
  await me().open({})
  await vi.runAllTimersAsync()
  expect(of('draft.save').map(({ id }) => id)).toEqual([key(7)])
  expect(drawer.get(key(7))).toMatchObject({ dirty: false, savedAt: 7 })

  const kept = new Map([[key(8), draft({ id: key(8), dirty: true, savedAt: null })]])
  const list = createDraftList(
    createClient(async ({ name }) => (name === 'draft.save' ? { ok: true, value: { savedAt: 9 } } : { ok: true, value: { drafts: [] } })),
    {
      all: () => [...kept.values()],
      keep: one => {
        kept.set(one.id, one)
      },
      drop: id => {
        kept.delete(id)
      },
    },
  )
  await list.getState().load()
  expect(kept.get(key(8))).toMatchObject({ dirty: false, savedAt: 9 })
  expect(list.getState().list).toMatchObject({ at: 'shown', complete: true, drafts: [{ id: key(8) }] })
})

test('what is said comes after what is written, is kept at once, and never lands in another draft', async () => {
  const { me, drawer, write } = writing(hall())
  await me().open({})
  const { id } = me().draft
  write({ what: '路灯坏了' })
  me().say(id, 'what', '三天了。')
  expect(me().draft.words.what).toBe('路灯坏了，三天了。')
  expect(drawer.get(id)?.words.what).toBe('路灯坏了，三天了。')
  await me().startAnother()
  me().say(id, 'what', '迟来的话')
  expect(me().draft.words.what).toBe('')
})
