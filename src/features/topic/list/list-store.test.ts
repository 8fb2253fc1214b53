import { expect, test } from 'vitest'
import { createClient, type Client } from '@/platform/talk-to-server/client'
import { createTopicList, type Card } from './list-store'

const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  title: `议题 ${id}`,
  category: 'lighting',
  state: 'accepted',
  author: '张*',
  mine: false,
  supports: 3,
  supported: false,
  raisedAt: 1,
  activeAt: 1,
  dueAt: null,
  overdue: false,
  ...more,
})
type Asked = { readonly name: string; readonly input: { readonly show?: string; readonly after?: string; readonly id?: string } }

/** A server that answers as it is told, and remembers what it was asked. */
function hall(answer: (asked: Asked) => unknown): { readonly call: Client; readonly asked: Asked[] } {
  const asked: Asked[] = []
  return {
    asked,
    call: createClient(async request => {
      asked.push(request as Asked)
      return answer(request as Asked)
    }),
  }
}
const page = (topics: readonly Card[], next: string | null = null) => ({ ok: true, value: { topics, next, now: 10 } })
const shown = (list: ReturnType<typeof createTopicList>) => {
  const { seen } = list.getState()
  if (seen.at !== 'shown') throw new Error(`not shown but ${seen.at}`)
  return seen
}

test('the list grows by a page and never shows a topic twice', async () => {
  const { call, asked } = hall(({ input }) => (input.after === 'c1' ? page([card('b'), card('c')]) : page([card('a'), card('b')], 'c1')))
  const list = createTopicList(call)
  await list.getState().refresh()
  await list.getState().more()
  expect(shown(list).view.topics.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(shown(list).view.next).toBeNull()
  expect(asked[1]?.input.after).toBe('c1')
})

test('coming back to the page keeps what was read further down and brings what is new on top', async () => {
  let round = 0
  const { call } = hall(({ input }) =>
    input.after
      ? page([card('c'), card('d')], 'c2')
      : ++round === 1
        ? page([card('a'), card('b')], 'c1')
        : page([card('new'), card('a', { supports: 9 })], 'c1b'),
  )
  const list = createTopicList(call)
  await list.getState().refresh()
  await list.getState().more()
  await list.getState().refresh()
  expect(shown(list).view.topics.map(({ id }) => id)).toEqual(['new', 'a', 'b', 'c', 'd'])
  expect(shown(list).view.topics[1]?.supports).toBe(9)
  expect(shown(list).view.next).toBe('c2')
})

test('an answer for a filter that was left is not shown under the new one', async () => {
  let release: (value: unknown) => void = () => undefined
  const slow = new Promise(resolve => {
    release = resolve
  })
  const { call } = hall(({ input }) => (input.show === 'ended' ? slow : page([card('mine')])))
  const list = createTopicList(call)
  const late = list.getState().choose('ended', null)
  await list.getState().choose('mine', null)
  release(page([card('ended')]))
  await late
  expect(shown(list).view.topics.map(({ id }) => id)).toEqual(['mine'])
})

test('without a network the list stays as it was last seen, and says so', async () => {
  let online = true
  const { call } = hall(() => {
    if (!online) throw new Error('offline')
    return page([card('a')])
  })
  const list = createTopicList(call)
  await list.getState().refresh()
  online = false
  await list.getState().refresh()
  expect(shown(list)).toMatchObject({ stale: true, view: { topics: [{ id: 'a' }] } })
})

test('a support shows at once; two quick taps are one support', async () => {
  const { call, asked } = hall(({ name }) => (name === 'topic.list' ? page([card('a')]) : { ok: true, value: { supports: 4 } }))
  const list = createTopicList(call)
  await list.getState().refresh()
  const first = list.getState().support('a')
  expect(shown(list).view.topics[0]).toMatchObject({ supported: true, supports: 4 })
  await Promise.all([first, list.getState().support('a')])
  expect(asked.map(({ name }) => name)).toEqual(['topic.list', 'topic.support'])
})

test('a support whose answer is lost goes back to where it was and can be tapped again', async () => {
  let lost = true
  const { call } = hall(({ name }) => {
    if (name === 'topic.list') return page([card('a')])
    if (lost) throw new Error('timeout')
    return { ok: true, value: { supports: 4 } }
  })
  const list = createTopicList(call)
  await list.getState().refresh()
  await list.getState().support('a')
  expect(shown(list).view.topics[0]).toMatchObject({ supported: false, supports: 3 })
  expect(list.getState().supportSays).toBe('no-answer')
  lost = false
  await list.getState().support('a')
  expect(shown(list).view.topics[0]).toMatchObject({ supported: true, supports: 4 })
  expect(list.getState().supportSays).toBeNull()
})

test('a refused support says why', async () => {
  const { call } = hall(({ name }) =>
    name === 'topic.list' ? page([card('a', { supported: true })]) : { ok: false, refusal: 'support-closed' },
  )
  const list = createTopicList(call)
  await list.getState().refresh()
  await list.getState().support('a')
  expect(shown(list).view.topics[0]).toMatchObject({ supported: true, supports: 3 })
  expect(list.getState().supportSays).toBe('support-closed')
})
