import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import type { Kept } from '@/platform/files/storage'
import { createQueue, isQueue, type Waiting } from './queue'
import { isNote, type Note } from './notebook'
import { createRecorder } from './recording'

function memory<Value>(sound: (raw: unknown) => raw is Value): Kept<Value> {
  let text = ''
  return {
    get() {
      const raw: unknown = text === '' ? null : JSON.parse(text)
      return sound(raw) ? raw : null
    },
    set(value) {
      text = JSON.stringify(value)
      return true
    },
    remove() {
      text = ''
    },
  }
}

const roles = (...mine: string[]) => ({ ok: true, value: { person: { roles: mine } } })

function desk(
  answer: (name: string) => unknown = () => {
    throw new Error('no signal')
  },
) {
  const asked: string[] = []
  let drawn = 0
  const call = createClient(async ({ name }) => {
    asked.push(name)
    return answer(name)
  })
  const draft = memory<Note>(isNote)
  const box = memory<readonly Waiting[]>(isQueue)
  const draw = async () => (++drawn).toString(16).padStart(32, '0')
  const start = () => {
    const queue = createQueue(call, box)
    return { queue, recorder: createRecorder({ call, draft, queue, draw }) }
  }
  return { ...start(), start, asked }
}

const noteOf = (recorder: ReturnType<typeof desk>['recorder']): Note => {
  const { recording } = recorder.getState()
  if (recording.at !== 'writing') throw new Error(recording.at)
  return recording.note
}

const whole = { words: '宿舍楼下路灯坏了三个月', consent: true } as const

test('two taps on 存好 are one page', async () => {
  const { recorder, queue } = desk()
  await recorder.getState().open('t1')
  recorder.getState().write(whole)
  await Promise.all([recorder.getState().store(), recorder.getState().store()])
  expect(queue.getState().waiting).toHaveLength(1)
})

test('without his consent nothing is stored, and nothing he said is lost', async () => {
  const { recorder, queue } = desk()
  await recorder.getState().open('t1')
  recorder.getState().write({ ...whole, consent: false })
  await recorder.getState().store()
  expect(queue.getState().waiting).toEqual([])
  expect(recorder.getState().recording).toMatchObject({ wrong: { consent: expect.any(String) }, note: { words: whole.words } })
})

test('the next page asks anew what was said and whether they agree, and keeps the place', async () => {
  const { recorder } = desk()
  await recorder.getState().open('t1')
  recorder.getState().write({ ...whole, setting: 'several', voices: '4' })
  await recorder.getState().store()
  expect(noteOf(recorder)).toMatchObject({
    words: '',
    consent: false,
    setting: 'several',
    voices: '4',
    belongs: { to: 'topic', topicId: 't1' },
  })
})

test('words half-written are there again after a kill', async () => {
  const { recorder, start } = desk()
  await recorder.getState().open('t1')
  recorder.getState().write({ words: '食堂的水' })
  const again = start()
  await again.recorder.getState().open('t1')
  expect(noteOf(again.recorder)).toEqual(noteOf(recorder))
})

test('mending a refused page puts the half-written one aside, not away', async () => {
  const { recorder, queue } = desk(name =>
    name === 'opinion.record'
      ? { ok: false, refusal: 'phone-number-in-text' }
      : name === 'me.view'
        ? roles('special_member')
        : { ok: false, refusal: 'no-such-topic' },
  )
  await recorder.getState().open('t1')
  recorder.getState().write({ ...whole, words: '有事打 我电话 找我' })
  await recorder.getState().store()
  await queue.getState().send()
  const [refused] = queue.getState().waiting
  recorder.getState().write({ words: '写到一半' })
  recorder.getState().mend(refused?.note.key ?? '')
  expect(noteOf(recorder).words).toBe('有事打 我电话 找我')
  expect(queue.getState().waiting.map(({ note }) => note.words)).toEqual(['写到一半'])
})

test('who is no special member is told so, where the village can be asked', async () => {
  const { recorder } = desk(() => roles('resident'))
  await recorder.getState().open(null)
  expect(recorder.getState().recording).toEqual({ at: 'not-yours' })
})

test('what is said comes after what is written, and a late word never lands on the next page', async () => {
  const { recorder } = desk()
  await recorder.getState().open(null)
  const { key } = noteOf(recorder)
  recorder.getState().write({ words: '房租涨了' })
  recorder.getState().say(key, '水费也涨了')
  expect(noteOf(recorder).words).toBe('房租涨了，水费也涨了')
  recorder.getState().say('f'.repeat(32), '别人的话')
  expect(noteOf(recorder).words).toBe('房租涨了，水费也涨了')
})
