import type { Role } from '../people'
import type { FieldName } from './evidence'
import type { State } from './states'

/** Who may take a step: an office, the one who raised the topic, or time itself. */
export type Actor = Role | 'proposer' | 'system'

/** Something that must be true of the world before a step; each has its check and its words in `guards.ts`. */
export type Guard =
  | 'support-reached'
  | 'sole-proposer'
  | 'session-scheduled'
  | 'session-started'
  | 'host-and-recorder-present'
  | 'five-present'
  | 'comment-window-over'
  | 'no-open-vote'
  | 'no-open-objection'
  | 'posting-over'
  | 'last-posting-day'
  | 'board-photos'
  | 'term-over'
  | 'rounds-left'
  | 'not-yet-pending'
  | 'parent-open'
  | 'reschedules-left'
  | 'resubmission-changed'
  | 'within-appeal'
  | 'finish-day-ahead'

export type NoticeCode =
  | 'N01'
  | 'N02'
  | 'N03'
  | 'N04'
  | 'N05'
  | 'N06'
  | 'N07'
  | 'N08'
  | 'N09'
  | 'N10'
  | 'N11'
  | 'N12'
  | 'N13'
  | 'N14'
  | 'N15'
  | 'N16'
  | 'N17'
  | 'N18'
  | 'N19'
  | 'N26'
  | 'N28' | 'N29'
  | 'N31'
  | 'N33'

export type Audience =
  'proposer' | 'supporters' | 'concerned' | 'affected_groups' | 'moderators' | 'reviewers' | 'supervisors' | 'special_members' | 'implementer'

export interface Step {
  /** The transition's number in the procedure's source. */
  readonly id: string
  readonly name: string
  readonly from: readonly State[]
  /** Where it leads; `same` for what is only put on record. */
  readonly to: State | 'same'
  readonly by: readonly Actor[]
  /** A second key: the step rests until one of these, another person than the first and not the proposer (S1), confirms it. */
  readonly countersign?: readonly Role[]
  readonly guards: readonly Guard[]
  readonly asks: readonly FieldName[]
  readonly mayAsk?: readonly FieldName[]
  readonly tells: readonly { readonly code: NoticeCode; readonly to: readonly Audience[] }[]
  /** Put on record once for each posting: with its first field told, it is no longer open. */
  readonly once?: true
  /** Time takes it as soon as its guards hold. */
  readonly auto?: true
  /** Taken through an operation of its own (scheduling a session, raising), never through the general form. */
  readonly via?: 'topic.raise' | 'session.schedule'
  readonly look: 'main' | 'plain' | 'danger'
  /** What it rests on, with a plain gloss. */
  readonly article?: string
}
