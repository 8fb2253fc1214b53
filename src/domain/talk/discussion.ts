import { sha256Hex } from '../ground/journal'

/** What a person says on a topic; an answer to another comment has its `parentId`, and has no answers itself. */
export interface Comment {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly round: number
  readonly parentId: string | null
  readonly authorId: string
  readonly showName: boolean
  readonly text: string
  readonly at: number
  /** Random place in the circle: see `turnOf`. */
  readonly slot: number
  /** `held`: not yet checked, seen only by its author and the moderators. `hidden`: taken down, with a reason. */
  readonly visible: 'shown' | 'held' | 'hidden'
  readonly hiddenWhy: string | null
}

export type Nod = 'agree' | 'thank'
export const nodWords: Record<Nod, string> = { agree: '赞同', thank: '感谢' }
export interface Reaction {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly commentId: string
  readonly personId: string
  readonly nod: Nod
}
export const reactionId = (commentId: string, personId: string, nod: Nod): string => `${commentId}:${personId}:${nod}`

export const commentLength = 500
export const slots = 1_000_000
export const roundNames = ['说问题', '说办法', '定下来'] as const

/**
 * Where this reader starts reading the circle of comments today. Everyone starts somewhere else, so no comment stands first for all
 * because it was first, and what was agreed with early is not read most.
 */
export const turnOf = (personId: string, day: string): number => Number.parseInt(sha256Hex(`${personId}:${day}`).slice(0, 8), 16) % slots
