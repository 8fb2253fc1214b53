import { dayOf } from './calendar'
import { grant, refuse, type Decision } from './decision'
import { has, type Person } from './people'
import type { NoticeCode } from './procedure/step'

/** How somebody came to know of a notice. */
export type Channel = 'app' | 'wechat' | 'called' | 'door'
/** What came of a call or a walk to the door. */
export type Way = 'called' | 'door' | 'away'

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
  readonly way: Way | null
  readonly markedAt: number | null
  /** Still to be told: never tried, or nobody was at home. */
  readonly open: boolean
}

export const reachTaskId = (noticeId: string, personId: string): string => `${noticeId}:${personId}`

/** Notices the law wants on the wall and at the door too, not on phones alone (procedures §5.5.2). */
const statutory: readonly NoticeCode[] = ['N11', 'N13', 'N17', 'N26', 'N29']
export const isStatutory = (code: NoticeCode): boolean => statutory.includes(code)

/** Who sees who was reached and has the others told. */
export const mayAssign = (person: Person | null): boolean => person !== null && has(person, 'moderator', 'committee')

/** Puts it on the task what came of it, or takes back today's slip; another day's mark stands. */
export function markTask(task: ReachTask, way: Way | null, at: number): Decision<ReachTask, 'undo-too-late'> {
  if (task.way === way) return grant(task)
  if (!mayUndo(task, at) && !task.open) return refuse('undo-too-late')
  if (way === null && !mayUndo(task, at)) return refuse('undo-too-late')
  return grant({ ...task, way, markedAt: way === null ? null : at, open: way === null || way === 'away' })
}

/** A mark can be taken back on the day it was made. */
export const mayUndo = ({ markedAt }: Pick<ReachTask, 'markedAt'>, at: number): boolean => markedAt !== null && dayOf(markedAt) === dayOf(at)
