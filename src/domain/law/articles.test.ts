import { expect, test } from 'vitest'
import { articles, citations, type ArticleId } from './articles'
import { basisOf, wants } from './wants'

const ids = Object.keys(articles) as ArticleId[]

test('what every article wants is told in sixty characters at the most', () => {
  expect(ids.filter(id => wants[id].length < 4 || wants[id].length > 60)).toEqual([])
  expect(Object.keys(wants)).toEqual(ids)
})

test('several are quoted together with the name of each law once', () => {
  expect(citations(['village.25.notice', 'village.30', 'village.25.petition', 'collective.27.notice'])).toBe(
    '村民委员会组织法第二十五条、第三十条；农村集体经济组织法第二十七条',
  )
})

test('what something rests on says since when it holds, where that is known', () => {
  expect(basisOf(['village.30', 'custom.own']).map(({ cites, since }) => [cites, since])).toEqual([
    ['村民委员会组织法第三十条', '2026-01-01'],
    ['法律没有规定，按村里的议事规则', null],
  ])
})
