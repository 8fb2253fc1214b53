import { expect, test } from 'vitest'
import { granted, key, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
const held = async (village: Village, who = 'zhu') => granted(await village.as(who)('data.view', {})).nickname

/** Under what name each comment stands for a neighbour. */
async function talk(village: Village, say: readonly (readonly [who: string, showName: boolean])[]): Promise<string[]> {
  const words = {
    title: '水渠堵了',
    what: '下雨就漫',
    where: '5组',
    affected: '5组',
    suggestion: '清淤',
    category: 'drainage' as const,
    photoIds: [],
    showName: true,
  }
  granted(await village.as('elder')('topic.raise', { ...words, id: key('t') }))
  granted(await village.as('moderator')('topic.step', { id: key('t'), rev: 2, step: 'accept', evidence: {} }))
  for (const [who, showName] of say)
    granted(
      await village.as(who)('comment.say', { id: key(`${who}${showName}`), topicId: key('t'), parentId: null, text: '早该清了', showName }),
    )
  return granted(await village.as('res1')('comment.list', { topicId: key('t'), round: 1, sort: 'newest' }))
    .comments.map(comment => comment.author)
    .sort()
}

test('a nickname stands beside the masked name where one shows it, and nowhere else', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('profile.set', { nickname: ' 阿朱 ' }))
  granted(await village.as('moderator')('profile.set', { nickname: '老林' }))
  expect(await held(village)).toBe('阿朱')
  expect(granted(await village.as('zhu')('me.view', {})).person?.name).toBe('阿朱（朱*）')
  expect(
    await talk(village, [
      ['zhu', true],
      ['zhu', false],
      ['moderator', true],
    ]),
  ).toEqual(['一位村民', '林主持（议事厅主持人）', '阿朱（朱*）'].sort())
  expect(granted(await village.as('recorder')('register.find', { name: '朱大姐' })).people).toHaveLength(1)
})

test.each([
  ['an office', '陈书记', 'nickname-imitates'],
  ['what was not checked', '要人看的话', 'nickname-unchecked'],
  ['what is doubtful', '拿不准的话', 'content-risky'],
  ['abuse', '骂人的话', 'content-risky'],
  ['a number', '13800138000', 'phone-number-in-text'],
])('%s is refused and the old one stays', async (_, nickname, refusal) => {
  const village = smallVillage()
  granted(await village.as('zhu')('profile.set', { nickname: '阿朱' }))
  expect(refused(await village.as('zhu')('profile.set', { nickname }))).toBe(refusal)
  expect(await held(village)).toBe('阿朱')
})

test('it is judged as a profile, and taking it away needs no check', async () => {
  const village = smallVillage()
  const kinds: unknown[] = []
  const { judge } = village.ports.contentCheck
  village.ports.contentCheck.judge = (text, openid, said) => {
    kinds.push(said?.kind)
    return judge(text, openid, said)
  }
  granted(await village.as('zhu')('profile.set', { nickname: '阿朱' }))
  granted(await village.as('zhu')('profile.set', { nickname: '阿朱' }))
  granted(await village.as('zhu')('profile.set', { nickname: '' }))
  expect([kinds, await held(village)]).toEqual([['profile'], null])
})

test.each([
  ['another person', { personId: 'elder' }],
  ['a role', { roles: ['moderator'] }],
  ['a name', { name: '陈书记' }],
])('%s set along with it is refused at the door', async (_, forged) => {
  const village = smallVillage()
  expect(await village.serve({ name: 'profile.set', input: { nickname: '阿朱', ...forged } }, 'o-zhu')).toEqual({
    ok: false,
    refusal: 'bad-input',
  })
  expect([await held(village), await held(village, 'elder')]).toEqual([null, null])
})

test('closing takes it away, and one that was being checked meanwhile is not put back', async () => {
  const village = smallVillage()
  granted(await village.as('zhu')('profile.set', { nickname: '阿朱' }))
  expect(await talk(village, [['zhu', true]])).toEqual(['阿朱（朱*）'])
  const { judge } = village.ports.contentCheck
  village.ports.contentCheck.judge = async (text, openid, said) => {
    granted(await village.as('zhu')('data.close', { sure: '注销' }))
    return judge(text, openid, said)
  }
  granted(await village.as('zhu')('profile.set', { nickname: '小朱' }))
  expect(JSON.stringify(await village.store.get('people', 'zhu'))).not.toMatch(/阿朱|小朱/)
  expect(
    granted(await village.as('res1')('comment.list', { topicId: key('t'), round: 1, sort: 'newest' })).comments.map(
      comment => comment.author,
    ),
  ).toEqual(['一位已注销的居民'])
})
