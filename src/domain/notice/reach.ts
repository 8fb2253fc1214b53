import { dayOf } from '../ground/calendar'
import { grant, refuse, type Decision } from '../ground/decision'
import { has, type Person, type Role } from '../resident/people'
import type { NoticeCode } from '../procedure/step'
import type { ToldWay } from './ways'

/** What came of a call or a walk to the door. */
export type Visit = ToldWay | 'away'

/** One person a grid worker is to tell of one notice. */
export interface ReachTask {
  /** `noticeId:personId`: one person is told of one notice by one worker. */
  readonly id: string
  readonly orgId: string
  readonly noticeId: string
  readonly personId: string
  readonly workerId: string
  readonly assignedById: string
  readonly assignedAt: number
  readonly way: Visit | null
  readonly markedAt: number | null
  /** Still to be told: never tried, or nobody was at home. */
  readonly open: boolean
  /** A picture that shows the walk to the door, where there is one; seen by who sees the ledger. */
  readonly photoId?: string | null
}

/** People of one group given from one worker to another: who did it, and when. Entries are only ever added. */
export interface HandOver {
  /** `noticeId:group:at:toId`. */
  readonly id: string
  readonly orgId: string
  readonly noticeId: string
  readonly group: number
  readonly fromId: string
  readonly toId: string
  readonly people: number
  readonly byId: string
  readonly at: number
}

export const handOverId = ({ noticeId, group, at, toId }: Pick<HandOver, 'noticeId' | 'group' | 'at' | 'toId'>): string =>
  `${noticeId}:${group}:${at}:${toId}`

export const reachTaskId = (noticeId: string, personId: string): string => `${noticeId}:${personId}`

/** Notices the law wants on the wall and at the door too, not on phones alone (procedures §5.5.2). */
const statutory: readonly NoticeCode[] = ['N11', 'N13', 'N17', 'N26', 'N29']
export const isStatutory = (code: NoticeCode): boolean => statutory.includes(code)

/** Who sees who was reached and has the others told. */
export const assigners: readonly Role[] = ['moderator', 'committee']
export const mayAssign = (person: Person | null): boolean => person !== null && has(person, ...assigners)

/**
 * Gives what is still open to another worker; what is done stays with who did it, and so does a task that has another's already. Null: not
 * to be given.
 */
export const handedOver = (
  task: ReachTask,
  { fromId, toId, byId, at }: Pick<HandOver, 'fromId' | 'toId' | 'byId' | 'at'>,
): ReachTask | null => (task.open && task.workerId === fromId ? { ...task, workerId: toId, assignedById: byId, assignedAt: at } : null)

/**
 * Puts it on the task what came of it, with a picture of the door if there is one, or takes back today's slip; another day's mark stands.
 */
export function markTask(
  task: ReachTask,
  way: Visit | null,
  at: number,
  photoId: string | null = null,
): Decision<ReachTask, 'undo-too-late'> {
  if (task.way === way && (photoId === null || photoId === task.photoId)) return grant(task)
  if (task.way === way && way === 'door' && mayUndo(task, at)) return grant({ ...task, photoId })
  if (!mayUndo(task, at) && !task.open) return refuse('undo-too-late')
  if (way === null && !mayUndo(task, at)) return refuse('undo-too-late')
  return grant({
    ...task,
    way,
    markedAt: way === null ? null : at,
    open: way === null || way === 'away',
    photoId: way === 'door' ? photoId : null,
  })
}

/** A mark can be taken back on the day it was made. */
export const mayUndo = ({ markedAt }: Pick<ReachTask, 'markedAt'>, at: number): boolean =>
  markedAt !== null && dayOf(markedAt) === dayOf(at)
