import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createDiscussion, type Comment } from './store'

const said = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  author: '梁*',
  face: { photoId: null, letter: '梁' },
  nicknamed: false,
  mine: false,
  text: `话 ${id}`,
  at: 1,
  agrees: 2,
  thanks: 0,
  agreed: false,
  thanked: false,
  visible: 'shown',
  hiddenWhy: null,
  mayAppeal: false,
  mayReport: true,
  answers: [],
  ...more,
})
type Asked = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }

function talk(answer: (asked: Asked) => unknown) {
  const asked: Asked[] = []
  const drawer = new Map<string, string>()
  let keys = 0
  const store = createDiscussion(
    createClient(async request => {
      asked.push(request as Asked)
      return answer(request as Asked)
    }),
    async () => `${++keys}`.padStart(32, '0'),
    {
      read: topic => drawer.get(topic) ?? '',
      keep: (topic, words) => {
        drawer.set(topic, words)
      },
    },
  )
  return { store, asked, drawer, said: () => asked.filter(({ name }) => name === 'comment.say').map(({ input }) => input) }
}
const page = (comments: readonly Comment[], next: string | null = null) => ({ ok: true, value: { comments, next, now: 5 } })

test('a lost answer keeps the words; saying them again is saying them once', async () => {
  let lost = true
  const {
    store,
    said: sent,
    drawer,
  } = talk(({ name }) => {
    if (name === 'comment.list') return page([])
    if (lost) throw new Error('timeout')
    return { ok: true, value: { visible: 'shown' } }
  })
  await store.getState().open('t', 1)
  store.getState().write('先装路口')
  expect(await store.getState().say()).toBe(false)
  expect(store.getState()).toMatchObject({ words: '先装路口', saying: { at: 'unsure' } })
  expect(drawer.get('t')).toBe('先装路口')
  lost = false
  expect(await store.getState().say()).toBe(true)
  expect(sent().map(({ id }) => id)).toEqual([sent()[0]?.id, sent()[0]?.id])
  expect(store.getState().words).toBe('')
  expect(drawer.get('t')).toBe('')
})

test('other words are another comment, even after a lost answer', async () => {
  const { store, said: sent } = talk(({ name }) => {
    if (name === 'comment.list') return page([])
    throw new Error('timeout')
  })
  await store.getState().open('t', 1)
  store.getState().write('甲')
  await store.getState().say()
  store.getState().write('乙')
  await store.getState().say()
  expect(sent()[0]?.id).not.toBe(sent()[1]?.id)
})

test('two taps at once say it once', async () => {
  const { store, said: sent } = talk(({ name }) => (name === 'comment.list' ? page([]) : { ok: true, value: { visible: 'held' } }))
  await store.getState().open('t', 1)
  store.getState().write('甲')
  await Promise.all([store.getState().say(), store.getState().say()])
  expect(sent()).toHaveLength(1)
  expect(store.getState().saying).toEqual({ at: 'said', visible: 'held' })
})

test('a phone number is refused on the phone, the words stay, nothing is sent', async () => {
  const { store, said: sent } = talk(() => page([]))
  await store.getState().open('t', 1)
  store.getState().write('打 13800138000 找我')
  await store.getState().say()
  expect(store.getState()).toMatchObject({ words: '打 13800138000 找我', saying: { at: 'wrong', why: 'phone-number-in-text' } })
  expect(sent()).toEqual([])
})

test('what was half written is there again when the topic is opened again', async () => {
  const { store, drawer } = talk(() => page([]))
  drawer.set('t', '写到一半')
  await store.getState().open('t', 1)
  expect(store.getState().words).toBe('写到一半')
})

test('an answer goes under the comment it answers', async () => {
  const { store, said: sent } = talk(({ name }) =>
    name === 'comment.list' ? page([said('c')]) : { ok: true, value: { visible: 'shown' } },
  )
  await store.getState().open('t', 1)
  store.getState().answer(said('c'))
  store.getState().write('说得对')
  await store.getState().say()
  expect(sent()[0]).toMatchObject({ parentId: 'c', text: '说得对' })
  expect(store.getState().answering).toBeNull()
})

test('who starts reading near the end of the circle still sees the rest at once', async () => {
  const { store } = talk(({ input }) => (input.after === '|' ? page([said('a'), said('b'), said('z')]) : page([said('z')], '|')))
  await store.getState().open('t', 1)
  const { seen: now } = store.getState()
  expect(now.at === 'shown' && now.view.comments.map(({ id }) => id)).toEqual(['z', 'a', 'b'])
})

test('agreeing shows at once and goes back where it was refused', async () => {
  let refused = false
  const { store } = talk(({ name }) =>
    name === 'comment.list'
      ? page([said('c', { answers: [said('d')] })])
      : refused
        ? { ok: false, refusal: 'no-such-comment' }
        : { ok: true, value: { agrees: 3, thanks: 0 } },
  )
  await store.getState().open('t', 1)
  const of = (id: string) => {
    const { seen: now } = store.getState()
    return now.at === 'shown' ? now.view.comments.flatMap(one => [one, ...one.answers]).find(one => one.id === id) : undefined
  }
  const tapped = store.getState().nod('c', 'agree')
  expect(of('c')).toMatchObject({ agreed: true, agrees: 3 })
  await tapped
  refused = true
  await store.getState().nod('d', 'thank')
  expect(of('d')).toMatchObject({ thanked: false, thanks: 0 })
  expect(store.getState().nodSays).toBe('no-such-comment')
})
