import { expect, test } from 'vitest'
import { placeIn } from '@/domain/resident/scene'
import { granted, key, smallVillage } from './small-village'

const village = smallVillage()
const sceneIn = (picture: string): string =>
  /scene=(.+)<\/svg>/.exec(Buffer.from(picture.split(',')[1] ?? '', 'base64').toString())?.[1] ?? ''

test('a code leads to its topic, and only who works for the village is given one', async () => {
  const id = key('lamps')
  granted(
    await village.as('ahua')('topic.raise', {
      id,
      title: '村口的路灯不亮',
      what: '晚上走路看不见',
      where: '村口',
      affected: '三组',
      suggestion: '修一修',
      category: 'lighting',
      photoIds: [],
      showName: true,
    }),
  )
  const { picture, name } = granted(await village.as('moderator')('code.view', { kind: 'topic', id }))
  expect(picture).toMatch(/^data:image\/svg\+xml;base64,/)
  expect(name).toBe('村口的路灯不亮')
  expect(placeIn(sceneIn(picture))).toEqual({ kind: 'topic', id })
  expect(await village.as('ahua')('code.view', { kind: 'topic', id })).toEqual({ ok: false, refusal: 'not-your-role' })
  expect(await village.guest('code.view', { kind: 'topic', id })).toEqual({ ok: false, refusal: 'not-a-resident' })
})

test('there is no code for what is not there, nor where none can be made', async () => {
  const ask = village.as('moderator')
  expect(await ask('code.view', { kind: 'topic', id: 'nowhere' })).toEqual({ ok: false, refusal: 'no-such-topic' })
  expect(await ask('code.view', { kind: 'session', id: 'nowhere' })).toEqual({ ok: false, refusal: 'no-such-session' })
  expect(placeIn(sceneIn(granted(await ask('code.view', { kind: 'village', id: 'v1' })).picture))).toEqual({ kind: 'village', id: '' })
})
