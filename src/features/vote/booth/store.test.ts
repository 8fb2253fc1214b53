import { expect, test } from 'vitest'
import type { Output } from '@/contract'
import { receiptHash } from '@/domain/vote/ballot/ballots'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept, ReceiptBook } from '../record/receipts'
import { createVote } from './store'

type View = Output<'motion.view'>
const hour = 3_600_000

/** A village with one motion; how it answers a ballot is the test's business. */
function village(form: 'named' | 'secret', answer: (input: { readonly choice: string; readonly receiptHash?: string }) => unknown) {
  const box = new Map<string, string>()
  const facts = { now: 10 * hour, closesAt: 20 * hour, voted: false, asked: [] as string[], lostViews: 0 }
  const view = (): View => ({
    now: facts.now,
    title: '村口路灯',
    rule: '',
    says: '',
    passes: { title: '', lines: [], article: '' },
    byLaw: '示范村章程第三十条',
    mine: form === 'named' ? ((box.get('me') as View['mine']) ?? null) : null,
    onBehalfOf: null,
    card: {
      id: 'm1',
      topicId: 't1',
      text: '今年装 24 盏路灯',
      body: 'VRA',
      form,
      opensAt: 0,
      closesAt: facts.closesAt,
      rollSize: 80,
      turnout: box.size,
      quorumNeeds: 54,
      binding: true,
      onRoll: true,
      voted: facts.voted,
      result: null,
    },
  })
  const call = createClient(async ({ name, input }) => {
    facts.asked.push(name)
    if (name === 'motion.view') {
      if (facts.lostViews > 0) {
        facts.lostViews -= 1
        throw new Error('timeout')
      }
      return { ok: true, value: view() }
    }
    return answer(input as { readonly choice: string; readonly receiptHash?: string })
  })
  return { facts, box, call }
}

/** A drawer that outlives the app. */
function book(): ReceiptBook & { readonly rows: Map<string, Kept> } {
  const rows = new Map<string, Kept>()
  return { rows, of: id => rows.get(id) ?? null, keep: (id, kept) => void rows.set(id, kept) }
}

let drawn = 0
const draw = async () => (drawn += 1).toString(16).padStart(32, '0')

async function opened(call: ReturnType<typeof createClient>, receipts: ReceiptBook) {
  const vote = createVote('m1', { call, receipts, draw })
  await vote.getState().refresh()
  return vote
}

async function choose(vote: Awaited<ReturnType<typeof opened>>, choice: 'for' | 'against') {
  vote.getState().choose(choice)
  vote.getState().confirm()
  await vote.getState().cast()
}

test('a lost answer is shown as unsure, and the same choice again is one ballot', async () => {
  let lost = 1
  const { box, call, facts } = village('named', ({ choice }) => {
    box.set('me', choice)
    facts.voted = true
    if (lost-- > 0) throw new Error('timeout')
    return { ok: true, value: { choice, castAt: 1 } }
  })
  const vote = await opened(call, book())
  await choose(vote, 'for')
  expect(vote.getState().casting).toEqual({ at: 'unsure', choice: 'for' })
  vote.getState().choose('against') // must not slip another ballot under the first
  await vote.getState().cast()
  expect(vote.getState().casting).toEqual({ at: 'cast', choice: 'for', receipt: null })
  expect([...box]).toEqual([['me', 'for']])
})

test('two taps send one ballot', async () => {
  const { call, facts } = village('named', ({ choice }) => {
    facts.voted = true
    return { ok: true, value: { choice, castAt: 1 } }
  })
  const vote = await opened(call, book())
  vote.getState().choose('for')
  vote.getState().confirm()
  await Promise.all([vote.getState().cast(), vote.getState().cast()])
  expect(facts.asked.filter(name => name === 'ballot.cast')).toHaveLength(1)
})

test('from opening the page to a ballot in the box are two calls', async () => {
  const { call, facts } = village('named', ({ choice }) => ({ ok: true, value: { choice, castAt: 1 } }))
  await choose(await opened(call, book()), 'for')
  expect(facts.asked.slice(0, 2)).toEqual(['motion.view', 'ballot.cast'])
})

test('the receipt of a secret ballot is on the phone before the ballot leaves it, and survives a kill', async () => {
  const hashes: string[] = []
  const receipts = book()
  const { call, facts } = village('secret', ({ receiptHash: hash }) => {
    hashes.push(hash ?? '')
    expect(receipts.rows.get('m1')?.choice).toBe('against')
    if (hashes.length === 1) throw new Error('killed')
    facts.voted = true
    return { ok: true, value: { receiptHash: hash } }
  })
  await choose(await opened(call, receipts), 'against')
  const again = await opened(call, receipts) // the app was killed and opened anew
  expect(again.getState().casting).toEqual({ at: 'unsure', choice: 'against' })
  await again.getState().cast()
  const receipt = receipts.rows.get('m1')?.receipt ?? ''
  expect(hashes).toEqual([receiptHash(receipt), receiptHash(receipt)])
  expect(again.getState().casting).toEqual({ at: 'cast', choice: null, receipt })
})

