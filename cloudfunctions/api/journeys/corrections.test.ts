import { expect, test } from 'vitest'
import { granted, key, minute, refused, smallVillage } from './small-village'

const wrong = { key: key('k1'), field: 'group' as const, words: '我是 3 组的，写成 5 组了' }
const mine = async (village: ReturnType<typeof smallVillage>, who = 'zhu') =>
  granted(await village.as(who)('data.part', { part: 'corrections' })).rows.map(row => row.says)

test('what is said to be wrong reaches the desk with the full name, and its answer the person who said it', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('data.correct', wrong))
  expect(await mine(village)).toEqual(['村民小组：我是 3 组的，写成 5 组了（还没答复）'])
  expect(granted(await village.as('recorder')('correction.list', {})).waiting).toEqual([
    { id: wrong.key, name: '朱大姐', group: 5, field: 'group', words: wrong.words, at: village.now() },
  ])
  granted(await village.as('recorder')('correction.answer', { id: wrong.key, outcome: 'declined', words: '户口本上是 5 组' }))
  expect(await mine(village)).toEqual(['村民小组：我是 3 组的，写成 5 组了（没有改：户口本上是 5 组）'])
  expect(granted(await village.as('moderator')('correction.list', {})).waiting).toEqual([])
  expect(await mine(village, 'elder')).toEqual([])
  const told = async (who: string) => granted(await village.as(who)('message.list', {})).messages
  const [message, ...others] = await told('zhu')
  expect([message, others]).toMatchObject([
    { topicId: '', title: '您说的更正，有答复了', body: '村民小组，没有改：户口本上是 5 组', read: false },
    [],
  ])
  expect(granted(await village.as('zhu')('message.read', { ids: [message!.id] })).unread).toBe(0)
  // Sent again: no second message, and not unread again.
  granted(await village.as('recorder')('correction.answer', { id: wrong.key, outcome: 'declined', words: '户口本上是 5 组' }))
  expect(await told('zhu')).toMatchObject([{ read: true }])
  expect([await told('elder'), await told('recorder')]).toEqual([[], []])
})

test('sent again after the answer was lost, it is one request; another’s key is nobody else’s', async () => {
  const village = smallVillage()
  await Promise.all([village.as('zhu')('data.correct', wrong), village.as('zhu')('data.correct', wrong)])
  granted(await village.as('zhu')('data.correct', wrong))
  expect(await mine(village)).toHaveLength(1)
  expect(refused(await village.as('elder')('data.correct', wrong))).toBe('no-such-correction')
})

test('five wait, the sixth does not, and one answered makes room', async () => {
  const village = smallVillage(),
    zhu = village.as('zhu')
  for (let n = 0; n < 5; n += 1) granted(await zhu('data.correct', { ...wrong, key: key(`n${n}`) }))
  expect(refused(await zhu('data.correct', { ...wrong, key: key('n5') }))).toBe('too-many-corrections')
  granted(await zhu('data.correct', { ...wrong, key: key('n0') }))
  granted(await village.as('elder')('data.correct', { ...wrong, key: key('e') }))
  granted(await village.as('recorder')('correction.answer', { id: key('n0'), outcome: 'done', words: '改了' }))
  granted(await zhu('data.correct', { ...wrong, key: key('n5') }))
})

test.each([
  ['a number', '电话是 13800138000', 'phone-number-in-text'],
  ['nothing', ' ', 'empty-text'],
  ['too much', '长'.repeat(201), 'too-long'],
  ['abuse', '骂人的话', 'content-risky'],
])('%s is refused and nothing is kept', async (_, words, refusal) => {
  const village = smallVillage()
  expect(refused(await village.as('zhu')('data.correct', { ...wrong, words }))).toBe(refusal)
  expect(await mine(village)).toEqual([])
})

test.each([
  ['a field that is none', { field: 'roles' }],
  ['somebody else’s', { personId: 'elder' }],
  ['an answer of one’s own', { outcome: 'done' }],
])('%s is refused at the door', async (_, forged) => {
  const village = smallVillage()
  expect(await village.serve({ name: 'data.correct', input: { ...wrong, ...forged } }, 'o-zhu')).toEqual({
    ok: false,
    refusal: 'bad-input',
  })
})

test('only who runs the hall reads and answers, and nobody answers their own', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('data.correct', wrong))
  granted(await village.as('recorder')('data.correct', { ...wrong, key: key('own') }))
  for (const who of ['zhu', 'committee', 'secretary', 'supervisor', 'grid']) {
    expect(refused(await village.as(who)('correction.list', {}))).toBe('not-your-role')
    expect(refused(await village.as(who)('correction.answer', { id: wrong.key, outcome: 'done', words: '好' }))).toBe('not-your-role')
  }
  expect(refused(await village.as('recorder')('correction.answer', { id: key('own'), outcome: 'done', words: '好' }))).toBe('own-case')
  expect(refused(await village.as('recorder')('correction.answer', { id: key('none'), outcome: 'done', words: '好' }))).toBe(
    'no-such-correction',
  )
})

test('two answer at once: one answer stands, and its giver may send it again', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('data.correct', wrong))
  const answers = {
    recorder: { id: wrong.key, outcome: 'done', words: '改了' },
    moderator: { id: wrong.key, outcome: 'declined', words: '不改' },
  } as const
  const replies = await Promise.all([
    village.as('recorder')('correction.answer', answers.recorder),
    village.as('moderator')('correction.answer', answers.moderator),
  ])
  expect(replies.filter(reply => reply.ok)).toHaveLength(1)
  expect(replies.map(refused)).toContain('correction-answered')
  const first = replies[0]?.ok ? 'recorder' : 'moderator'
  granted(await village.as(first)('correction.answer', answers[first]))
})

test('who closes the account takes them along', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('data.correct', wrong))
  granted(await village.as('zhu')('data.close', { sure: '注销' }))
  await village.pass(minute)
  expect(await village.store.count('corrections', { personId: 'zhu', answeredAt: null })).toBe(0)
  expect(granted(await village.as('recorder')('correction.list', {})).waiting).toEqual([])
})
