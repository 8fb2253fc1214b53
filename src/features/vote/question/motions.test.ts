import { describe, expect, test } from 'vitest'
import { startOf } from '@/domain/ground/calendar'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { asInput, asSecond, firstQuestion, usualWindow, wrongIn, type Ground, type Question } from './question'
import { createPutMotion } from './store'

const hour = 3_600_000
const now = startOf('2026-11-23') + 10 * hour
const key = 'b'.repeat(32)
const topic = (more: object = {}) => ({
  now,
  rev: 7,
  card: { id: 't1', title: '村口要不要装路灯' },
  motions: [],
  may: { putMotion: true },
  next: { what: '正在协商' },
  ...more,
})
const noticeDays = { VRA: 3, VA_HOUSEHOLD: 10, POLL: 0 }
const body = (id: keyof typeof noticeDays, rollSize = 75) => ({
  id,
  name: id,
  says: '',
  rollSize,
  opensFrom: now,
  rule: '',
  binding: id !== 'POLL',
  noticeDays: noticeDays[id],
  noticeArticle: '',
})
const asked = { bodies: [body('VRA'), body('VA_HOUSEHOLD', 2600), body('POLL', 0)], byLaw: '村民自治章程第八条' }
const ground = { topic: topic(), asked } as unknown as Ground

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

describe('a question', () => {
  test.each(['VRA', 'VA_HOUSEHOLD'] as const)('put to %s opens as early as its notice allows, and no earlier', id => {
    const question = { ...firstQuestion(ground, key), body: id, ...usualWindow(noticeDays[id], now) }
    expect(wrongIn(question, ground)).toEqual({})
    const dayBefore = { ...question, openDay: id === 'VRA' ? '2026-11-26' : '2026-12-03' }
    expect(wrongIn(dayBefore, ground)).toHaveProperty('opens')
  })

  test('put to nobody is not put', () => {
    expect(wrongIn({ ...firstQuestion(ground, key), body: 'POLL', ...usualWindow(0, now) }, ground)).toHaveProperty('body')
    expect(wrongIn(firstQuestion(ground, key), ground)).toHaveProperty('body')
  })

  test('that closes before it opens, or within the hour, is not put', () => {
    const question = { ...firstQuestion(ground, key), body: 'VRA' as const, ...usualWindow(3, now) }
    expect(wrongIn({ ...question, closeDay: question.openDay, closeTime: '08:30' }, ground)).toHaveProperty('closes')
    expect(wrongIn({ ...question, closeTime: '' }, ground)).toHaveProperty('closes')
  })

  test('several ways to answer: options are two, written and different; what only gathers views is not put to a body that decides', () => {
    const question = {
      ...firstQuestion(ground, key),
      body: 'VRA' as const,
      ...usualWindow(3, now),
      method: 'one' as const,
      options: ['沥青', ''],
    }
    expect(wrongIn(question, ground)).toEqual({ options: '有一项还没写' })
    expect(wrongIn({ ...question, options: ['沥青', '沥青'] }, ground)).toHaveProperty('options')
    const ready = { ...question, options: ['沥青 ', '水泥'] }
    expect(wrongIn(ready, ground)).toEqual({})
    expect(asInput(ready, ground)).toMatchObject({ id: key, method: 'one', options: ['沥青', '水泥'] })
    expect(wrongIn({ ...ready, method: 'rank' }, ground)).toHaveProperty('options')
    expect(asInput({ ...ready, method: 'yes-no' }, ground)).not.toHaveProperty('options')
  })

  test('further questions of the meeting go along, and a wrong one is named by its number', () => {
    const question = {
      ...firstQuestion(ground, key),
      body: 'VRA' as const,
      ...usualWindow(3, now),
      more: [
        { key: 'c'.repeat(32), text: '今年动工', method: 'yes-no' as const, options: ['', ''] },
        { key: 'd'.repeat(32), text: ' ', method: 'yes-no' as const, options: ['', ''] },
      ],
    }
    expect(wrongIn(question, ground)).toEqual({ more: '第 3 题：请写上要问大家什么' })
    expect(asInput({ ...question, more: question.more.slice(0, 1) }, ground).agenda).toEqual([{ id: 'c'.repeat(32), text: '今年动工' }])
  })

  test('a second ballot asks what the first asked, between its foremost, and needs no new notice', () => {
    const first = {
      id: 'm1',
      topicId: 't1',
      text: '用哪种路面',
      body: 'VRA',
      form: 'secret',
      rollSize: 70,
      method: 'one',
      options: [
        { id: 'a', text: '沥青' },
        { id: 'b', text: '水泥' },
        { id: 'c', text: '青石' },
      ],
      result: {
        options: [
          { id: 'a', votes: 40 },
          { id: 'b', votes: 25 },
          { id: 'c', votes: 35 },
        ],
      },
    }
    const again = { ...ground, first } as unknown as Ground
    const question = firstQuestion(again, key)
    expect(question).toMatchObject({ text: '用哪种路面', body: 'VRA', form: 'secret', options: ['沥青', '青石'] })
    expect(wrongIn(question, again)).toEqual({})
    expect(asSecond(question, again.first!, again)).toEqual({
      motionId: 'm1',
      rev: ground.topic.rev,
      opensAt: expect.any(Number),
      closesAt: expect.any(Number),
    })
  })

  test('is sent as the instants of the village, whatever zone the phone is in', () => {
    const question = {
      ...firstQuestion(ground, key),
      body: 'VRA' as const,
      ...usualWindow(3, now),
      openDay: '2026-11-27',
      openTime: '09:30',
    }
    expect(asInput(question, ground).opensAt).toBe(startOf('2026-11-27') + 9.5 * hour)
  })
})

