/** A way of reaching people. */
interface WayRow {
  /** As the ledger says it of who was reached so. */
  readonly said: string
  /**
   * By what we know that somebody was reached. `read`: she read it herself. `told`: a grid worker marked it on the task. `sent`: a message
   * went out; the way has a sender (cloudfunctions/village/notice/senders.ts).
   */
  readonly known: 'read' | 'told' | 'sent'
}

/** The ways, a row each, as the ledger lists them. */
// biome-ignore format: a row a line
export const ways = {
  app: { said: '自己看了', known: 'read' },
  wechat: { said: '微信送到', known: 'sent' },
  called: { said: '打过电话', known: 'told' },
  door: { said: '上过门', known: 'told' },
} as const satisfies Record<string, WayRow>

export type Way = keyof typeof ways
export const allWays = Object.keys(ways) as readonly Way[]
type Known<K extends WayRow['known']> = { [W in Way]: (typeof ways)[W]['known'] extends K ? W : never }[Way]
/** The ways of one kind, as the ledger lists them. */
export const waysKnown = <K extends WayRow['known']>(by: K): readonly Known<K>[] =>
  allWays.filter((way): way is Known<K> => ways[way].known === by)
/** By which messages go out. */
export type SendingWay = Known<'sent'>
/** What a grid worker can have done to tell somebody. */
export type ToldWay = Known<'told'>

/** What is on record of one person and one notice. */
export interface OnRecord {
  readonly readAt: number | null
  readonly task: { readonly way: string | null; readonly markedAt: number | null; readonly assignedAt: number } | undefined
  readonly sentAt: (way: SendingWay) => number | undefined
}

/** In the order in which they count: what a person told weighs more than what a machine sent. */
const reachedAt: { readonly [K in WayRow['known']]: (record: OnRecord, way: Known<K>) => number | null } = {
  read: ({ readAt }) => readAt,
  told: ({ task }, way) => (task?.way === way ? (task.markedAt ?? task.assignedAt) : null),
  sent: ({ sentAt }, way) => sentAt(way) ?? null,
}

/** How somebody came to know, and when; null: not yet, as far as we know. */
export function knows(record: OnRecord): { readonly way: Way; readonly at: number } | null {
  for (const known of Object.keys(reachedAt) as WayRow['known'][])
    for (const way of waysKnown(known)) {
      const at = reachedAt[known](record, way as never)
      if (at !== null) return { way, at }
    }
  return null
}
