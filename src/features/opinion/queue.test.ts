import { describe, expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { emptyNote, type Note } from './notebook'
import { createQueue, isQueue, type Waiting } from './queue'

/** The phone's storage: text, read back through the same check as on the phone. */
function box(): Kept<readonly Waiting[]> & { text: string } {
  return {
    text: '',
    get() {
      const raw: unknown = this.text === '' ? null : JSON.parse(this.text)
      return isQueue(raw) ? raw : null
    },
    set(value) {
      this.text = JSON.stringify(value)
      return true
    },
    remove() {
      this.text = ''
    },
  }
}

const note = (letter: string): Note => ({
  ...emptyNote(letter.repeat(32), { to: 'topic', topicId: 't1', title: '路灯' }),
  words: `${letter}：路灯坏了`,
  consent: true,
})

/** A village that counts each key once, and whose answers can get lost. */
function village(plan: readonly ('ok' | 'lost-before' | 'lost-after' | 'busy' | 'refused')[]) {
  const recorded = new Map<string, number>()
  const asked: string[] = []
  const call = createClient(async ({ input }) => {
    const { id } = input as { id: string }
    const fate = plan[asked.length] ?? 'ok'
    asked.push(id)
    if (fate === 'lost-before') throw new Error('no signal')
    if (fate === 'busy') return { ok: false, refusal: 'busy' }
    if (fate === 'refused') return { ok: false, refusal: 'phone-number-in-text' }
    recorded.set(id, (recorded.get(id) ?? 0) + 1)
    if (fate === 'lost-after') throw new Error('timeout')
    return { ok: true, value: { topicId: 't1' } }
  })
  return { call, asked, recorded }
}

describe('opinions written down without a signal', () => {
  test('a killed app loses none: the next start sends what waits', async () => {
    const phone = box()
    const before = createQueue(village(['lost-before']).call, phone)
    before.getState().put(note('a'))
    before.getState().put(note('b'))
    await before.getState().send()
    expect(before.getState().sending).toBe('unreached')
    const { call, recorded } = village([])
    const after = createQueue(call, phone)
    expect(after.getState().waiting).toHaveLength(2)
    await after.getState().send()
    expect([...recorded.keys()]).toEqual([note('a').key, note('b').key])
    expect(after.getState().waiting).toEqual([])
    expect(createQueue(call, phone).getState().waiting).toEqual([])
  })

  test('an answer lost on the way back is asked again under the same key', async () => {
    const phone = box()
    const { call, asked } = village(['lost-after'])
    const queue = createQueue(call, phone)
    queue.getState().put(note('a'))
    await queue.getState().send()
    expect(queue.getState().waiting).toHaveLength(1)
    await queue.getState().send()
    expect(asked).toEqual([note('a').key, note('a').key])
    expect(queue.getState().waiting).toEqual([])
    expect(queue.getState().arrived).toBe(1)
  })

  test('sending twice at once sends each page once', async () => {
    const { call, asked } = village([])
    const queue = createQueue(call, box())
    queue.getState().put(note('a'))
    queue.getState().put(note('b'))
    await Promise.all([queue.getState().send(), queue.getState().send()])
    expect(asked).toEqual([note('a').key, note('b').key])
  })

  test('a refused page keeps its words, says why, and does not hold up the others', async () => {
    const phone = box()
    const { call, asked } = village(['refused', 'ok'])
    const queue = createQueue(call, phone)
    queue.getState().put(note('a'))
    queue.getState().put(note('b'))
    await queue.getState().send()
    expect(queue.getState().waiting).toEqual([{ note: note('a'), refusal: 'phone-number-in-text' }])
    await queue.getState().send()
    expect(asked).toHaveLength(2)
    expect(createQueue(call, phone).getState().waiting[0]?.note.words).toBe(note('a').words)
  })

  test('a busy village is no refusal: the page waits its turn', async () => {
    const { call } = village(['busy'])
    const queue = createQueue(call, box())
    queue.getState().put(note('a'))
    await queue.getState().send()
    expect(queue.getState().waiting).toEqual([{ note: note('a'), refusal: null }])
    expect(queue.getState().sending).toBe('unreached')
  })

  test('a page written while another is on its way goes out in the same run', async () => {
    const { call, asked } = village([])
    const queue = createQueue(call, box())
    queue.getState().put(note('a'))
    const going = queue.getState().send()
    queue.getState().put(note('b'))
    await going
    expect(asked).toEqual([note('a').key, note('b').key])
    expect(queue.getState().waiting).toEqual([])
  })
})
