import type { Role } from '../resident/people'
import type { FieldName } from './fields'
import type { State, Term } from './states'

/** Who may take a step: an office, the one who raised the topic, whoever calls its meeting (`conveners.ts`), or time itself. */
export type Actor = Role | 'proposer' | 'convener' | 'system'

/** Something that must be true of the world before a step; each has its check and its words in `guards/`. */
export type Guard =
  // Common and deliberation
  | 'support-reached'
  | 'sole-proposer'
  | 'session-scheduled'
  | 'session-started'
  | 'host-and-recorder-present'
  | 'five-present'
  | 'half-present'
  | 'comment-window-over'
  | 'no-open-vote'
  | 'no-open-objection'
  | 'posting-over'
  | 'last-posting-day'
  | 'board-photos'
  | 'posting-certified'
  | 'term-over'
  | 'rounds-left'
  | 'not-yet-pending'
  | 'parent-open'
  | 'within-merge-objection'
  | 'reschedules-left'
  | 'resubmission-changed'
  | 'within-appeal'
  | 'finish-day-ahead'
  // Class and competence
  | 'class-ordinary'
  | 'class-not-small'
  | 'class-small'
  | 'class-major'
  | 'class-higher'
  | 'class-lower'
  | 'code-fits-class'
  | 'body-competent'
  | 'delegation-live'
  | 'body-composed'
  | 'under-large-amount'
  // Text, review, town
  | 'text-reviewed'
  | 'checklist-clean'
  | 'plan-changed'
  | 'town-reported'
  // Meetings and votes
  | 'numbers-consistent'
  | 'committee-agreed'
  | 'two-committees-agreed'
  | 'party-members-agreed'
  | 'notice-long-enough'
  | 'urgent-allowed'
  | 'notice-given'
  | 'meeting-time-reached'
  | 'roll-frozen'
  | 'attendance-lawful'
  | 'counters-free'
  | 'quorum-met'
  | 'ballots-add-up'
  | 'as-counted'
  | 'as-checked-in'
  | 'vote-passed'
  | 'recount-left'
  | 'notices-left'
  // After the resolution
  | 'petition-reached'
  | 'petition-not-reached'
  | 'filings-done'
  | 'evaluation-filed'
  | 'evaluation-due'
  | 'file-complete'
  | 'within-reopening'
  | 'emergency-left'
  | 'long-overdue'

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
  | 'N20'
  | 'N21'
  | 'N22'
  | 'N23'
  | 'N24'
  | 'N25'
  | 'N26'
  | 'N27'
  | 'N28'
  | 'N29'
  | 'N30'
  | 'N31'
  | 'N32'
  | 'N33'
  | 'N34'

export type Audience =
  | 'proposer'
  | 'supporters'
  | 'concerned'
  | 'affected_groups'
  | 'moderators'
  | 'reviewers'
  | 'supervisors'
  | 'special_members'
  | 'implementer'
  | 'party'
  | 'committee'
  | 'legal_advisers'
  | 'town'
  | 'collective_board'
  | 'voters'

/**
 * How sure we are of what a row rests on (procedures §0.1): A the law's text, B a page about it, C from memory, D our own default, S the
 * city's letter.
 */
export type Confidence = 'A' | 'B' | 'C+' | 'C' | 'D' | 'S'

/** A trait of the matter or the village that decides whether a row is in its table at all; each is checked in `traits.ts`. */
export type Trait =
  | 'town-report-first'
  | 'no-town-report'
  | 'first-of-two-votes'
  | 'deciding-vote'
  | 'may-go-to-assembly'
  | 'own-suspension'
  | 'decided-by-assembly'
  | 'decided-by-talk'
  | 'has-co-proposers'
  | 'passed-on'
  | 'petitioned'
  | 'not-petitioned'
  | 'reopening-petitioned'
  | 'merge-objected'
  | 'noticed'
  | 'not-noticed'

export interface Step {
  /** The transition's number in the procedure's source. */
  readonly id: string
  readonly name: string
  readonly from: readonly State[]
  /** Where it leads; `same` for what is only put on record, `held` back to where it was when it was suspended. */
  readonly to: State | 'same' | 'held'
  readonly by: readonly Actor[]
  /**
   * A second key: the step rests until one of these, another person than the first, not the proposer (S1), not the party secretary (S4),
   * confirms it.
   */
  readonly countersign?: readonly Role[]
  /**
   * The second key is this person's, where the file names one: on the day it was laid before them; afterwards any other of the office may
   * turn it.
   */
  readonly keyOf?: FieldName
  /** The row stands only for matters of these traits. */
  readonly only?: readonly Trait[]
  readonly guards: readonly Guard[]
  readonly asks: readonly FieldName[]
  readonly mayAsk?: readonly FieldName[]
  readonly tells: readonly { readonly code: NoticeCode; readonly to: readonly Audience[] }[]
  /**
   * Where the numbers given judge the other way: this row, with the same evidence, is taken in its stead. The numbers decide, not the
   * clerk.
   */
  readonly otherwise?: string
  /** Taken only as another row's `otherwise`. */
  readonly byNumbers?: true
  /** Whoever takes it has declared no interest and is not the party secretary (S4, S5). */
  readonly impartial?: true
  /** Whoever takes it neither raised the matter nor did what is objected to (S1). */
  readonly apart?: true
  /** The term of the state counts anew from this step: a corrected posting starts over. */
  readonly restarts?: true
  /** Another term than the state it leads to has. */
  readonly stays?: Term
  /** Put on record once for each posting: with its first field told, it is no longer open. */
  readonly once?: true
  /** Time takes it as soon as its guards hold. */
  readonly auto?: true
  /** Taken through an operation of its own (scheduling a session, raising), never through the general form. */
  readonly via?: 'topic.raise' | 'session.schedule'
  readonly look: 'main' | 'plain' | 'danger'
  /** What it rests on, with a plain gloss. */
  readonly article?: string
  /** 「D」 where it is the village's default and no law. */
  readonly confidence?: Confidence
}
