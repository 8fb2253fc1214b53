import { describe, expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { createAnswer, type Reply } from './answering'
import { createSecondKey } from './confirming'
import type { Entries } from './entries'
import { createTakeStep } from './store'

function memory<Value>(): Kept<Value> {
  let held: Value | null = null
  return {
    get: () => held,
    set(value) {
      held = value
      return true
    },
    remove() {
      held = null
    },
  }
}

const returning = {
  name: 'return',
  label: '退回补充',
  look: 'plain',
  secondKey: false,
  via: null,
  article: null,
  missing: [],
  fields: [
    { name: 'toFix', required: true, prefill: null, options: [], field: { kind: 'text', label: '请提出人补什么', most: 200, lines: 2 } },
  ],
}
const rejecting = { ...returning, name: 'reject', label: '不予受理', look: 'danger', secondKey: true }
const form = (more: object = {}) => ({
  id: 't1',
  title: '路灯',
  rev: 3,
  state: 'screening',
  next: '等待受理',
  step: returning,
  pending: null,
  arrived: null,
  ...more,
})

/** Answers in order; a function is asked each time, an Error is no answer. */
function village(answers: Readonly<Record<string, readonly unknown[]>>) {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  const call = createClient(async request => {
    const before = asked.filter(({ name }) => name === request.name).length
    asked.push(request)
    const list = answers[request.name] ?? []
    const answer = list[Math.min(before, list.length - 1)]
    if (answer instanceof Error) throw answer
    return answer
  })
  return { call, sent: (name: string) => asked.filter(one => one.name === name).map(({ input }) => input) }
}
const ok = (value: unknown) => ({ ok: true, value })
const no = (refusal: string) => ({ ok: false, refusal })
const lost = new Error('timeout')

describe('taking a step', () => {
  test('two taps are one step', async () => {
    const { call, sent } = village({ 'step.form': [ok(form())], 'topic.step': [ok({ taken: true, state: 'returned' })] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await Promise.all([take.getState().submit(), take.getState().submit()])
    expect(sent('topic.step')).toEqual([{ id: 't1', rev: 3, step: 'return', evidence: { toFix: '补照片' } }])
    expect(take.getState().taking).toMatchObject({ at: 'taken', taken: true })
  })

  test('what is missing is said before anything is sent', async () => {
    const { call, sent } = village({ 'step.form': [ok(form())] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    await take.getState().submit()
    expect(sent('topic.step')).toEqual([])
    expect(take.getState().taking).toMatchObject({ at: 'form', wrong: { toFix: expect.any(String) } })
  })

  test('a refusal keeps every word, on the screen and on the phone', async () => {
    const drawer = memory<Entries>()
    const { call } = village({ 'step.form': [ok(form())], 'topic.step': [no('content-risky')] })
    const take = createTakeStep('t1', 'return', call, drawer)
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await take.getState().submit()
    expect(take.getState().taking).toMatchObject({
      at: 'form',
      doing: 'filling',
      entries: { toFix: '补照片' },
      trouble: expect.stringContaining('安全检查'),
    })
    const again = createTakeStep('t1', 'return', call, drawer)
    await again.getState().refresh()
    expect(again.getState().taking).toMatchObject({ entries: { toFix: '补照片' } })
  })

  test('changed meanwhile: the topic is read again, the words stay, the next try carries the new version', async () => {
    const { call, sent } = village({
      'step.form': [ok(form()), ok(form({ rev: 4 }))],
      'topic.step': [no('changed-meanwhile'), ok({ taken: true, state: 'returned' })],
    })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await take.getState().submit()
    expect(take.getState().taking).toMatchObject({
      at: 'form',
      doing: 'filling',
      entries: { toFix: '补照片' },
      trouble: expect.stringContaining('刚刚有人更新'),
    })
    await take.getState().submit()
    expect(sent('topic.step')).toMatchObject([{ rev: 3 }, { rev: 4 }])
  })

  test('a lost answer is looked up on record: taken is taken', async () => {
    const drawer = memory<Entries>()
    const { call, sent } = village({
      'step.form': [ok(form()), ok(form({ rev: 4, state: 'returned', step: null, arrived: 'taken' }))],
      'topic.step': [lost],
    })
    const take = createTakeStep('t1', 'return', call, drawer)
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await take.getState().submit()
    expect(sent('step.form')).toEqual([
      { id: 't1', step: 'return' },
      { id: 't1', step: 'return', since: 3 },
    ])
    expect(take.getState().taking).toMatchObject({ at: 'taken', taken: true, state: 'returned' })
    expect(drawer.get()).toBeNull()
  })

  test('a lost step that never arrived may be sent again, word for word', async () => {
    const { call, sent } = village({ 'step.form': [ok(form())], 'topic.step': [lost, ok({ taken: true, state: 'returned' })] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await take.getState().submit()
    expect(take.getState().taking).toMatchObject({ at: 'form', doing: 'filling', trouble: expect.any(String) })
    await take.getState().submit()
    expect(sent('topic.step')).toHaveLength(2)
    expect(take.getState().taking).toMatchObject({ at: 'taken' })
  })

  test('what is typed is tried one question at a time, and what was typed meanwhile is tried once more', async () => {
    const numbers = {
      ...returning,
      fields: [
        {
          name: 'pcmMembers',
          required: true,
          prefill: null,
          options: [],
          field: { kind: 'number', label: '应到', least: 0, most: 100, unit: '人' },
        },
      ],
    }
    const answer = (becomes: string | null) => ok({ missing: [], judged: [], against: false, becomes })
    const { call, sent } = village({ 'step.form': [ok(form({ step: numbers }))], 'topic.tryStep': [answer(null), answer('够了')] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    await take.getState().tryOut()
    expect(sent('topic.tryStep')).toEqual([])
    take.getState().fill('pcmMembers', '5')
    const first = take.getState().tryOut()
    take.getState().fill('pcmMembers', '7')
    await Promise.all([first, take.getState().tryOut()])
    expect(sent('topic.tryStep')).toEqual([
      { id: 't1', step: 'return', evidence: { pcmMembers: 5 } },
      { id: 't1', step: 'return', evidence: { pcmMembers: 7 } },
    ])
    expect(take.getState().taking).toMatchObject({ tried: { becomes: '够了' } })
  })

  test('without a connection nothing is said of it; a refused step is told in numbers', async () => {
    const { call } = village({
      'step.form': [ok(form())],
      'topic.step': [no('numbers-consistent')],
      'topic.tryStep': [ok({ missing: ['实到 9 比应到 5 还多'], judged: [], against: false, becomes: null })],
    })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '补照片')
    await take.getState().submit()
    expect(take.getState().taking).toMatchObject({ at: 'form', tried: { missing: ['实到 9 比应到 5 还多'] } })
    const offline = village({ 'step.form': [ok(form())], 'topic.step': [no('numbers-consistent')], 'topic.tryStep': [lost] })
    const again = createTakeStep('t1', 'return', offline.call, memory<Entries>())
    await again.getState().refresh()
    again.getState().fill('toFix', '补照片')
    await again.getState().submit()
    expect(again.getState().taking).toMatchObject({ at: 'form', tried: null, trouble: expect.any(String) })
  })

  test('what cannot be undone is asked once more', async () => {
    const { call, sent } = village({
      'step.form': [ok(form({ step: rejecting }))],
      'topic.step': [ok({ taken: false, state: 'screening' })],
    })
    const take = createTakeStep('t1', 'reject', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '没有具体事实')
    await take.getState().submit()
    expect(sent('topic.step')).toEqual([])
    await Promise.all([take.getState().sure(), take.getState().sure()])
    expect(sent('topic.step')).toHaveLength(1)
    expect(take.getState().taking).toMatchObject({ at: 'taken', taken: false })
  })

  test('a step somebody else took meanwhile is closed, not an empty form', async () => {
    const { call } = village({ 'step.form': [ok(form({ step: null }))] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    expect(take.getState().taking).toMatchObject({ at: 'closed' })
  })

  test('coming back to the page while typing keeps what is typed', async () => {
    const { call } = village({ 'step.form': [ok(form())] })
    const take = createTakeStep('t1', 'return', call, memory<Entries>())
    await take.getState().refresh()
    take.getState().fill('toFix', '补')
    await take.getState().refresh()
    expect(take.getState().taking).toMatchObject({ at: 'form', entries: { toFix: '补' } })
  })
})

const pending = { label: '不予受理', by: '王主持（议事厅主持人）', at: 1, told: [], mayConfirm: true }

describe('the second key', () => {
  test('turns once, however often it is tapped, and only after it was asked again', async () => {
    const { call, sent } = village({ 'step.form': [ok(form({ pending }))], 'topic.confirm': [ok({ taken: true, state: 'rejected' })] })
    const key = createSecondKey('t1', call)
    await key.getState().refresh()
    await key.getState().send()
    expect(sent('topic.confirm')).toEqual([])
    key.getState().agree()
    await Promise.all([key.getState().send(), key.getState().send()])
    expect(sent('topic.confirm')).toEqual([{ id: 't1', rev: 3, agrees: true, note: '' }])
  })

  test('is not handed back without a reason, and a refusal keeps the reason', async () => {
    const { call, sent } = village({ 'step.form': [ok(form({ pending }))], 'topic.confirm': [no('second-key-same-person')] })
    const key = createSecondKey('t1', call)
    await key.getState().refresh()
    key.getState().handBack()
    await key.getState().send()
    expect(sent('topic.confirm')).toEqual([])
    key.getState().write('理由没有写清楚')
    await key.getState().send()
    expect(key.getState().confirming).toMatchObject({
      at: 'shown',
      doing: { at: 'returning', note: '理由没有写清楚' },
      trouble: expect.stringContaining('不能自己确认'),
    })
  })

  test('after a lost answer the topic itself says that nothing waits any more', async () => {
    const { call } = village({ 'step.form': [ok(form({ pending })), ok(form())], 'topic.confirm': [lost] })
    const key = createSecondKey('t1', call)
    await key.getState().refresh()
    key.getState().agree()
    await key.getState().send()
    expect(key.getState().confirming).toMatchObject({ at: 'nothing' })
  })
})

const objection = { id: 'o1', reason: '钱数不对', at: 1, answer: null, upheld: null, mayAnswer: true }
const topic = { card: { id: 't1', title: '路灯' }, rev: 3, objections: [objection] }

describe('answering an objection', () => {
  test('needs a verdict and words, is asked once more, and is sent once', async () => {
    const { call, sent } = village({
      'topic.view': [ok(topic)],
      'objection.answer': [ok({ state: 'outcome_posting' })],
    })
    const store = createAnswer('t1', 'o1', call, memory<Reply>())
    await store.getState().refresh()
    store.getState().submit()
    expect(store.getState().answering).toMatchObject({
      wrong: { upheld: expect.any(String), answer: expect.any(String) },
      doing: 'filling',
    })
    store.getState().judge(false)
    store.getState().write('查过账，数目对')
    store.getState().submit()
    await Promise.all([store.getState().send(), store.getState().send()])
    expect(sent('objection.answer')).toEqual([{ topicId: 't1', objectionId: 'o1', upheld: false, answer: '查过账，数目对' }])
    expect(store.getState().answering).toMatchObject({ at: 'answered' })
  })

  test('a refused answer is kept', async () => {
    const drawer = memory<Reply>()
    const { call } = village({ 'topic.view': [ok(topic)], 'objection.answer': [no('changed-meanwhile')] })
    const store = createAnswer('t1', 'o1', call, drawer)
    await store.getState().refresh()
    store.getState().judge(true)
    store.getState().write('数目确实不对')
    store.getState().submit()
    await store.getState().send()
    expect(store.getState().answering).toMatchObject({
      at: 'form',
      doing: 'filling',
      reply: { upheld: true, answer: '数目确实不对' },
      trouble: expect.any(String),
    })
    expect(drawer.get()).toEqual({ upheld: true, answer: '数目确实不对' })
  })
})
