import type { Share } from '../ground/share'
import type { ArticleId } from './articles'
import type { Tag } from './laws'
import type { RuleId } from './names'

/** A share of the roll (`all`) or of those who take part (`present`), and how far the figure is to be trusted. */
export interface Portion {
  readonly share: Share
  readonly of: 'all' | 'present'
  readonly tag: Tag
}

export type ProxyRule =
  | { readonly kind: 'none' }
  /**
   * Written, to a fully capable member of the same household, for one named meeting; `most` principals an agent, null where the law has no
   * cap.
   */
  | { readonly kind: 'same-household'; readonly most: number | null }
  /** No proxy beyond this: the household's own adult votes for it, named before check-in. */
  | { readonly kind: 'household-representative' }
  /** Representatives carry the signed opinions of households. */
  | { readonly kind: 'signed-households' }
  /** Elections and recall, on paper: written, to any voter. */
  | { readonly kind: 'written'; readonly most: number }

/** How ballots are cast unless the village says otherwise. `totals`: on paper elsewhere, only the numbers are entered here. */
export type BallotDefault = 'named' | 'open' | 'secret-paper' | 'totals'

/** Whether taking part online counts: by the law's own words, only where the by-laws authorise it, or never. */
export type Online = 'by-law' | 'lawful' | 'never'

export interface Notice {
  readonly days: number
  /** Days below which no village may go; 0 where the law sets none. */
  readonly floor: number
  /** Whether special circumstances may shorten the notice, with a reason and two signatures. */
  readonly urgent: boolean
  readonly article: ArticleId
}

interface Row {
  readonly id: RuleId
  readonly article: ArticleId
}

/** A rule that decides: how many must take part, and what share of whom must be for. */
export interface VoteRule extends Row {
  readonly kind: 'vote'
  readonly quorum: Portion
  readonly pass: Portion
  /** How the roll and the passing base are called: 应到, 全体成员, 应到会的党员. */
  readonly rollWord: string
  readonly presentWord: string
  readonly proxy: ProxyRule
  readonly ballot: BallotDefault
  /** Matters about persons are voted secretly. */
  readonly secretForPersons: boolean
  readonly notice: Notice
  readonly online: Online
  /** The app only keeps the numbers; people vote on paper (选举、罢免) or at a party meeting. */
  readonly recordOnly: boolean
}

/** A rule of signatures: enough of them oblige to call the meeting (for a recall: to put the question). */
export interface PetitionRule extends Row {
  readonly kind: 'petition'
  readonly pass: Portion
}

/** A rule under which views are gathered and shown, and nothing ever passes. */
export interface ViewsRule extends Row {
  readonly kind: 'views'
  readonly notice: Notice
}

export type Rule = VoteRule | PetitionRule | ViewsRule

/** The rules one law (or custom) brings. */
export type Pack = readonly Rule[]
