import { expect, test } from 'vitest'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { createClient } from '@/platform/talk-to-server/client'
import { createDevice } from './device'

const zhang = { unitId: 'u1', name: '张三', group: 3 }

function hall(secret: boolean, answers: readonly unknown[]) {
  const sent: { readonly choice: string; readonly receiptHash?: string; readonly unitId: string }[] = []
  const call = createClient(async ({ input }) => {
    const answer = answers[sent.length]
    sent.push(input as (typeof sent)[number])
    if (answer instanceof Error) throw answer
    return answer
  })
  let drawn = 0
  const device = createDevice('m1', { call, secret: () => secret, draw: async () => (drawn += 1).toString(16).padStart(32, '0') })
  return { sent, device }
}
const taken = { ok: true, value: { choice: null, receiptHash: null } }

async function voted({ device }: ReturnType<typeof hall>, choice = 'for') {
  const { hand, begin, choose, confirm, cast } = device.getState()
  hand(zhang)
  begin()
  choose(choice)
  confirm()
  await cast()
}

test('a secret ballot leaves the receipt on the screen, nothing of the choice, and after giving back not even that', async () => {
  const one = hall(true, [taken])
  await voted(one)
  expect(one.device.getState().turn).toEqual({ at: 'cast', voter: zhang, receipt: '1'.padStart(32, '0') })
  expect(one.sent[0]).toMatchObject({ unitId: 'u1', choice: 'for', receiptHash: receiptHash('1'.padStart(32, '0')) })
  one.device.getState().giveBack()
  expect(one.device.getState().turn).toEqual({ at: 'back', name: '张三', why: 'voted' })
  expect(JSON.stringify(one.device.getState())).not.toContain('for')
})

test('a lost answer sends the same receipt again: it is one ballot', async () => {
  const one = hall(true, [new Error('timeout'), taken])
  await voted(one)
  expect(one.device.getState().turn.at).toBe('unsure')
  await one.device.getState().cast()
  expect(one.sent[1]).toEqual(one.sent[0])
  expect(one.device.getState().turn.at).toBe('cast')
})

test('the next voter draws a receipt of their own', async () => {
  const one = hall(true, [taken, taken])
  await voted(one)
  one.device.getState().giveBack()
  one.device.getState().goOn()
  await voted(one, 'against')
  expect(one.sent[1]?.receiptHash).not.toBe(one.sent[0]?.receiptHash)
})

test('while a voter has it, nobody else can be handed it, and only the teller goes on', async () => {
  const one = hall(false, [taken])
  one.device.getState().hand(zhang)
  one.device.getState().hand({ unitId: 'u2', name: '李四', group: 1 })
  expect(one.device.getState().turn).toMatchObject({ at: 'handing', voter: { name: '张三' } })
  one.device.getState().begin()
  one.device.getState().choose('for')
  one.device.getState().giveBack()
  expect(one.device.getState().turn).toEqual({ at: 'back', name: '张三', why: 'not-voted' })
  one.device.getState().hand(zhang)
  expect(one.device.getState().turn.at).toBe('back')
  one.device.getState().goOn()
  expect(one.device.getState().turn).toEqual({ at: 'rest' })
  expect(one.sent).toEqual([])
})

test('given back while unsure, nobody is told that it was not cast', async () => {
  const one = hall(true, [new Error('timeout')])
  await voted(one)
  one.device.getState().giveBack()
  expect(one.device.getState().turn).toEqual({ at: 'back', name: '张三', why: 'not-known' })
})

test('a named ballot draws no receipt; a refusal says why and forgets the choice', async () => {
  const one = hall(false, [{ ok: false, refusal: 'voted-by-phone' }])
  await voted(one)
  expect(one.sent[0]).not.toHaveProperty('receiptHash')
  expect(one.device.getState().turn).toEqual({ at: 'refused', voter: zhang, refusal: 'voted-by-phone' })
})

test('who helps one voter is sent with that ballot and with no other', async () => {
  const one = hall(false, [taken, taken])
  const { hand, begin, choose, confirm, cast, helpedBy, giveBack, goOn } = one.device.getState()
  hand(zhang)
  begin()
  helpedBy({ by: { kind: 'family', name: '张小妹' }, words: '张小妹（家里人）' })
  choose('for')
  confirm()
  await cast()
  giveBack()
  goOn()
  await voted(one)
  expect(one.sent.map(input => (input as { readonly assistedBy?: unknown }).assistedBy)).toEqual([
    { kind: 'family', name: '张小妹' },
    undefined,
  ])
})
