import { createStore } from 'zustand/vanilla'
import { beforeEach, expect, test } from 'vitest'
import { grant, refuse, type Decision } from '@/domain/ground/decision'
import { leafing, looking, type After, type Leafed, type Looked } from './looking'

type Reply = Decision<string, 'busy' | 'no-such-topic'>
/** Answers are given by hand, in any order; null: none comes. */
const waiting: ((reply: Reply | null) => void)[] = []
const ask = () =>
  new Promise<Reply>((resolve, reject) => {
    waiting.push(reply => (reply ? resolve(reply) : reject(new Error('offline'))))
  })
beforeEach(() => waiting.splice(0))

interface Page {
  readonly seen: Looked<string, 'busy' | 'no-such-topic'>
  refresh(): Promise<void>
  anew(): Promise<void>
}
function look() {
  const store = createStore<Page>((set, get) => looking({ set, get }, ask))
  const moments: string[] = []
  store.subscribe(({ seen }) => moments.push(seen.at === 'shown' ? `${seen.view}${seen.stale ? ', stale' : ''}` : seen.at))
  return { store, moments, seen: () => store.getState().seen }
}
const answer = async (at: number, reply: Reply | null, asked: Promise<void>) => {
  waiting[at]?.(reply)
  await asked
}

test('the first look is awaited, its answer is shown, and the screen is drawn once for it', async () => {
  const { store, moments, seen } = look()
  expect(seen()).toEqual({ at: 'loading' })
  await answer(0, grant('first'), store.getState().refresh())
  expect(seen()).toMatchObject({ at: 'shown', view: 'first', stale: false })
  expect(moments).toEqual(['first'])
})

test('a first look without an answer has failed, and the next one may succeed', async () => {
  const { store, moments } = look()
  await answer(0, null, store.getState().refresh())
  await answer(1, grant('second'), store.getState().refresh())
  expect(moments).toEqual(['failed', 'second'])
})

test('a refusal is shown with its Chinese words', async () => {
  const { store, seen } = look()
  await answer(0, refuse('no-such-topic'), store.getState().refresh())
  expect(seen()).toMatchObject({ at: 'refused', refusal: 'no-such-topic' })
  expect(seen()).toHaveProperty('says', expect.stringMatching(/[一-龥]/))
})

test('what is shown stays while it is asked again, and where no answer comes it is called old', async () => {
  const { store, moments, seen } = look()
  await answer(0, grant('first'), store.getState().refresh())
  const asked = store.getState().refresh()
  expect(seen()).toMatchObject({ at: 'shown', view: 'first', stale: false })
  await answer(1, null, asked)
  await answer(2, grant('third'), store.getState().refresh())
  expect(moments).toEqual(['first', 'first, stale', 'third'])
})

test('an answer that a later look has overtaken changes nothing, whether it tells or is lost', async () => {
  const { store, moments } = look()
  const first = store.getState().refresh()
  const second = store.getState().refresh()
  const third = store.getState().refresh()
  await answer(2, grant('third'), third)
  await answer(0, grant('first'), first)
  await answer(1, null, second)
  expect(moments).toEqual(['third'])
})

test('for another question than before, what is shown goes at once', async () => {
  const { store, moments } = look()
  await answer(0, grant('first'), store.getState().refresh())
  await answer(1, grant('other'), store.getState().anew())
  expect(moments).toEqual(['first', 'loading', 'other'])
})

test('a refusal that is not told is no answer: what is shown stays, and without it the look has failed', async () => {
  const store = createStore<{ readonly seen: Looked<string, 'no-such-topic'>; refresh(): Promise<void> }>((set, get) =>
    looking({ set, get }, ask, ['no-such-topic']),
  )
  await answer(0, refuse('busy'), store.getState().refresh())
  expect(store.getState().seen).toEqual({ at: 'failed' })
  await answer(1, grant('first'), store.getState().refresh())
  await answer(2, refuse('busy'), store.getState().refresh())
  expect(store.getState().seen).toMatchObject({ at: 'shown', view: 'first', stale: true })
  await answer(3, refuse('no-such-topic'), store.getState().refresh())
  expect(store.getState().seen.at).toBe('refused')
})

interface Rows {
  readonly rows: readonly string[]
  readonly next: string | null
}
interface List {
  readonly seen: Leafed<Rows, 'busy'>
  refresh(): Promise<void>
  anew(): Promise<void>
  more(): Promise<void>
}
function list(pages: (after: string | undefined) => Promise<Decision<Rows, 'busy'>> | Decision<Rows, 'busy'>, keeps = false) {
  const asked: (string | undefined)[] = []
  const store = createStore<List>((set, get) =>
    leafing(
      { set, get },
      async ({ after }: After) => {
        asked.push(after)
        return pages(after)
      },
      (view, further) => ({ ...view, rows: [...new Set([...view.rows, ...further.rows])] }),
      keeps ? { rows: ({ rows }) => rows.length } : {},
    ),
  )
  return { store, asked }
}

test('a list is read page by page to its end; two taps ask for one page', async () => {
  const { store, asked } = list(after => grant(after ? { rows: ['b', 'c'], next: null } : { rows: ['a', 'b'], next: '1' }))
  await store.getState().refresh()
  await Promise.all([store.getState().more(), store.getState().more()])
  expect(store.getState().seen).toMatchObject({ view: { rows: ['a', 'b', 'c'], next: null }, more: 'more' })
  await store.getState().more()
  expect(asked).toEqual([undefined, '1'])
})

test('a page that does not come leaves the rows and can be asked for again', async () => {
  let lost = true
  const { store } = list(after => {
    if (after && lost) throw new Error('offline')
    return grant(after ? { rows: ['b'], next: null } : { rows: ['a'], next: '1' })
  })
  await store.getState().refresh()
  await store.getState().more()
  expect(store.getState().seen).toMatchObject({ view: { rows: ['a'] }, more: 'failed' })
  lost = false
  await store.getState().more()
  expect(store.getState().seen).toMatchObject({ view: { rows: ['a', 'b'] }, more: 'more' })
})

test('a page of a list that was asked anew meanwhile is left away', async () => {
  let release: (page: Decision<Rows, 'busy'>) => void = () => undefined
  const { store } = list(after =>
    after
      ? new Promise(resolve => {
          release = resolve
        })
      : grant({ rows: ['a'], next: '1' }),
  )
  await store.getState().refresh()
  const late = store.getState().more()
  await store.getState().anew()
  release(grant({ rows: ['b'], next: null }))
  await late
  expect(store.getState().seen).toMatchObject({ view: { rows: ['a'], next: '1' }, more: 'more' })
})

test('asked again, a list that keeps its further pages has the fresh rows above them', async () => {
  const first = [['a', 'b'], ['new', 'a'], ['new']]
  const { store } = list(
    after => grant(after ? { rows: ['c'], next: '2' } : { rows: first.shift() ?? [], next: first.length > 0 ? '1' : null }),
    true,
  )
  await store.getState().refresh()
  await store.getState().more()
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ view: { rows: ['new', 'a', 'b', 'c'], next: '2' } })
  // The first page is now all there is.
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ view: { rows: ['new'], next: null } })
})
