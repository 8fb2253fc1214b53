import type { Output } from '@/contract'
import { ways } from '@/domain/notice/ways'
import type { Visit } from '@/domain/notice/reach'
import { roleNames } from '@/domain/resident/people'
import { dayWords } from '@/platform/phone/time'

export type LedgerView = Output<'reach.view'>
export type Known = LedgerView['people'][number]
export type Figures = NonNullable<LedgerView['figures']>
export type Task = Output<'reach.mine'>['tasks'][number]

export const groupName = (group: number): string => (group === 0 ? '不在组里的' : `${group}组`)

/** 「打过电话 · 11月25日」, or whose turn it is. */
export function knownWords({ channel, at, worker, away }: Known, now: number): string {
  if (channel !== null) return at === null ? ways[channel].said : `${ways[channel].said} · ${dayWords(at, now)}`
  if (worker === null) return '还没有告知到'
  return away ? `去过，不在家 · ${roleNames.grid_worker}${worker}` : `已交给${roleNames.grid_worker}${worker}`
}

/** What a statutory notice still lacks besides phones. */
export function proofWords({ statutory, boardPhotoIds }: Pick<LedgerView, 'statutory' | 'boardPhotoIds'>, door: number): string | null {
  if (!statutory) return null
  return `${boardPhotoIds.length > 0 ? `公示栏照片 ${boardPhotoIds.length} 张` : '还没有公示栏照片'}，上门告知 ${door} 人`
}

const done = { called: '打过电话了', door: '上门告诉了', away: '不在家，改天再去' } as const satisfies Record<Visit, string>
export const taskWords = ({ way, markedAt }: Task, now: number): string | undefined =>
  way === null ? undefined : markedAt === null ? done[way] : `${done[way]} · ${dayWords(markedAt, now)}`
