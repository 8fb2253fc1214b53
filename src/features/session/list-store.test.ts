import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createSessionList } from './list-store'

const card = (id: string) => ({
  id,
  topicId: 't1',
  title: id,
  startsAt: 1,
  endsAt: 2,
  mode: 'hall',
  place: '村委会',
  signedUp: null,
  present: false,
  coming: 0,
})

test('an answer to the list that was left is not shown under the other', async () => {
  const waiting: (() => void)[] = []
  const list = createSessionList(
    createClient(async ({ input }) => {
      const { show } = input as { show: string }
      await new Promise<void>(resolve => waiting.push(resolve))
      return { ok: true, value: { sessions: [card(show)], next: null, now: 0 } }
    }),
  )
  const first = list.getState().refresh()
  const second = list.getState().show('past')
  for (const answer of waiting.reverse()) answer()
  await Promise.all([first, second])
  expect(list.getState()).toMatchObject({ when: 'past', seen: { at: 'shown', view: { sessions: [{ id: 'past' }] } } })
})

test('a lost further page keeps what is shown and can be asked again', async () => {
  let lost = true
  const list = createSessionList(
    createClient(async ({ input }) => {
      const after = (input as { after?: string }).after
      if (after && lost) {
        lost = false
        throw new Error('timeout')
      }
      return { ok: true, value: { sessions: [card(after ?? 'first')], next: after ? null : 'second', now: 0 } }
    }),
  )
  await list.getState().refresh()
  await list.getState().more()
  expect(list.getState().seen).toMatchObject({ at: 'shown', more: 'failed', view: { sessions: [{ id: 'first' }] } })
  await list.getState().more()
  expect(list.getState().seen).toMatchObject({ at: 'shown', view: { next: null, sessions: [{ id: 'first' }, { id: 'second' }] } })
})
