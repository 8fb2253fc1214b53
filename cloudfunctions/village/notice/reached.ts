import { wayOf } from '@/domain/notice/dispatches'
import type { Message, Notice } from '@/domain/notice/notices'
import type { ReachTask } from '@/domain/notice/reach'
import { knows, type SendingWay, type Way } from '@/domain/notice/ways'
import type { Store } from '../../ports'
import { allRows } from '../ground/all-rows'

/** What is known of a notice's ways to people: what was sent, and what was told by foot. */
export interface Reached {
  readonly sentAt: (way: SendingWay) => ReadonlyMap<string, number>
  readonly tasks: ReadonlyMap<string, ReachTask>
}

export async function reachedBy(store: Store, notice: Notice): Promise<Reached> {
  const [dispatches, tasks] = await Promise.all([
    allRows(store, 'dispatches', { match: { noticeId: notice.id }, order: { by: 'n' } }),
    allRows(store, 'reachTasks', { match: { noticeId: notice.id } }),
  ])
  const sentAt = new Map<SendingWay, Map<string, number>>()
  for (const dispatch of dispatches) {
    const people = sentAt.get(wayOf(dispatch)) ?? new Map<string, number>()
    sentAt.set(wayOf(dispatch), people)
    for (const [id, delivery] of Object.entries(dispatch.outcomes)) if (delivery === 'sent') people.set(id, dispatch.at)
  }
  const none = new Map<string, number>()
  return { sentAt: way => sentAt.get(way) ?? none, tasks: new Map(tasks.map(task => [task.personId, task])) }
}

/** How this person came to know, and when; null: not yet, as far as we know. */
export const knownBy = ({ personId, readAt }: Message, { sentAt, tasks }: Reached): { readonly way: Way; readonly at: number } | null =>
  knows({ readAt, task: tasks.get(personId), sentAt: way => sentAt(way).get(personId) })
