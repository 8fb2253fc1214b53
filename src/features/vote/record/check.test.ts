import { expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { createClient } from '@/platform/talk-to-server/client'
import { inListOrder, rootOf } from '@/domain/vote/record/ballot-list'
import { createCheck, underReceipt } from './check'

const receipt = 'ab'.repeat(16)
const ballots = Array.from({ length: 45 }, (_, n) => ({
  who: n === 31 ? receiptHash(receipt) : receiptHash(`other ${n}`),
  choice: n % 3 === 0 ? 'against' : 'for',
}))
const noReceipts = { of: () => null, keep: () => undefined }

/** The published list, twenty at a time; `asked` is all the server hears. */
function published(asked: unknown[], breaksAt = Number.POSITIVE_INFINITY) {
  return createClient(async ({ input }) => {
    asked.push(input)
    const from = Number((input as { after?: string }).after ?? 0)
    if (from >= breaksAt) throw new Error('timeout')
    return {
      ok: true,
      value: {
        form: 'secret',
        ballots: ballots.slice(from, from + 20),
        next: from + 20 < ballots.length ? String(from + 20) : null,
        total: ballots.length,
      },
    }
  })
}

test('my ballot is found in the list and the server hears nothing of mine', async () => {
  const asked: unknown[] = []
  const check = createCheck('m1', { call: published(asked), receipts: { ...noReceipts, of: () => ({ receipt, choice: null }) } })
  await check.getState().look()
  expect(check.getState().checking).toMatchObject({
    at: 'read',
    mine: 'for',
    total: 45,
    root: rootOf(inListOrder(ballots.map(({ who, choice }) => ({ receipt: who, choice })))),
  })
  expect(JSON.stringify(asked)).not.toContain(receiptHash(receipt))
  expect(asked).toEqual([
    { motionId: 'm1', after: undefined },
    { motionId: 'm1', after: '20' },
    { motionId: 'm1', after: '40' },
  ])
})

test('a receipt that is not in the list is said to be missing', async () => {
  const check = createCheck('m1', {
    call: published([]),
    receipts: { ...noReceipts, of: () => ({ receipt: 'cd'.repeat(16), choice: null }) },
  })
  await check.getState().look()
  expect(check.getState().checking).toMatchObject({ at: 'read', mine: null })
})

test('half a list proves nothing: a lost page is a failure, not a missing ballot', async () => {
  const check = createCheck('m1', { call: published([], 20), receipts: noReceipts })
  await check.getState().look()
  expect(check.getState().checking).toEqual({ at: 'failed' })
})

test('a receipt photographed on the hall’s device is found as it stands on the photograph, and only whole', () => {
  const choice = ballots[31]?.choice
  for (const written of [receipt, 'ABAB '.repeat(8), ' ａｂａｂ'.repeat(8)]) expect(underReceipt(written, ballots)).toBe(choice)
  for (const wrong of ['', receipt.slice(1), 'cd'.repeat(16), `${receipt}ab`, receiptHash(receipt)])
    expect(underReceipt(wrong, ballots)).toBeNull()
})
