import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createTopicPage, type TopicView } from './topic-store'

const view = (supports: number, supported = false) =>
  ({ card: { id: 't', supports, supported, state: 'accepted' }, discussion: { round: 2 } }) as unknown as TopicView
type Asked = { readonly name: string; readonly input: Readonly<Record<string, unknown>> }

function open(answer: (asked: Asked) => unknown) {
  const asked: Asked[] = []
  let keys = 0
  const page = createTopicPage(
    createClient(async request => {
      asked.push(request as Asked)
      return answer(request as Asked)
    }),
    async () => `${++keys}`.padStart(32, '0'),
  )
  return { page, asked }
}
const topicOf = (page: ReturnType<typeof createTopicPage>) => {
  const { seen } = page.getState()
  if (seen.at !== 'shown') throw new Error(`not shown but ${seen.at}`)
  return seen
}

test('an objection whose answer was lost is sent again under the same key, and so is filed once', async () => {
  let lost = true
  const { page, asked } = open(({ name }) => {
    if (name === 'topic.view') return { ok: true, value: view(3) }
    if (lost) throw new Error('timeout')
    return { ok: true, value: { until: 1 } }
  })
  await page.getState().load('t')
  expect(await page.getState().object('没写哪段先做')).toBe(false)
  expect(page.getState().doing).toEqual({ at: 'unsure', deed: 'object' })
  lost = false
  expect(await page.getState().object('没写哪段先做')).toBe(true)
  const keys = asked.filter(({ name }) => name === 'objection.file').map(({ input }) => input.objectionId)
  expect(keys).toEqual([keys[0], keys[0]])
  expect(await page.getState().object('还有一件')).toBe(true)
  expect(asked.filter(({ name }) => name === 'objection.file')[2]?.input.objectionId).not.toBe(keys[0])
})

test('two taps at once are one objection', async () => {
  const { page, asked } = open(({ name }) => (name === 'topic.view' ? { ok: true, value: view(3) } : { ok: true, value: { until: 1 } }))
  await page.getState().load('t')
  await Promise.all([page.getState().object('甲'), page.getState().object('甲')])
  expect(asked.filter(({ name }) => name === 'objection.file')).toHaveLength(1)
})

test('a support shows at once, the hall’s count is the one that stays', async () => {
  const { page } = open(({ name }) => (name === 'topic.view' ? { ok: true, value: view(3) } : { ok: true, value: { supports: 7 } }))
  await page.getState().load('t')
  const sent = page.getState().support()
  expect(topicOf(page).view.card).toMatchObject({ supported: true, supports: 4 })
  await sent
  expect(topicOf(page).view.card).toMatchObject({ supported: true, supports: 7 })
})

test('a withdrawn support that is refused stands as before and says why', async () => {
  const { page } = open(({ name }) =>
    name === 'topic.view' ? { ok: true, value: view(3, true) } : { ok: false, refusal: 'support-closed' },
  )
  await page.getState().load('t')
  await page.getState().support()
  expect(topicOf(page).view.card).toMatchObject({ supported: true, supports: 3 })
  expect(page.getState().doing).toEqual({ at: 'refused', deed: 'support', refusal: 'support-closed' })
})

test('what was loaded stays when the network goes', async () => {
  let online = true
  const { page } = open(() => {
    if (!online) throw new Error('offline')
    return { ok: true, value: view(3) }
  })
  expect(await page.getState().load('t')).toBe(2)
  online = false
  expect(await page.getState().load('t')).toBeNull()
  expect(topicOf(page)).toMatchObject({ stale: true, view: { card: { id: 't' } } })
})

test('a topic not yet public is a word to the reader, not a fault', async () => {
  const { page } = open(() => ({ ok: false, refusal: 'no-such-topic' }))
  await page.getState().load('t')
  expect(page.getState().seen).toMatchObject({ at: 'refused', refusal: 'no-such-topic' })
})

test('an answer that was overtaken on its way changes nothing', async () => {
  const answers: ((reply: unknown) => void)[] = []
  const { page } = open(() => new Promise(resolve => answers.push(resolve)))
  const first = page.getState().load('t'),
    second = page.getState().load('t')
  answers[1]?.({ ok: true, value: view(4) })
  await second
  answers[0]?.({ ok: true, value: view(3) })
  await first
  expect(topicOf(page).view.card.supports).toBe(4)
})
