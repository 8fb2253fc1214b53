import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createMessages } from './messages-store'

const message = (id: string, read: boolean) => ({ id, topicId: 't1', motionId: null, title: '请您投票', body: id, at: 1, read })

test('a message counts as read at once, and the village is told at the next look, only of what was unread', async () => {
  const told: unknown[] = []
  const messages = createMessages(
    createClient(async ({ name, input }) => {
      if (name === 'message.list')
        return {
          ok: true,
          value: { messages: [message('a', told.length > 0), message('b', true)], next: null, unread: told.length > 0 ? 6 : 7, now: 0 },
        }
      told.push(input)
      return { ok: true, value: { unread: 6 } }
    }),
  )
  await messages.getState().refresh()
  messages.getState().read(['a', 'b'])
  expect(told).toEqual([])
  expect(messages.getState().seen).toMatchObject({
    at: 'shown',
    view: {
      unread: 6,
      messages: [
        { id: 'a', read: true },
        { id: 'b', read: true },
      ],
    },
  })
  await messages.getState().refresh()
  await messages.getState().refresh()
  expect(told).toEqual([{ ids: ['a'] }])
  expect(messages.getState().seen).toMatchObject({ view: { unread: 6 } })
})

test('no network at first is a failure that can be retried, later it keeps the list', async () => {
  let lost = true
  const messages = createMessages(
    createClient(async () => {
      if (lost) throw new Error('timeout')
      return { ok: true, value: { messages: [message('a', true)], next: null, unread: 0, now: 0 } }
    }),
  )
  await messages.getState().refresh()
  expect(messages.getState().seen).toEqual({ at: 'failed' })
  lost = false
  await messages.getState().refresh()
  lost = true
  await messages.getState().refresh()
  expect(messages.getState().seen).toMatchObject({ at: 'shown', view: { messages: [{ id: 'a' }] } })
})
