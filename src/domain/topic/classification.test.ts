import { describe, expect, test } from 'vitest'
import { suggestClass, sumsIn } from './classification'

const about = (what: string, more: Partial<Record<'title' | 'where' | 'affected' | 'suggestion', string>> = {}) =>
  suggestClass({ title: '', where: '', affected: '', suggestion: '', ...more, what }, 50_000)

describe('a topic is put where the table of the book puts it, first match first', () => {
  test.each([
    ['村委会换届怎么报名', 'X_ELE', null],
    ['邻居家把墙砌到我家这边', 'X_MED', null],
    ['有人在榕树下赌博', 'X_GOV', null],
    ['老人不会办社保认证', 'X_GOV', null],
    ['镇里给村里下招商任务', 'X_BAN', null],
    ['征地补偿款怎么分', 'C1', 'C26-10'],
    ['外嫁女算不算成员', 'C1', 'C26-3'],
    ['旧厂房要不要改造出租', 'C2', 'RENEWAL'],
    ['今年的分红方案', 'C2', 'C26-7'],
    ['修改村规民约，办酒不铺张', 'L1', 'BYLAW'],
    ['误工补贴给谁', 'L1', 'V28-2'],
    ['修路要花 8.6 万元', 'L1', 'PROJECT'],
    ['村道夜里没有灯，大家走路怕摔', 'L2', null],
    ['我家门口的下水盖松了', 'L3', null],
  ])('%s', (what, matterClass, code) => {
    expect(about(what)).toMatchObject({ matterClass, code })
  })
  test('an election that also names a sum of money is still an election', () => {
    expect(about('换届选举要花 20 万元')).toMatchObject({ matterClass: 'X_ELE', wayOn: { transferTo: 'election' } })
  })
  test('a matter of one group is that group’s; named with two groups it is the village’s; by-laws are never a group’s', () => {
    expect(about('误工补贴给谁', { affected: '3组' })).toMatchObject({ matterClass: 'G1', code: 'GROUP' })
    expect(about('误工补贴给谁', { affected: '3组、4组' })).toMatchObject({ matterClass: 'L1' })
    expect(about('修改村规民约', { affected: '3组' })).toMatchObject({ matterClass: 'L1', code: 'BYLAW' })
  })
  test('what belongs to the collective does not become the group’s', () => {
    expect(about('征地补偿款怎么分', { affected: '3组' })).toMatchObject({ matterClass: 'C1' })
  })
})

test('the large amount is reached at its very figure, and not one yuan below', () => {
  expect(about('一共 50000 元')).toMatchObject({ matterClass: 'L1', code: 'PROJECT' })
  expect(about('一共 49999 元，大家用')).toMatchObject({ matterClass: 'L2' })
})

test('sums are read as they are written', () => {
  expect(sumsIn('先付 3 千元，再付 1.5万元，还有 200元')).toEqual([3_000, 15_000, 200])
  expect(sumsIn('3 组 20 户')).toEqual([])
})

test('every suggestion gives its reasons, and whatever is sent away has a way on', () => {
  for (const what of ['换届', '打架', '社保', '摊派', '分红', '村里', '']) {
    const { reasons, matterClass, wayOn } = about(what)
    expect(reasons.length).toBeGreaterThan(0)
    expect(wayOn !== null).toBe(matterClass.startsWith('X_'))
  }
})
