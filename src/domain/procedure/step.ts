import type { ArticleId } from '../law/articles'
import type { Role } from '../resident/people'
import type { FieldName } from './fields'
import type { Guard } from './guards/words'
import type { State, Term } from './states'

/** Who may take a step: an office, the one who raised the topic, whoever calls its meeting (`conveners.ts`), or time itself. */
export type Actor = Role | 'proposer' | 'convener' | 'system'

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

/** What an upheld objection found wrong (procedures TR-62); each leads another way. */
export const objectionCauses = ['text', 'procedure', 'plan', 'unlawful'] as const
export type ObjectionCause = (typeof objectionCauses)[number]

/** A row of the table. `Name` and `Effect` are what other rows and the tables of effects really hold, see `tracks/steps.ts`. */
export interface Step<Name extends string = string, Effect extends string = string> {
  /** The transition's number in the procedure's source. */
  readonly id: string
  readonly name: string
  /** Why the step is there at all, as one would say it to a neighbour; null where the line of its state says enough. */
  readonly why: string | null
  /** This step is one of several ways to end the same thing: the card of 下一步 names the thing and offers the others beside it. */
  readonly ends?: { readonly what: string; readonly others: readonly Name[] }
  /** What it changes beside state and file, by name: of the topic in `engine/effects.ts`, of other rows on the server. */
  readonly brings?: readonly Effect[]
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
  readonly otherwise?: Name
  /** Taken only as another row's `otherwise`. */
  readonly byNumbers?: true
  /** Whoever takes it has declared no interest and is not the party secretary (S4, S5). */
  readonly impartial?: true
  /** Whoever takes it neither raised the matter nor did what is objected to (S1). */
  readonly apart?: true
  /** The term of the state counts anew from this step: a corrected posting starts over. */
  readonly restarts?: true
  /** How long the topic stays in the state it comes to by this step, where that is not the state's own term. */
  readonly stays?: Term
  /** Put on record once for each posting: as soon as any field it asks for is told, the step is no longer open. */
  readonly once?: true
  /** Time takes it as soon as its guards hold. */
  readonly auto?: true
  /** Taken through an operation of its own (scheduling a session, raising), never through the general form. */
  readonly via?: 'topic.raise' | 'session.schedule'
  readonly look: 'main' | 'plain' | 'danger'
  /** Where a state has several main steps, the card shows this one as the next as soon as its guards hold. */
  readonly leads?: true
  /** Fills this guard of the step that time takes: the card asks for it as soon as what is due on the first day is done. */
  readonly fills?: Guard
  /** Due at the meeting's own hour, or on the day its state began, not when the state's term ends. */
  readonly dueOn?: 'meeting' | 'first-day'
  /** An objection upheld for one of these causes is put right by it. */
  readonly mends?: readonly ObjectionCause[]
  /** The words on a supervisor's list of what waits, for a step in a state that itself waits for nobody. */
  readonly waits?: string
  /** What the step was told is shown on the page as a report of how the work goes. */
  readonly shows?: 'progress'
  /** The result of the text's review that this step means, in words. */
  readonly concludes?: string
  /** The town's answer that this step puts on record: these words, and what the field was told. */
  readonly replies?: { readonly says: string; readonly field?: FieldName }
  /** What it rests on; what each wants in plain words is with the law. */
  readonly article?: readonly ArticleId[]
  /** 「D」 where it is the village's default and no law. */
  readonly confidence?: Confidence
}
