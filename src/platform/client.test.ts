import { expect, test } from 'vitest'
import { createClient, NoAnswer } from './client'

test('a reply is handed on as it came', async () => {
  const call = createClient(async () => ({ ok: false, refusal: 'busy' }))
  expect(await call('me.view', {})).toEqual({ ok: false, refusal: 'busy' })
})

test('silence and gibberish are no answer, never a success', async () => {
  const answers: (() => Promise<unknown>)[] = [async () => undefined, async () => null, async () => '<html>', async () => ({ value: 1 }), () => Promise.reject(new Error('offline'))]
  for (const answer of answers) await expect(createClient(answer)('me.view', {})).rejects.toBeInstanceOf(NoAnswer)
})