test('once a secret ballot is in the box its choice is no longer on the phone', async () => {
  const receipts = book()
  const { call } = village('secret', ({ receiptHash: hash }) => ({ ok: true, value: { receiptHash: hash } }))
  await choose(await opened(call, receipts), 'for')
  expect(receipts.rows.get('m1')?.choice).toBeNull()
})

test('a lost answer that turns out to have been a ballot in the box leaves no choice on the phone', async () => {
  const receipts = book()
  const { call, facts } = village('secret', () => {
    facts.voted = true
    throw new Error('killed')
  })
  await choose(await opened(call, receipts), 'for')
  expect(receipts.rows.get('m1')?.choice).toBe('for')
  const again = await opened(call, receipts)
  expect(again.getState().casting).toMatchObject({ at: 'cast', receipt: receipts.rows.get('m1')?.receipt })
  expect(receipts.rows.get('m1')?.choice).toBeNull()
})

test('whose vote closed while they hesitated is told so, and the choice stays on screen', async () => {
  const { call } = village('named', () => ({ ok: false, refusal: 'vote-closed' }))
  const vote = await opened(call, book())
  await choose(vote, 'against')
  expect(vote.getState().casting).toEqual({ at: 'refused', choice: 'against', refusal: 'vote-closed' })
})

test('who is still choosing when the time runs out is told that nothing was cast', async () => {
  const { call, facts } = village('named', () => {
    throw new Error('not asked')
  })
  const vote = await opened(call, book())
  vote.getState().choose('for')
  facts.now = facts.closesAt
  await vote.getState().refresh()
  expect(vote.getState().casting).toEqual({ at: 'refused', choice: 'for', refusal: 'vote-closed' })
})

test('a refusal that came after the ballot was in the box is not called a loss', async () => {
  const { box, call, facts } = village('named', ({ choice }) => {
    box.set('me', choice)
    facts.voted = true
    facts.now = facts.closesAt
    return { ok: false, refusal: 'vote-closed' }
  })
  const vote = await opened(call, book())
  await choose(vote, 'for')
  expect(vote.getState().casting).toEqual({ at: 'cast', choice: 'for', receipt: null })
})

test('a lost refresh keeps what was on screen and says that it is old', async () => {
  const { call, facts } = village('named', () => ({ ok: false, refusal: 'busy' }))
  const vote = await opened(call, book())
  vote.getState().choose('for')
  facts.lostViews = 1
  await vote.getState().refresh()
  expect(vote.getState().seen).toMatchObject({ at: 'shown', stale: true })
  expect(vote.getState().casting).toEqual({ at: 'choosing', choice: 'for' })
})

test('a ballot costs two calls in all, and the screen counts it without a third', async () => {
  const { box, call, facts } = village('named', ({ choice }) => {
    box.set('me', choice)
    facts.voted = true
    return { ok: true, value: { choice, castAt: 1 } }
  })
  const vote = await opened(call, book())
  await choose(vote, 'against')
  expect(facts.asked).toEqual(['motion.view', 'ballot.cast'])
  const after = vote.getState().seen
  expect(after).toMatchObject({ at: 'shown', view: { mine: 'against', card: { voted: true, turnout: 1 } } })
  await vote.getState().refresh()
  expect(vote.getState().seen).toEqual({ ...after, heardAt: expect.any(Number) })
  await choose(vote, 'for')
  expect(vote.getState().seen).toMatchObject({ view: { mine: 'for', card: { turnout: 1 } } })
})

const grid = { by: { kind: 'officer', personId: 'grid' }, words: '卢网格（网格员）' } as const

test('who helps goes with the ballot, the same again after a lost answer; alone nothing of it is sent', async () => {
  let lost = 1
  const sent: unknown[] = []
  const { call } = village('named', input => {
    sent.push(input)
    if (lost-- > 0) throw new Error('timeout')
    return { ok: true, value: { choice: input.choice, castAt: 1 } }
  })
  const vote = await opened(call, book())
  vote.getState().helpedBy(grid)
  await choose(vote, 'for')
  await vote.getState().cast()
  vote.getState().helpedBy(null)
  await choose(vote, 'against')
  expect(sent).toEqual([
    { motionId: 'm1', choice: 'for', assistedBy: grid.by },
    { motionId: 'm1', choice: 'for', assistedBy: grid.by },
    { motionId: 'm1', choice: 'against' },
  ])
})

test('a helper who may not help is let go, and the choice stays chosen', async () => {
  const { call } = village('secret', () => ({ ok: false, refusal: 'helper-recused' }))
  const vote = await opened(call, book())
  vote.getState().helpedBy(grid)
  await choose(vote, 'for')
  expect(vote.getState()).toMatchObject({ helper: null, casting: { at: 'refused', choice: 'for', refusal: 'helper-recused' } })
  vote.getState().back()
  expect(vote.getState().casting).toEqual({ at: 'choosing', choice: 'for' })
})
