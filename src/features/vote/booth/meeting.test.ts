import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createRepeat } from '../count/repeat'
import { createCheckIn } from './check-in'
import { elsewhereWords, hallMoment } from './meeting-words'
import { createProxyVote } from './proxy-vote'
import type { Kept, ReceiptBook } from '../record/receipts'
import type { MotionView } from './store'
import { tookPart } from '../count/took-part-words'
import { turnoutLine } from './words'

type Meeting = NonNullable<MotionView['meeting']>
const view = (meeting: Partial<Meeting> | null, card: Partial<MotionView['card']> = {}): MotionView => ({
  now: 500,
  title: '路灯',
  rule: '',
  says: '',
  passes: { title: '', lines: [], article: '' },
  byLaw: null,
  mine: null,
  onBehalfOf: null,
  card: {
    id: 'm1',
    topicId: 't1',
    text: '装路灯',
    body: 'VRA',
    form: 'secret',
    opensAt: 0,
    closesAt: 1000,
    rollSize: 80,
    turnout: 12,
    quorumNeeds: 54,
    binding: true,
    onRoll: true,
    voted: false,
    result: null,
    ...(meeting ? { channels: ['phone', 'hall', 'paper'], openedAt: 100 } : {}),
    ...card,
  },
  ...(meeting ? { meeting: { arrivedAt: null, votedBy: null, runs: false, ...meeting } } : {}),
})

test('by phone alone nothing is waited for; in a hall the host is', () => {
  expect(hallMoment(view(null))).toBeNull()
  expect(hallMoment(view({}, { openedAt: null }))).toBe('gathering')
  expect(hallMoment(view({}))).toBeNull()
  expect(hallMoment(view({}, { openedAt: null, onRoll: false }))).toBeNull()
})

test.each([
  ['paper', '您已经领了纸质票'],
  ['hall', '您已经在会场的平板上投了'],
  ['proxy', '您的票已经由受委托的家人投了'],
] as const)('who voted by %s and tries the phone reads so', (votedBy, title) => {
  expect(hallMoment(view({ votedBy }))).toBe('elsewhere')
  expect(elsewhereWords(view({ votedBy })).title).toBe(title)
})

test('who voted on this phone sees it as anywhere; a vote without phones is voted in the hall', () => {
  expect(hallMoment(view({ votedBy: 'phone' }))).toBeNull()
  expect(hallMoment(view({}, { channels: ['paper'] }))).toBe('elsewhere')
  expect(elsewhereWords(view({}, { channels: ['paper'] })).title).toBe('这次表决在会场投')
})

test('in a hall the ballots cast are not said to lack a quorum that is counted by who came', () => {
  expect(turnoutLine(view({}).card)).not.toContain('还差')
  expect(turnoutLine(view(null).card)).toContain('还差 42')
})

test('the outcome says who could vote, by which ways, and what became of each paper', () => {
  const result = {
    for: 50,
    against: 6,
    abstain: 2,
    invalid: 1,
    unreturned: 3,
    present: 62,
    outcome: 'passed' as const,
    explain: [],
    byChannel: { phone: 20, hall: 10, paper: 30 },
    paper: { issued: 31, spoiled: 1, found: 29 },
  }
  const facts = Object.fromEntries(tookPart(view({}, { result })).map(({ label, value }) => [label, value]))
  expect(facts).toEqual({
    能投的: '村民代表会议 80 人',
    参加的: '62 人',
    怎么投的: '手机 20，会场平板 10，纸质票 30，到了没有投的 2',
    无效票: '1',
    未交回: '3（算参加，不算赞成）',
    纸质票: '发出 31，收回 29，作废 1，没交回 1',
  })
})

test('coming twice is coming once: a lost answer says so and asks again', async () => {
  let asked = 0
  const call = createClient(async () => {
    if ((asked += 1) === 1) throw new Error('timeout')
    return { ok: true, value: { at: 7 } }
  })
  let looks = 0
  const checkIn = createCheckIn('m1', {
    call,
    refresh: async () => {
      looks += 1
    },
  })
  await checkIn.getState().come()
  expect(checkIn.getState().coming).toEqual({ at: 'unsure' })
  await checkIn.getState().come()
  expect([checkIn.getState().coming.at, looks]).toEqual(['rest', 1])
})

test('for each principal one ballot with a receipt of its own, the same when it is sent again', async () => {
  const rows = new Map<string, Kept>()
  const receipts: ReceiptBook = { of: id => rows.get(id) ?? null, keep: (id, kept) => void rows.set(id, kept) }
  const sent: { readonly unitId: string; readonly receiptHash?: string }[] = []
  const call = createClient(async ({ input }) => {
    sent.push(input as (typeof sent)[number])
    if (sent.length === 1) throw new Error('timeout')
    return { ok: true, value: { choice: null, receiptHash: null } }
  })
  let drawn = 0
  const proxy = createProxyVote('m1', {
    call,
    receipts,
    draw: () => (drawn += 1).toString(16).padStart(32, '0'),
    secret: () => true,
    refresh: async () => undefined,
  })
  const votesFor = async (unitId: string) => {
    const { begin, choose, confirm, cast } = proxy.getState()
    begin({ unitId, name: unitId })
    choose('for')
    confirm()
    await cast()
  }
  await votesFor('ma')
  expect(proxy.getState().standing).toEqual({ at: 'unsure', choice: 'for' })
  await proxy.getState().cast()
  expect(sent[1]).toEqual(sent[0])
  expect(proxy.getState().unit).toBeNull()
  await votesFor('ba')
  expect(sent[2]?.receiptHash).not.toBe(sent[0]?.receiptHash)
  expect([...rows.values()].map(({ choice }) => choice)).toEqual([null, null])
})

test('a void vote is put again under one key, as it was', async () => {
  const sent: unknown[] = []
  const call = createClient(async ({ name, input }) => {
    if (name === 'topic.view') return { ok: true, value: { now: 5_000_000, rev: 4 } }
    sent.push(input)
    if (sent.length === 1) throw new Error('timeout')
    return { ok: true, value: { id: 'n1' } }
  })
  let drawn = 0
  const again = createRepeat(view({}, { opensAt: 0, closesAt: 7_200_000 }), { call, draw: async () => `key${(drawn += 1)}` })
  expect(await again.getState().put()).toBeNull()
  expect(again.getState().trouble).toContain('不会重复')
  expect(await again.getState().put()).toBe('n1')
  expect(sent[1]).toEqual(sent[0])
  expect(sent[0]).toEqual({ id: 'key1', motionId: 'm1', opensAt: 5_000_000, closesAt: 12_200_000, rev: 4 })
})
