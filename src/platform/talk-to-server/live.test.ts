import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { live } from './live'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('looks again every so many seconds while awake, and never after it rests', async () => {
  const ask = vi.fn()
  const { wake, rest } = live(ask, 5)
  wake()
  wake()
  expect(ask).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ask).toHaveBeenCalledTimes(2)
  rest()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(2)
  wake()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('what comes back into view or online looks at once', () => {
  const ask = vi.fn()
  void live(ask, 5).look()
  expect(ask).toHaveBeenCalledOnce()
})

test('asks one question at a time, and again once a lost one is known to be lost', async () => {
  const answers: (() => void)[] = []
  const ask = vi.fn(
    () =>
      new Promise<void>(resolve => {
        answers.push(resolve)
      }),
  )
  const { wake, look } = live(ask, 5)
  wake()
  await vi.advanceTimersByTimeAsync(20_000)
  void look()
  expect(ask).toHaveBeenCalledOnce()
  answers[0]?.()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(2)
})
