import { expect, test } from 'vitest'
import { askingTwice, createClient, NoAnswer } from './client'

test('a reply is handed on as it came', async () => {
  const call = createClient(async () => ({ ok: false, refusal: 'busy' }))
  expect(await call('me.view', {})).toEqual({ ok: false, refusal: 'busy' })
})

test('silence and gibberish are no answer, never a success', async () => {
  const answers: (() => Promise<unknown>)[] = [
    async () => undefined,
    async () => null,
    async () => '<html>',
    async () => ({ value: 1 }),
    () => Promise.reject(new Error('offline')),
  ]
  for (const answer of answers) await expect(createClient(answer)('me.view', {})).rejects.toBeInstanceOf(NoAnswer)
})

test('on a weak network what only looks is asked once more, and what does something is not', async () => {
  const asked: string[] = []
  const call = createClient(
    askingTwice(async ({ name }) => {
      asked.push(name)
      if (asked.filter(each => each === name).length === 1) throw new Error('lost')
      return { ok: false, refusal: 'busy' }
    }),
  )
  expect(await call('topic.list', { show: 'mine' })).toEqual({ ok: false, refusal: 'busy' })
  await expect(call('topic.support', { id: 't1' })).rejects.toBeInstanceOf(NoAnswer)
  await expect(call('topic.unsupport', { id: 't1' })).rejects.toBeInstanceOf(NoAnswer)
  expect(asked).toEqual(['topic.list', 'topic.list', 'topic.support', 'topic.unsupport'])
})

test('a step that is only tried is a look, a code that is tried is a deed', async () => {
  const asked: string[] = []
  const call = createClient(
    askingTwice(async ({ name }) => {
      asked.push(name)
    }),
  )
  await expect(call('topic.tryStep', { id: 't1', step: 'accept', evidence: {} })).rejects.toBeInstanceOf(NoAnswer)
  await expect(call('bind.look', { code: '123456' })).rejects.toBeInstanceOf(NoAnswer)
  expect(asked).toEqual(['topic.tryStep', 'topic.tryStep', 'bind.look'])
})

test('where nothing answers at all, a look ends after the second time', async () => {
  let asked = 0
  await expect(
    createClient(
      askingTwice(async () => {
        asked += 1
      }),
    )('me.view', {}),
  ).rejects.toBeInstanceOf(NoAnswer)
  expect(asked).toBe(2)
})