function putting(replies: readonly unknown[], drawer = memory<Question>(), views: readonly object[] = [topic()]) {
  const sent: unknown[] = []
  let seen = 0
  const call = createClient(async ({ name, input }) => {
    if (name === 'topic.view') return { ok: true, value: views[Math.min(seen++, views.length - 1)] }
    if (name === 'motion.bodies') return { ok: true, value: asked }
    const reply = replies[sent.length]
    sent.push(input)
    if (reply instanceof Error) throw reply
    return reply
  })
  return { sent, store: createPutMotion('t1', { call, drawer, draw: async () => key }) }
}

describe('putting a question to the vote', () => {
  test('is asked once more, and two taps put it once', async () => {
    const { store, sent } = putting([{ ok: true, value: { id: key } }])
    await store.getState().refresh()
    store.getState().choose('VRA')
    await store.getState().send()
    expect(sent).toEqual([])
    store.getState().submit()
    await Promise.all([store.getState().send(), store.getState().send()])
    expect(sent).toHaveLength(1)
    expect(store.getState().putting).toMatchObject({ at: 'put', motionId: key })
  })

  test('a refusal keeps the question, on the screen and on the phone', async () => {
    const drawer = memory<Question>()
    const { store } = putting([{ ok: false, refusal: 'notice-too-short' }], drawer)
    await store.getState().refresh()
    store.getState().choose('VRA')
    store.getState().change({ text: '要不要装 6 盏路灯' })
    store.getState().submit()
    await store.getState().send()
    expect(store.getState().putting).toMatchObject({
      at: 'form',
      doing: 'filling',
      question: { text: '要不要装 6 盏路灯' },
      trouble: expect.any(String),
    })
    expect(drawer.get()).toMatchObject({ text: '要不要装 6 盏路灯', key })
  })

  test('a lost answer whose question stands already is put, not asked for again', async () => {
    const { store, sent } = putting([new Error('timeout')], memory<Question>(), [topic(), topic({ motions: [{ id: key }] })])
    await store.getState().refresh()
    store.getState().choose('VRA')
    store.getState().submit()
    await store.getState().send()
    expect(store.getState().putting).toMatchObject({ at: 'put', motionId: key })
    expect(sent).toHaveLength(1)
  })

  test('where nothing may be put, there is no form', async () => {
    const { store } = putting([], memory<Question>(), [topic({ may: { putMotion: false } })])
    await store.getState().refresh()
    expect(store.getState().putting).toMatchObject({ at: 'closed' })
  })
})
