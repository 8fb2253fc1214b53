import type { Evidence } from '@/domain/procedure/evidence'
import type { State } from '@/domain/procedure/states'
import type { Category } from '@/domain/topic/topic'
import type { AskedBody, BallotForm } from '@/domain/vote/motions'
import type { Stars } from '@/domain/topic/ratings'
import type { Scene } from './pictures'

/** Something said on a topic, before the session or (round 2) after it. */
export interface Said {
  readonly by: string
  readonly text: string
  readonly round?: 2
  readonly agrees?: number
  /** The check could not be made: it waits for a moderator. */
  readonly held?: true
  readonly answers?: readonly { readonly by: string; readonly text: string }[]
}
/** What a special member brought from migrant workers. */
export interface Heard {
  readonly by: string
  readonly words: string
  readonly voices: number
  readonly setting: 'one' | 'several' | 'workplace'
}

/** A question put on the evening of the session. Days are counted from then; `turnout` are [for, against, abstain]. */
export interface Vote {
  readonly text: string
  readonly body: AskedBody
  readonly form: BallotForm
  readonly opensAfter: number
  readonly closesAfter: number
  readonly turnout: readonly [number, number, number]
}
/** A vote of the representatives in the hall, around this moment. */
export interface HallVote {
  readonly text: string
  readonly form: BallotForm
  /** Still taking votes, or closed and its paper being counted. */
  readonly stands: 'running' | 'counting'
}
export interface Outcome {
  readonly views: string
  readonly level: 'consensus' | 'broad_agreement'
  readonly decision: string
  readonly budget: number
  readonly finishIn: number
}
export interface Work {
  readonly progress: readonly { readonly after: number; readonly note: string; readonly percent: number; readonly scene?: Scene }[]
  readonly cost: number
  readonly after: Scene
}

/** A matter of the demo village and how far it has come. `days`: since it came where it is now. */
export interface Matter {
  readonly key: string
  readonly title: string
  readonly what: string
  readonly where: string
  readonly affected: string
  readonly suggestion: string
  readonly category: Category
  readonly by: string
  readonly nameless?: true
  readonly scene?: Scene
  readonly groups: readonly number[]
  readonly migrants?: true
  readonly supporters?: number
  /** Who of those on the identity list supports it too, so that it concerns them. */
  readonly friends?: readonly string[]
  readonly says?: readonly Said[]
  readonly heard?: readonly Heard[]
  /** Brought in by a special member as a new matter, in the workers' words. */
  readonly collected?: Heard
  readonly ends: State
  readonly days: number
  /** What the step that ended it was told: returned, refused, merged, transferred, withdrawn. */
  readonly told?: Evidence
  readonly into?: string
  /** Nobody answered in time. */
  readonly expired?: true
  readonly appeal?: string
  /** A step that has been laid before the second key and waits for it, since so many days. */
  readonly waiting?: { readonly step: 'reject' | 'classify' | 'post_outcome' | 'finish'; readonly days: number; readonly told?: Evidence }
  /** For what is still ahead, in days from now. */
  readonly sessionIn?: number
  readonly commentsIn?: number
  readonly mode?: 'hall' | 'online' | 'both'
  readonly vote?: Vote
  readonly hallVote?: HallVote
  /** What was said, where no outcome has been written yet. */
  readonly views?: string
  readonly outcome?: Outcome
  readonly stuck?: {
    readonly disagreement: 'divided' | 'unresolved'
    readonly bothPositions: string
    readonly nextPlan?: string
    readonly again?: true
  }
  readonly objection?: { readonly by: string; readonly reason: string; readonly after: number; readonly answer?: string }
  readonly work?: Work
  readonly stars?: readonly Stars[]
}
