import { expect, test, vi } from 'vitest'
import { createClient } from './client'
import { createAsk, type Known } from './consent'

vi.mock('@tarojs/taro', () => ({ default: {} }))

const both: Known = [
  { template: 'vote', id: 'T-vote', lasting: false },
  { template: 'progress', id: 'T-progress', lasting: false },
  { template: 'duty', id: 'T-duty', lasting: true },
]

function phone(
  first: Known | null,
  answer: () => Promise<Record<string, string>>,
  village = async (name: string): Promise<unknown> => ({ ok: true, value: name === 'consent.view' ? { templates: both } : {} }),
) {
  let known = first
  const asked: (readonly string[])[] = [],
    told: { name: string; input: unknown }[] = []
  const ask = createAsk({
    call: createClient(async request => {
      told.push(request)
      return village(request.name)
    }),
    known: {
      get: () => known,
      set: value => {
        known = value
        return true
      },
      remove: () => {
        known = null
      },
    },
    ask: ids => {
      asked.push(ids)
      return answer()
    },
    draw: async () => 'a'.repeat(32),
  })
  return { ask, asked, told }
}

test('WeChat is asked within the tap itself, before anything is awaited, and never for lasting and single ones at once', () => {
  const { ask, asked } = phone(both, () => new Promise(() => undefined))
  void ask('vote', 'progress', 'duty')
  expect(asked).toEqual([['T-vote', 'T-progress']])
})

test('the village hears each answer under one key, and nothing that is no answer', async () => {
  const { ask, told } = phone(both, async () => ({ 'T-vote': 'accept', 'T-progress': 'maybe', errMsg: 'ok' }))
  await ask('vote', 'progress')
  expect(told[0]).toEqual({ name: 'consent.record', input: { tap: 'a'.repeat(32), answers: [{ template: 'vote', answer: 'accept' }] } })
})

test('a phone that does not know the templates asks nothing, learns them, and asks the next time', async () => {
  const { ask, asked, told } = phone(null, async () => ({ 'T-vote': 'reject' }))
  await ask('vote')
  expect(asked).toEqual([])
  await ask('vote')
  expect(asked).toEqual([['T-vote']])
  expect(told.map(({ name }) => name)).toEqual(['consent.view', 'consent.record'])
})

test('notifications switched off, or no network: the errand goes on', async () => {
  const off = phone(both, () => Promise.reject(Object.assign(new Error('switch is off'), { errCode: 20004 })))
  await expect(off.ask('vote')).resolves.toBeUndefined()
  expect(off.told.map(({ name }) => name)).toEqual(['consent.view'])
  const lost = phone(
    both,
    async () => ({ 'T-vote': 'accept' }),
    () => Promise.reject(new Error('timeout')),
  )
  await expect(lost.ask('vote')).resolves.toBeUndefined()
})
