import type { Evidence, EvidenceValue } from '../procedure/evidence'
import type { RuleSetId } from '../law/rule-sets'
import type { Chosen } from '../law/settings'
import type { JointPetition } from './petition-rows'
import type { KeptSwitches } from '../law/switches'
import type { CountedVote } from '../vote/meeting/counted-vote'
import type { State } from '../procedure/states'
import type { StepName } from '../procedure/tracks/steps'

export const categories = {
  lighting: '路灯照明',
  drainage: '排水沟渠',
  waste: '垃圾环境',
  water: '饮用水',
  roads: '道路停车',
  rental: '出租屋',
  fire: '消防安全',
  culture: '文体场地',
  care: '养老育儿',
  farming: '农田水利',
  other: '其他',
} as const
export type Category = keyof typeof categories

/** Where the words came from: the one who raised it, or a special member who collected them. */
export type Origin = 'resident' | 'collected'

/** A step that waits for its second key. */
export interface Pending {
  readonly step: StepName
  readonly evidence: Evidence
  readonly byId: string
  readonly at: number
}

export interface Topic {
  readonly id: string
  readonly orgId: string
  readonly title: string
  readonly what: string
  readonly where: string
  readonly affected: string
  readonly suggestion: string
  readonly category: Category
  readonly photoIds: readonly string[]
  readonly authorId: string
  readonly coAuthorIds: readonly string[]
  /** Off: shown as 一位村民; who receives it still sees who it is. */
  readonly showName: boolean
  readonly origin: Origin
  /** For a collected matter: how many people said so. */
  readonly voices: number
  readonly state: State
  readonly enteredAt: number
  /** 24:00 of the last day it may rest in this state; null where no term runs. */
  readonly dueAt: number | null
  readonly raisedAt: number
  /** Last time anything happened: lists go by it. */
  readonly activeAt: number
  readonly parentId: string | null
  /** Of a merged topic: who merged it, and whom that made a co-proposer of its parent; taken back if the merge is undone (TR-06). */
  readonly joined?: { readonly byId: string; readonly authorIds: readonly string[] } | null
  /** What it was merged into before an objection parted them. */
  readonly partedFrom?: string | null
  readonly mergedIds: readonly string[]
  /** Merged into it once and parted since: its journal still calls them by name. */
  readonly partedIds?: readonly string[]
  readonly round: number
  /** Sessions held so far; a second and last one may follow 没有谈拢. */
  readonly sessions: number
  readonly sessionId: string | null
  /** Sessions called off since the last one held, for want of people. */
  readonly postponed: number
  readonly commentsUntil: number | null
  readonly openMotions: number
  /** Votes none of whose options had enough, and whose second ballot is still to be put: until then they are open. */
  readonly secondBallotsDue?: readonly string[]
  readonly openObjections: number
  readonly pending: Pending | null
  /** Whether `pending` is there, as lists can ask for it. */
  readonly waitsForKey: boolean
  /** What the steps were told, latest answer per field: later forms are filled from it, nothing is typed twice. */
  readonly dossier: Evidence
  /** Number and hash of the last journal entry. */
  readonly rev: number
  readonly head: string
  /** The rule set in force on its opening day, kept to its end (procedures §1.9); absent in topics from before there were sets. */
  readonly rules?: RuleSetId
  /** What the village had chosen on that day, beside the law. */
  readonly chosen?: Chosen
  /** The order of its meetings, as the village had it on that day. */
  readonly switches?: KeptSwitches
  /** The text that is to be voted on, and the one that was reviewed (procedures §2.4). */
  readonly textHash?: string
  readonly reviewedHash?: string
  readonly townReportedAt?: number | null
  readonly noticedAt?: number | null
  /** The vote of the meeting that was noticed, where it is held with the village's own ballot box; and what it held, once settled. */
  readonly boxId?: string | null
  readonly counted?: CountedVote | null
  /** Meetings called again for want of people; counts taken again. */
  readonly renotices?: number
  readonly recounts?: number
  /** Emergency suspensions, of which a matter has one. */
  readonly emergencies?: number
  /** The representatives were too divided: the assembly itself decides. */
  readonly toAssembly?: boolean
  /** Where it goes on when a suspension ends, or a merge is undone. */
  readonly heldFrom?: State | null
  /** Who declared an interest: they may not review, count, scrutinise or turn a second key. */
  readonly recusedIds?: readonly string[]
  /** 联名 on it: the last one begun. */
  readonly petition?: JointPetition | null
  /** Why its words were put away, as others read it. The procedure goes on all the same. */
  readonly wordsHidden?: string | null
}

/** While a matter is talked over questions may be put on it. */
export const takesMotions = ({ state }: Pick<Topic, 'state'>): boolean => state === 'deliberating' || state === 'outcome_drafting'

/** What a resident writes; the rest of a topic is the village's. */
export interface TopicWords {
  readonly title: string
  readonly what: string
  readonly where: string
  readonly affected: string
  readonly suggestion: string
}

/** Most characters of each part, as counted by a reader. */
export const wordLimits: Record<keyof TopicWords, number> = { title: 40, what: 2000, where: 100, affected: 200, suggestion: 1000 }
export const photosAtMost = 9

export const isAuthor = (topic: Pick<Topic, 'authorId' | 'coAuthorIds'>, personId: string): boolean =>
  topic.authorId === personId || topic.coAuthorIds.includes(personId)

const given = (value: EvidenceValue | undefined) => value
export const dossierText = (dossier: Evidence, name: keyof Evidence): string | null => {
  const value = given(dossier[name])
  return typeof value === 'string' ? value : null
}
export const dossierNumber = (dossier: Evidence, name: keyof Evidence): number | null => {
  const value = given(dossier[name])
  return typeof value === 'number' ? value : null
}
export const dossierTexts = (dossier: Evidence, name: keyof Evidence): readonly string[] => {
  const value = given(dossier[name])
  return Array.isArray(value) ? value : []
}
