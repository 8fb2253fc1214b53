import { describe, expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createJudge } from './judging'
import { createBench, type Item } from './store'
import { buttonsOf, flagOf, press, whyHere } from './words'

const now = 1_795_000_000_000
const day = 86_400_000
const step = (name: string, look: 'main' | 'plain' | 'danger', ready = true) => ({ name, label: name, look, via: null, ready })
const item = (more: Partial<Item> = {}): Item => ({
  id: 't1',
  title: '路灯',
  state: 'screening',
  who: '主持人',
  says: '',
  dueAt: null,
  overdue: false,
  dueToday: false,
  steps: [],
  confirm: false,
  machine: null,
  similar: 0,
  ...more,
})
const view = (items: readonly Item[], more: object = {}) => ({
  ok: true,
  value: {
    now,
    waiting: items.length,
    dueToday: 0,
    overdue: 0,
    next: null,
    items,
    cases: [
      {
        id: 'comment:c1',
        kind: 'comment',
        topicId: 't1',
        title: '路灯',
        text: '说得不对',
        photoId: null,
        doubt: 'doubtful',
        reports: [],
        at: now,
        dueAt: now + day,
        appeal: null,
      },
    ],
    ...more,
  },
})

describe('the workbench', () => {
  test('says overdue before anything else, in words and in red', () => {
    expect(flagOf(item({ overdue: true, dueAt: now - day, confirm: true }), now)).toEqual({ words: '超期 1 天', tone: 'red', edge: 'red' })
    expect(flagOf(item({ confirm: true, dueAt: now + 3 * day }), now)).toMatchObject({ words: '等您确认', tone: 'amber' })
  })

  test('puts on the card what carries the matter on and the mildest other way, never the dangerous one', () => {
    const steps = [step('return', 'plain'), step('reject', 'danger'), step('merge', 'plain'), step('accept', 'main')]
    expect(buttonsOf(item({ steps }))).toMatchObject({ main: { name: 'accept' }, other: { name: 'return' } })
    expect(buttonsOf(item({ steps: [step('convene', 'main', false)] }))).toEqual({ main: null, other: null })
  })

  test('what waits for a look stands before the matters on its last day, and from then on', () => {
    const at = (local: string) => Date.parse(`${local}:00+08:00`)
    const due = [{ dueAt: at('2026-03-05T10:00') }, { dueAt: at('2026-03-03T09:00') }]
    expect(press([], at('2026-03-02T10:00'))).toBe(false)
    expect(press(due, at('2026-03-02T23:59'))).toBe(false)
    expect(press(due, at('2026-03-03T00:00'))).toBe(true)
    expect(press(due, at('2026-03-04T12:00'))).toBe(true)
    expect(press([{ dueAt: at('2026-03-03T00:00') }], at('2026-03-02T08:00'))).toBe(true) // ends with the 2nd
  })

  test('an answer for a segment left meanwhile is not shown under the new one', async () => {
    const answers = new Map<string, (reply: unknown) => void>()
    const bench = createBench(createClient(({ input }) => new Promise(resolve => answers.set((input as { show: string }).show, resolve))))
    const first = bench.getState().refresh()
    const second = bench.getState().choose('running')
    answers.get('running')?.(view([item({ id: 'running' })]))
    answers.get('waiting')?.(view([item({ id: 'waiting' })]))
    await Promise.all([first, second])
    expect(bench.getState().seen).toMatchObject({ at: 'shown', view: { items: [{ id: 'running' }] } })
  })

  test('without a network what was shown stays, and says it is old', async () => {
    let calls = 0
    const bench = createBench(
      createClient(async () => {
        if (++calls > 1) throw new Error('no signal')
        return view([item()])
      }),
    )
    await bench.getState().refresh()
    await bench.getState().refresh()
    expect(bench.getState().seen).toMatchObject({ at: 'shown', stale: true, view: { items: [{ id: 't1' }] } })
  })

  test('a longer list is read on without showing anything twice', async () => {
    const bench = createBench(
      createClient(async ({ input }) =>
        'after' in (input as object)
          ? view([item({ id: 'b' }), item({ id: 'c' })])
          : view([item({ id: 'a' }), item({ id: 'b' })], { next: '2' }),
      ),
    )
    await bench.getState().refresh()
    await Promise.all([bench.getState().more(), bench.getState().more()])
    const { seen } = bench.getState()
    expect(seen.at === 'shown' ? seen.view.items.map(({ id }) => id) : []).toEqual(['a', 'b', 'c'])
  })
})

describe('judging what waits for a look', () => {
  const judge = (reply: unknown) => {
    const sent: unknown[] = []
    const gone: string[] = []
    const store = createJudge(
      createClient(async ({ name, input }) => {
        sent.push({ name, input })
        if (reply instanceof Error) throw reply
        return reply
      }),
      id => gone.push(id),
    )
    return { store, sent, gone }
  }

  test('nothing is put away without a reason of the list', async () => {
    const { store, sent } = judge({ ok: true, value: {} })
    store.getState().ask('c1', 'hide')
    store.getState().write('批评村委会')
    await store.getState().send()
    expect(sent).toEqual([])
    expect(store.getState().judging).toMatchObject({ at: 'reasoning', wrong: expect.any(String) })
    store.getState().choose('privacy')
    await store.getState().send()
    expect(sent).toEqual([{ name: 'case.judge', input: { id: 'c1', show: false, reason: 'privacy', words: '批评村委会' } }])
  })

  test('an appeal is answered in words, or not at all', async () => {
    const { store, sent, gone } = judge({ ok: true, value: {} })
    store.getState().ask('c1', 'uphold')
    await store.getState().send()
    expect(sent).toEqual([])
    store.getState().write('写了别人的住址')
    await store.getState().send()
    expect(sent).toEqual([{ name: 'case.answer', input: { id: 'c1', restore: false, words: '写了别人的住址' } }])
    expect(gone).toEqual(['c1'])
  })

  test('a reason that did not arrive is kept', async () => {
    const { store, gone } = judge(new Error('timeout'))
    store.getState().ask('c1', 'hide')
    store.getState().choose('privacy')
    store.getState().write('有别人的住址')
    await store.getState().send()
    expect(store.getState().judging).toMatchObject({ at: 'reasoning', reason: 'privacy', words: '有别人的住址', wrong: expect.any(String) })
    expect(gone).toEqual([])
  })

  test('two taps on 放出来 judge once, and it leaves the desk', async () => {
    const { store, sent, gone } = judge({ ok: true, value: {} })
    await Promise.all([store.getState().show('c1'), store.getState().show('c1')])
    expect(sent).toHaveLength(1)
    expect(gone).toEqual(['c1'])
  })

  test('why it is there is said without a name', () => {
    const one = {
      id: 'c1',
      kind: 'comment' as const,
      topicId: 't1',
      title: '路灯',
      text: '不对',
      photoId: null,
      at: now,
      dueAt: now + day,
      appeal: null,
    }
    expect(whyHere({ ...one, doubt: 'unchecked', reports: [] })).toBe('留言 · 机器没查成')
    expect(
      whyHere({
        ...one,
        doubt: null,
        reports: [
          { reason: 'insult', words: '' },
          { reason: 'insult', words: '' },
        ],
      }),
    ).toBe('留言 · 2 人举报：骂人、侮辱人')
  })
})
