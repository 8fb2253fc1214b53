import { expect, test } from 'vitest'
import { refusalWords } from '@/contract/refusal-words'
import { createClient } from '@/platform/talk-to-server/client'
import { createPicturing } from './picturing'

const given = (value: string) => ({ at: 'given', value }) as const

function picturing(answer: () => unknown, small: (path: string) => Promise<string | null> = async path => `${path}.small`) {
  const sent: unknown[] = []
  const store = createPicturing(
    createClient(async ({ name, input }) => {
      sent.push([name, input])
      return answer()
    }),
    { small, read: async path => `base64 of ${path}` },
  )
  return { state: store.getState, sent }
}

test('a picture is made small and sent once, however often it is tapped', async () => {
  const { state, sent } = picturing(() => ({ ok: true, value: {} }))
  expect(await Promise.all([state().given(given('wx')), state().given(given('wx'))])).toEqual([true, false])
  expect(sent).toEqual([['avatar.set', { data: 'base64 of wx.small' }]])
  expect(state()).toMatchObject({ busy: 'no', said: '头像换好了', wrong: null })
})

test('choosing none says nothing; a phone that gives none, and what is no picture, are told of and send nothing', async () => {
  const { state, sent } = picturing(
    () => ({ ok: true, value: {} }),
    async () => null,
  )
  await state().given({ at: 'declined' })
  expect(state().wrong).toBeNull()
  await state().given({ at: 'failed' })
  expect(state().wrong).toContain('再试一次')
  await state().given(given('text'))
  expect([state().wrong, state().busy, sent]).toEqual(['这张用不了，请换一张', 'no', []])
})

test('refused or lost, one is told, and may try again', async () => {
  let answer: () => unknown = () => ({ ok: false, refusal: 'too-many-photos' })
  const { state } = picturing(() => answer())
  expect(await state().given(given('wx'))).toBe(false)
  expect(state().wrong).toBe(refusalWords['too-many-photos'])
  answer = () => {
    throw new Error('timeout')
  }
  expect(await state().remove()).toBe(false)
  expect(state().wrong).toContain('没有变')
  answer = () => ({ ok: true, value: {} })
  expect(await state().remove()).toBe(true)
  expect(state()).toMatchObject({ wrong: null, said: '头像去掉了' })
})
