import type { Tone } from '@/components/tag/tag'
import { dayOf } from '@/domain/ground/calendar'
import { takedownReasons } from '@/domain/moderation/cases'
import { states } from '@/domain/procedure/states'
import type { StepName } from '@/domain/procedure/tracks/steps'
import { dueWords } from '@/platform/phone/time'
import type { Item, Show, Waiting } from './store'

export interface Flag {
  readonly words: string
  readonly tone: Tone
  readonly edge: 'red' | 'amber' | undefined
}

/** The one thing about an item that must be seen first. */
export function flagOf({ confirm, overdue, dueToday, dueAt, state }: Item, now: number): Flag {
  if (overdue && dueAt !== null) return { words: dueWords(dueAt, now), tone: 'red', edge: 'red' }
  if (dueToday) return { words: '今天到期', tone: 'amber', edge: 'amber' }
  if (confirm) return { words: '等您确认', tone: 'amber', edge: undefined }
  if (dueAt !== null) return { words: dueWords(dueAt, now), tone: 'green', edge: undefined }
  return { words: states[state].name, tone: 'blue', edge: undefined }
}

/** At the right: where the matter is; left out where the flag says it already. */
export const placeOf = (item: Item, now: number): string | undefined => {
  const { name } = states[item.state]
  return flagOf(item, now).words === name ? undefined : name
}

const doubts: Record<NonNullable<Item['machine']>, string> = {
  doubtful: '机器拿不准文字，请留心',
  risky: '机器觉得文字有问题，请留心',
  unchecked: '文字没经机器检查，请留心',
}
const things: Record<Waiting['kind'], string> = {
  topic: '议题',
  photo: '照片',
  comment: '留言',
  rating: '评价',
  opinion: '工友意见',
  objection: '异议',
  words: '办事的人写的话，已经生效',
  avatar: '头像',
  nickname: '昵称',
}

/** Whether one of them is due today, or was: then they stand before the matters, which have days. */
export const press = (cases: readonly Pick<Waiting, 'dueAt'>[], now: number): boolean =>
  cases.some(({ dueAt }) => dayOf(dueAt - 1) <= dayOf(now))

/** Why a case is on the desk. */
export function whyHere({ kind, doubt, reports, appeal }: Waiting): string {
  if (appeal) return `${things[kind]}，${kind === 'avatar' || kind === 'nickname' ? '本人' : '写的人'}不服：${appeal.words}`
  const told = reports.map(({ reason, words }) => `${takedownReasons[reason]}${words ? `（${words}）` : ''}`)
  const machine = doubt === null ? [] : [{ doubtful: '机器拿不准', risky: '机器觉得有问题', unchecked: '机器没查成' }[doubt]]
  return [things[kind], ...machine, ...(told.length > 0 ? [`${told.length} 人举报：${[...new Set(told)].join('、')}`] : [])].join(' · ')
}

/** Who has it is said where it may be somebody else. */
export const lineOf = ({ who, says, machine }: Item, show: Show): string =>
  [show === 'waiting' || who === '' ? says : `${who} · ${says}`, machine ? doubts[machine] : ''].filter(Boolean).join(' · ')

type Step = Item['steps'][number]
export const merging: StepName = 'merge'

/** What stands on the card: the step that carries the matter on, and the mildest other one. The rest is on the topic's page. */
export function buttonsOf({ steps, confirm }: Item): { readonly main: Step | null; readonly other: Step | null } {
  if (confirm) return { main: null, other: null }
  const ready = steps.filter(step => step.ready)
  return {
    main: ready.find(({ look }) => look === 'main') ?? null,
    other: ready.find(({ look, name }) => look === 'plain' && name !== merging) ?? null,
  }
}
