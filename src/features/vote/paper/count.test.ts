import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { compared, createCount, differenceWords, firstFree, foundIn, pilesOf, type Batch } from './count'
import type { HallVoteView } from '../hall/store'

const card: HallVoteView['card'] = {
  id: 'm1',
  topicId: 't1',
  text: '今年装 24 盏路灯',
  body: 'VRA',
  form: 'secret',
  opensAt: 0,
  closesAt: 1,
  rollSize: 80,
  turnout: 0,
  quorumNeeds: 54,
  binding: true,
  onRoll: true,
  voted: false,
  result: null,
}
const batch = (more: Partial<Batch>): Batch => ({ batch: 1, state: 'one-entered', mine: null, others: null, by: ['甲'], ...more })

test('a batch is sorted into every answer and the invalid ones', () => {
  expect(pilesOf(card)).toEqual(['for', 'against', 'abstain', 'invalid'])
  expect(
    pilesOf({
      ...card,
      method: 'one',
      options: [
        { id: 'a', text: '东' },
        { id: 'b', text: '西' },
      ],
    }),
  ).toEqual(['a', 'b', 'abstain', 'invalid'])
})

test('every pile wants a whole number; full-width digits are digits', () => {
  const typed = { for: '３0', against: '4', abstain: '0', invalid: '1' }
  expect(foundIn(typed, card)).toEqual({ for: 30, against: 4, abstain: 0, invalid: 1 })
  for (const wrong of ['', '3.5', '-1', '四', '1e2']) expect(foundIn({ ...typed, for: wrong }, card)).toBeNull()
})

test('what differs is said in words, from one’s own side', () => {
  const both = batch({
    state: 'different',
    mine: { for: 30, against: 4, abstain: 0, invalid: 1 },
    others: { for: 31, against: 4, abstain: 0, invalid: 0 },
  })
  expect(compared(both, card).map(differenceWords)).toEqual(['差 1 张，您比对方少', '一样', '一样', '差 1 张，您比对方多'])
  expect(compared(batch({ mine: { for: 1 } }), card)).toEqual([])
})

test('the next batch has the next number, whatever was left out', () => {
  expect(firstFree([])).toBe(1)
  expect(firstFree([{ batch: 1 }, { batch: 3 }])).toBe(4)
})

function counting(replies: readonly unknown[]) {
  const sent: unknown[] = []
  let looks = 0
  const call = createClient(async ({ input }) => {
    const reply = replies[sent.length]
    sent.push(input)
    if (reply instanceof Error) throw reply
    return reply
  })
  const count = createCount('m1', {
    call,
    refresh: async () => {
      looks += 1
    },
  })
  return { sent, count, looks: () => looks }
}

test('a lost answer keeps the figures, and sends the same again', async () => {
  const one = counting([new Error('timeout'), { ok: true, value: { batch: batch({}) } }])
  const { begin, type, send } = one.count.getState()
  begin(1, null)
  for (const [pile, n] of [
    ['for', '3'],
    ['against', '1'],
    ['abstain', '0'],
    ['invalid', '0'],
  ] as const)
    type(pile, n)
  expect(await send(card)).toBe(false)
  expect(one.count.getState().entering?.figures['for']).toBe('3')
  expect(await send(card)).toBe(true)
  expect(one.sent[1]).toEqual(one.sent[0])
  expect(one.count.getState().entering).toBeNull()
  expect(one.looks()).toBe(1)
})

test('mending one’s own starts from one’s own figures and says that it is again', async () => {
  const one = counting([{ ok: true, value: { batch: batch({ state: 'same' }) } }])
  one.count.getState().begin(2, { for: 30, against: 4, abstain: 0, invalid: 1 })
  one.count.getState().type('for', '31')
  await one.count.getState().send(card)
  expect(one.sent[0]).toEqual({ motionId: 'm1', batch: 2, again: true, found: { for: 31, against: 4, abstain: 0, invalid: 1 } })
})

test('an empty field is not sent as nothing', async () => {
  const one = counting([])
  one.count.getState().begin(1, null)
  expect(await one.count.getState().send(card)).toBe(false)
  expect(one.sent).toEqual([])
  expect(one.count.getState().trouble).toContain('填 0')
})
