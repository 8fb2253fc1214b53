import type { Output } from '@/contract'

export type RollsView = Output<'roll.list'>
export type Roll = RollsView['rolls'][number]
export type Laid = RollsView['history'][number]
export type Mine = Output<'roll.mine'>
export type Entry = Mine['entries'][number]
export type Dispute = Mine['disputes'][number]
export type Change = Output<'roll.changes'>['lines'][number]

export const lost = '网络不好，请再试一次'

export const kindNames: Record<Dispute['kind'], string> = { missing: '名册上漏了', wrong: '写错了', 'not-entitled': '不该在名册上' }
export const changeNames: Record<Change['kind'], string> = { added: '新加', gone: '去掉', changed: '换人' }
export const stateNames: Record<Laid['state'], string> = {
  compared: '还没交',
  waiting: '等确认',
  applying: '正在更新',
  applied: '已生效',
  declined: '没有同意',
  dropped: '撤回了',
}

/** 「新加 2，去掉 1，换人 0」 */
export const sumsOf = ({ added, gone, changed }: Pick<Laid, 'added' | 'gone' | 'changed'>): string =>
  `新加 ${added}，去掉 ${gone}，换人 ${changed}`

/** What became of a dispute, for who said it. */
export function disputeState({ outcome, answer, first, overdue }: Dispute): string {
  if (outcome !== null) return `${outcome === 'granted' ? '照您说的改了' : '没有改'}：${answer}`
  return overdue ? '超过三天了还没有定，请打电话催一催' : first === null ? '等村里查' : '一个人看过了，等另一个人定'
}
