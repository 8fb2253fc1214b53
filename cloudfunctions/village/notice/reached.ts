import type { Delivery } from '@/domain/notice/dispatches'
import type { Message, Notice } from '@/domain/notice/notices'
import type { Channel, ReachTask } from '@/domain/notice/reach'
import type { Store } from '../../ports'
import { all } from '../ground/all-rows'

/** What is known of a notice's way to people: by WeChat, and by foot. */
export interface Ways {
  readonly sentAt: ReadonlyMap<string, number>
  readonly tasks: ReadonlyMap<string, ReachTask>
}

export async function waysOf(store: Store, notice: Notice): Promise<Ways> {
  const [dispatches, tasks] = await Promise.all([
    all(store, 'dispatches', { match: { noticeId: notice.id }, order: { by: 'n' } }),
    all(store, 'reachTasks', { match: { noticeId: notice.id } }),
  ])
  const sent = (delivery: Delivery) => delivery === 'sent'
  return {
    sentAt: new Map(
      dispatches.flatMap(({ at, outcomes }) =>
        Object.keys(outcomes)
          .filter(id => sent(outcomes[id]!))
          .map(id => [id, at] as const),
      ),
    ),
    tasks: new Map(tasks.map(task => [task.personId, task])),
  }
}

/** How this person came to know, and when; null: not yet, as far as we know. What a person told weighs more than what a machine sent. */
export function knows({ personId, readAt }: Message, { sentAt, tasks }: Ways): { readonly channel: Channel; readonly at: number } | null {
  if (readAt !== null) return { channel: 'app', at: readAt }
  const task = tasks.get(personId)
  if (task && (task.way === 'called' || task.way === 'door')) return { channel: task.way, at: task.markedAt ?? task.assignedAt }
  const at = sentAt.get(personId)
  return at === undefined ? null : { channel: 'wechat', at }
}
