import { expect, test } from 'vitest'
import { axisAverages, concernedBy, mayRate, satisfaction, wordsOfAll, type Rating } from './ratings'
import { alikeFrom, likeness } from '../ground/similar'
import { masked, officeName, type Person } from '../resident/people'

const rating = (stars: 1 | 2 | 3 | 4 | 5, firstAt = 0): Rating => ({
  id: 'r',
  orgId: 'v',
  topicId: 't',
  stars,
  axes: {},
  words: '',
  firstAt,
})

test('four raters show nothing, five show a sum', () => {
  expect(satisfaction([5, 5, 5, 5].map(stars => rating(stars as 5)))).toBeNull()
  expect(satisfaction([5, 4, 4, 3, 1].map(stars => rating(stars as 5)))).toEqual({ raters: 5, average: 3.4, satisfiedPercent: 60 })
})

test('an axis and the words are shown by the same rule: not before five', () => {
  const five = [5, 4, 4, 3, 1].map((result, i) => ({ ...rating(3), axes: { result: result as 5 }, words: i === 0 ? '' : `第${i}句` }))
  expect(axisAverages(five)).toEqual([{ label: '结果', average: 3.4 }])
  expect(axisAverages(five.slice(1))).toEqual([])
  expect(wordsOfAll([...five].reverse())).toEqual(wordsOfAll(five))
  expect(wordsOfAll(five.slice(1))).toEqual([])
})

test('a rating may be thought over for seven days', () => {
  expect(mayRate(rating(1, 0), 7 * 86_400_000).ok).toBe(true)
  expect(mayRate(rating(1, 0), 7 * 86_400_000 + 1)).toEqual({ ok: false, refusal: 'rating-fixed' })
})

test('a matter concerns who proposed it and who lives where it was done, and by its being there nobody else', () => {
  const matter = { authorId: 'a', coAuthorIds: ['b'], dossier: { affectedGroups: ['2', '5'], affectsMigrants: true } }
  const neighbour = (id: string, group: number, migrant = false): Person => ({
    id,
    orgId: 'v',
    name: '何阿华',
    roles: migrant ? ['resident', 'migrant'] : ['resident'],
    group,
    householdId: null,
  })
  expect(['a', 'b', 'c'].map(id => concernedBy(matter, neighbour(id, 1)))).toEqual([true, true, false])
  expect([1, 2, 5].map(group => concernedBy(matter, neighbour('c', group)))).toEqual([false, true, true])
  expect(concernedBy(matter, neighbour('c', 0, true))).toBe(true)
  expect(concernedBy({ ...matter, dossier: { affectsMigrants: false } }, neighbour('c', 2, true))).toBe(false)
})

test('the same matter in other words is found, another matter at the same place is not', () => {
  const lamps = { title: '村口到小学的路灯，要不要今年装', where: '村口到小学', what: '那段路没有灯，孩子放学看不见' }
  expect(likeness('小学门口要装路灯', lamps)).toBeGreaterThanOrEqual(alikeFrom)
  expect(likeness('垃圾桶太少，夏天很臭', lamps)).toBeLessThan(alikeFrom)
  expect(likeness('', lamps)).toBe(0)
})

test('a neighbour is known by the first character, an office holder by name and office', () => {
  expect(masked('欧阳小明')).toBe('欧*')
  expect(officeName({ id: 'x', orgId: 'v', name: '何监委', roles: ['resident', 'supervisor'], group: 1, householdId: null })).toBe(
    '何监委（村务监督委员会）',
  )
  expect(officeName({ id: 'x', orgId: 'v', name: '何阿华', roles: ['resident'], group: 1, householdId: null })).toBe('何*')
})
