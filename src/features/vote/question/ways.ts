import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Input, Output } from '@/contract'
import type { Method } from '@/domain/vote/question/answers'
import type { Channel } from '@/domain/vote/channels'
import { isMeeting } from '@/domain/vote/motions'
import type { Client } from '@/platform/talk-to-server/client'

export type Officer = Output<'people.inOffice'>['people'][number]
export type Way = Channel

/** By which ways a question is voted on, and who counts and watches where it is voted on in a hall. Absent: by phone alone. */
export interface Ways {
  readonly channels?: readonly Way[]
  readonly tellerIds?: readonly string[]
  readonly scrutineerId?: string | null
}

export const waysOf = ({ channels = ['phone'] }: Ways): readonly Way[] => channels
export const inHall = (ways: Ways): boolean => isMeeting({ channels: waysOf(ways) })

const watching = ({ roles }: Officer): boolean => roles.some(role => role === 'supervisor' || role === 'collective_supervisor')
const counting: readonly string[] = [
  'recorder',
  'moderator',
  'committee',
  'group_leader',
  'party_committee',
  'party_secretary',
  'collective_board',
]
/** Who may watch the count: the supervision committee. */
export const scrutineersIn = (officers: readonly Officer[]): readonly Officer[] => officers.filter(watching)
/**
 * Who is asked to count: who runs the village or a group, and does not watch. Whether one proposed the matter or has an interest, the
 * server judges.
 */
export const tellersIn = (officers: readonly Officer[]): readonly Officer[] =>
  officers.filter(one => !watching(one) && one.roles.some(role => counting.includes(role)))

/**
 * Why these questions cannot be asked on paper; null where they can. A pile a ballot is sorted by hand; approvals, orders and points are
 * too many piles.
 */
export const noPaperFor = (items: readonly { readonly method: Method }[]): string | null =>
  items.every(({ method }) => method === 'yes-no' || method === 'one') ? null : '可以选几项、排先后、打分的，纸质票数不清，请用手机和平板'

export type WaysWrong = { readonly channels?: string; readonly tellers?: string; readonly scrutineer?: string }
/** What is still missing: a way to vote; in a hall two who count and one who watches. */
export function wrongWays(ways: Ways, noPaper: string | null = null): WaysWrong {
  if (noPaper !== null && waysOf(ways).includes('paper')) return { channels: noPaper }
  if (waysOf(ways).every(way => way === 'proxy')) return { channels: '请至少选一种投票方式' }
  if (!inHall(ways)) return {}
  const tellers = new Set(ways.tellerIds ?? [])
  return {
    ...(tellers.size < 2 ? { tellers: `请选两位计票人${tellers.size === 1 ? '，还差一位' : ''}` } : {}),
    ...(ways.scrutineerId ? {} : { scrutineer: '请选一位监票人' }),
  }
}

/** As `motion.put` takes it; a vote by phone alone says nothing of it. `proxies`: the body's rule knows written ones. */
export const waysInput = (ways: Ways, proxies = false): Pick<Input<'motion.put'>, 'channels' | 'tellerIds' | 'scrutineerId'> =>
  inHall(ways)
    ? {
        channels: waysOf(ways).filter(way => way !== 'proxy' || proxies),
        tellerIds: [...(ways.tellerIds ?? [])],
        ...(ways.scrutineerId ? { scrutineerId: ways.scrutineerId } : {}),
      }
    : {}

export interface Officers {
  readonly officers: readonly Officer[] | null
  readonly failed: boolean
  look(): Promise<void>
}

/** Who is in office, asked once a hall is chosen. */
export const createOfficers = (call: Client): StoreApi<Officers> =>
  createStore<Officers>((set, get) => ({
    officers: null,
    failed: false,
    async look() {
      if (get().officers !== null) return
      const reply = await call('people.inOffice', {}).catch(() => null)
      set(reply?.ok ? { officers: reply.value.people, failed: false } : { failed: true })
    },
  }))
