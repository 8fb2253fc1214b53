import { expect, test } from 'vitest'
import { createClient } from '@/platform/talk-to-server/client'
import { createPlea, partsOf } from './plea'
import type { Answer } from './store'

const said: Answer = {
  id: 'c1',
  author: '一位村民',
  face: { photoId: null, letter: '民' },
  nicknamed: false,
  mine: false,
  text: '话',
  at: 0,
  agrees: 0,
  thanks: 0,
  agreed: false,
  thanked: false,
  visible: 'shown',
  hiddenWhy: null,
  mayAppeal: false,
  mayReport: true,
}
function pleaing(reply: unknown) {
  const sent: unknown[] = []
  let again = 0
  const plea = createPlea(
    createClient(async ({ name, input }) => {
      sent.push({ name, input })
      if (reply instanceof Error) throw reply
      return reply
    }),
    () => {
      again += 1
    },
  )
  return { plea, sent, again: () => again }
}

test('a report needs a reason of the list and no words', async () => {
  const { plea, sent } = pleaing({ ok: true, value: {} })
  plea.getState().begin('report', said)
  await plea.getState().send()
  expect(sent).toEqual([])
  plea.getState().choose('insult')
  await Promise.all([plea.getState().send(), plea.getState().send()])
  expect(sent).toEqual([{ name: 'report.file', input: { kind: 'comment', id: 'c1', reason: 'insult', words: '' } }])
  expect(plea.getState().pleading).toEqual({ at: 'sent', kind: 'report' })
})

test('of a topic the words are reported, or the photo that was pointed at', async () => {
  const { plea, sent } = pleaing({ ok: true, value: {} })
  for (const photoId of [null, 'p2']) {
    plea.getState().begin('report', {
      id: 't1',
      text: '水渠堵了',
      photos: [
        { id: 'p1', label: '议题照片 1' },
        { id: 'p2', label: '进展照片 1' },
      ],
    })
    plea.getState().point(photoId)
    plea.getState().choose('privacy')
    await plea.getState().send()
  }
  expect(sent).toMatchObject([{ input: { kind: 'topic', id: 't1' } }, { input: { kind: 'photo', id: 'p2', topicId: 't1' } }])
})

test('where only photos can be reported, the first is pointed at already', async () => {
  const { plea, sent } = pleaing({ ok: true, value: {} })
  plea.getState().begin('report', { id: 't1', text: '结果公示', photos: [{ id: 'p1', label: '公示栏照片 1' }], wordless: true })
  plea.getState().choose('privacy')
  await plea.getState().send()
  expect(sent).toMatchObject([{ input: { kind: 'photo', id: 'p1', topicId: 't1' } }])
})

test('of a comment the words are reported, or the nickname or the picture beside it; neither is offered where none shows', async () => {
  const { plea, sent } = pleaing({ ok: true, value: {} })
  const shown = { ...said, nicknamed: true, face: { photoId: 'p9', letter: '朱' } }
  expect([partsOf(said), partsOf(shown).map(({ value }) => value)]).toEqual([[], ['nickname', 'avatar']])
  for (const part of [null, 'nickname', 'avatar']) {
    plea.getState().begin('report', shown)
    plea.getState().point(part)
    plea.getState().choose('insult')
    await plea.getState().send()
  }
  expect(sent).toMatchObject([
    { input: { kind: 'comment', id: 'c1' } },
    { input: { kind: 'nickname', id: 'c1' } },
    { input: { kind: 'avatar', id: 'c1' } },
  ])
})

test('an appeal says why, and the talk is read anew once it is on its way', async () => {
  const { plea, sent, again } = pleaing({ ok: true, value: { answerBy: 1 } })
  plea.getState().begin('appeal', said)
  await plea.getState().send()
  expect(sent).toEqual([])
  plea.getState().write('这是批评')
  await plea.getState().send()
  expect(sent).toEqual([{ name: 'case.appeal', input: { id: 'comment:c1', words: '这是批评' } }])
  expect(again()).toBe(1)
})

test('what did not arrive keeps its words', async () => {
  const { plea } = pleaing(new Error('no signal'))
  plea.getState().begin('appeal', said)
  plea.getState().write('这是批评')
  await plea.getState().send()
  expect(plea.getState().pleading).toMatchObject({ at: 'writing', words: '这是批评', wrong: expect.any(String) })
})
