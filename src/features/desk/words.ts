import type { Tone } from '@/components/tag/tag'
import { states } from '@/domain/procedure/states'
import { dueWords } from '@/platform/time'
import type { Item, Show } from './store'

export interface Flag { readonly words: string; readonly tone: Tone; readonly edge: 'red' | 'amber' | undefined }

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

/** Who has it is said where it may be somebody else. */
export const lineOf = ({ who, says }: Item, show: Show): string => (show === 'waiting' || who === '' ? says : `${who} · ${says}`)

type Step = Item['steps'][number]
export const merging = 'merge'

/** What stands on the card: the step that carries the matter on, and the mildest other one. The rest is on the topic's page. */
export function buttonsOf({ steps, confirm }: Item): { readonly main: Step | null; readonly other: Step | null } {
  if (confirm) return { main: null, other: null }
  const ready = steps.filter(step => step.ready)
  return { main: ready.find(({ look }) => look === 'main') ?? null, other: ready.find(({ look, name }) => look === 'plain' && name !== merging) ?? null }
}
