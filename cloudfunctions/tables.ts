import type { Assist } from '@/domain/vote/ballot/assists'
import type { Ballot, Mark, SecretBallot } from '@/domain/vote/ballot/ballots'
import type { BindCode, ReleaseReason, Vouched } from '@/domain/resident/bind-codes'
import type { ChoiceChange, ChoiceProposal, GrantedDelegation } from '@/domain/village/village-rules'
import type { Case, CaseEntry, Doubt, Report } from '@/domain/moderation/cases'
import type { Comment, Reaction } from '@/domain/talk/discussion'
import type { Correction } from '@/domain/resident/corrections'
import type { Consent } from '@/domain/notice/consents'
import type { Dispatch } from '@/domain/notice/dispatches'
import type { JournalEntry } from '@/domain/ground/journal'
import type { Signature } from '@/domain/topic/petition-rows'
import type { Arrival, CountSeal, PaperCount, SpoiledPaper, WrittenProxy } from '@/domain/vote/meeting/meetings'
import type { Motion } from '@/domain/vote/motions'
import type { Message, Notice, Objection } from '@/domain/notice/notices'
import type { Opinion } from '@/domain/opinion/opinions'
import type { Org } from '@/domain/village/org'
import type { Person } from '@/domain/resident/people'
import type { Rating } from '@/domain/topic/ratings'
import type { HandOver, ReachTask } from '@/domain/notice/reach'
import type { RollAmendment, RollPlace, RollState } from '@/domain/roll/roll'
import type { RollDispute } from '@/domain/roll/disputes'
import type { RollBatch, RollImport, RollPart } from '@/domain/roll/imports'
import type { Attendance, CodeTries, Session, SignUp } from '@/domain/session/sessions'
import type { Topic, TopicWords, Category } from '@/domain/topic/topic'

/** Which person an identity of the host's is. The id is what the host vouches for; it never leaves the server. */
export interface Account {
  readonly id: string
  readonly orgId: string
  readonly personId: string
}

/** The other half of an account, written and removed with it: its key lets a person have one phone and no second. */
export interface Binding {
  readonly id: string
  readonly orgId: string
  readonly accountId: string
  readonly at: number
}

/** A person's number as the village's register has it, readable with the village's secret alone. The id is the person's. */
export interface Contact {
  readonly id: string
  readonly orgId: string
  readonly phoneMark: string
  readonly phoneSealed: string
  readonly source: 'hall'
  readonly at: number
}

/** Who did what to whose registration; nothing of what the data were. */
export interface RegisterDeed {
  readonly id: string
  readonly orgId: string
  readonly personId: string
  /** Of a binding by code: who vouched. */
  readonly byId: string
  readonly what: 'bound' | 'unbound' | 'phone-noted' | 'closed' | 'code-given'
  readonly at: number
  readonly how?: 'phone' | Vouched
  readonly reason?: ReleaseReason
  /** Of the WeChat that was tied, so that it is known again after it was let go. */
  readonly accountMark?: string
  /** Of a binding by the family's code: the village, for the list that the hall looks through. */
  readonly familyOf?: string
}

/** A closed account: by the person's id, so that closing twice is closing once. `doneAt` null: something is still to be cleared away. */
export interface Closure {
  readonly id: string
  readonly orgId: string
  readonly at: number
  readonly doneAt: number | null
}

/**
 * Words not yet handed in: nobody but their writer ever sees them. Raised, a draft gives its id to the topic, so raising twice is raising
 * once.
 */
export interface Draft extends TopicWords {
  readonly id: string
  readonly orgId: string
  readonly ownerId: string
  readonly category: Category
  readonly photoIds: readonly string[]
  readonly showName: boolean
  readonly savedAt: number
}

export interface Support {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly personId: string
  readonly at: number
  /** The merged topic it was given to; a support of the topic's own has none. */
  readonly fromTopicId?: string
}
export interface Photo {
  readonly id: string
  readonly orgId: string
  readonly ownerId: string
  readonly mime: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly at: number
  /** `waiting` and `risky` are seen by their owner and who runs the procedure, by nobody else. */
  readonly check: 'waiting' | 'clean' | 'risky' | 'by-person'
  /** Under which the machine's verdict will come; null: none will. */
  readonly traceId: string | null
  /**
   * `avatar`: a person's own picture, on no topic. `dropped`: wanted no more, its bytes are still to be removed. Neither can be put on a
   * topic.
   */
  readonly use?: 'avatar' | 'dropped'
}
/** The machine's word on a picture, by its trace: each may be there before the other. */
export interface PhotoCheck {
  readonly id: string
  readonly orgId: string
  readonly photoId: string | null
  readonly verdict: Doubt | 'clean' | null
}

export interface Tables {
  orgs: Org
  accounts: Account
  bindings: Binding
  contacts: Contact
  registerDeeds: RegisterDeed
  bindCodes: BindCode
  closures: Closure
  people: Person
  drafts: Draft
  topics: Topic
  supports: Support
  photos: Photo
  photoChecks: PhotoCheck
  journal: JournalEntry
  sessions: Session
  signUps: SignUp
  attendances: Attendance
  codeTries: CodeTries
  comments: Comment
  reactions: Reaction
  opinions: Opinion
  rollPlaces: RollPlace
  rolls: RollState
  rollImports: RollImport
  rollParts: RollPart
  rollBatches: RollBatch
  rollAmendments: RollAmendment
  rollDisputes: RollDispute
  motions: Motion
  ballots: Ballot
  marks: Mark
  secretBallots: SecretBallot
  assists: Assist
  arrivals: Arrival
  proxies: WrittenProxy
  spoiledPapers: SpoiledPaper
  paperCounts: PaperCount
  countSeals: CountSeal
  notices: Notice
  messages: Message
  consents: Consent
  dispatches: Dispatch
  reachTasks: ReachTask
  handOvers: HandOver
  objections: Objection
  ratings: Rating
  cases: Case
  caseLog: CaseEntry
  reports: Report
  corrections: Correction
  choiceProposals: ChoiceProposal
  choiceChanges: ChoiceChange
  delegations: GrantedDelegation
  signatures: Signature
}

type Fields<T extends keyof Tables> = readonly (readonly (keyof Tables[T] & string)[])[]

/**
 * Every list the village asks for, as an index: the matched fields, then the ordered one. The stores make these and refuse any other
 * query, so no list can grow slow with the village's history. `secretBallots` has none in order of writing, on purpose.
 */
// biome-ignore format: a row a line
export const indexes: { readonly [T in keyof Tables]: Fields<T> } = {
  orgs: [],
  accounts: [['personId']],
  bindings: [],
  contacts: [['orgId', 'phoneMark'], ['at']],
  registerDeeds: [['personId', 'at'], ['at'], ['accountMark', 'at'], ['familyOf', 'at']],
  bindCodes: [['orgId', 'codeMark'], ['until']],
  closures: [['doneAt', 'at']],
  people: [['orgId', 'id'], ['orgId', 'name', 'id'], ['orgId', 'group', 'id'], ['orgId', 'householdId']],
  drafts: [['ownerId', 'savedAt'], ['savedAt']],
  topics: [['orgId', 'activeAt'], ['orgId', 'state', 'activeAt'], ['orgId', 'category', 'activeAt'], ['orgId', 'waitsForKey', 'activeAt'], ['orgId', 'state', 'category', 'activeAt'], ['authorId', 'activeAt'], ['dueAt'], ['state', 'dueAt'], ['state', 'enteredAt']],
  supports: [['topicId', 'at'], ['personId', 'at']],
  photos: [['ownerId', 'at'], ['use', 'check', 'at']],
  photoChecks: [],
  journal: [['topicId', 'n'], ['byId']],
  sessions: [['orgId', 'calledOff', 'startsAt'], ['topicId', 'startsAt']],
  signUps: [['sessionId', 'at'], ['personId', 'at']],
  attendances: [['sessionId', 'at'], ['personId', 'at']],
  codeTries: [['since']],
  comments: [['topicId', 'round', 'parentId', 'slot'], ['topicId', 'round', 'parentId', 'at'], ['topicId', 'at'], ['parentId', 'at'], ['authorId', 'at'], ['topicId', 'authorId']],
  reactions: [['personId'], ['commentId'], ['commentId', 'nod'], ['topicId', 'personId']],
  opinions: [['topicId', 'at'], ['collectorId', 'at']],
  rollPlaces: [['orgId', 'body', 'id'], ['orgId', 'body', 'unitId'], ['personId']],
  rolls: [],
  rollImports: [['orgId', 'at'], ['state', 'at']],
  rollParts: [['importId', 'id']],
  rollBatches: [['importId', 'id']],
  rollAmendments: [['motionId', 'id']],
  rollDisputes: [['orgId', 'decidedAt', 'at'], ['orgId', 'at'], ['personId', 'at'], ['at']],
  motions: [['topicId', 'opensAt'], ['settledAt', 'closesAt'], ['orgId', 'settledAt', 'closesAt']],
  ballots: [['motionId', 'id'], ['motionId', 'channel']],
  marks: [['motionId', 'id'], ['motionId', 'channel']],
  secretBallots: [['motionId', 'id']],
  assists: [['motionId', 'id']],
  arrivals: [['meetingId', 'id'], ['personId']],
  proxies: [['meetingId', 'id'], ['agentId'], ['principalId'], ['verifiedById']],
  spoiledPapers: [['motionId', 'at']],
  paperCounts: [['motionId', 'id']],
  countSeals: [['tellerId']],
  notices: [['orgId', 'board', 'at'], ['topicId', 'at'], ['delivery', 'at'], ['orgId', 'at']],
  messages: [['at'], ['personId', 'at'], ['personId', 'readAt'], ['noticeId'], ['noticeId', 'readAt']],
  consents: [],
  dispatches: [['noticeId', 'n'], ['retryAt']],
  reachTasks: [['noticeId'], ['workerId', 'open', 'assignedAt'], ['workerId', 'open', 'markedAt']],
  handOvers: [['noticeId', 'at']],
  objections: [['topicId', 'at'], ['personId', 'at']],
  ratings: [['topicId', 'id']],
  cases: [['orgId', 'state', 'dueAt'], ['topicId', 'authorId', 'at']],
  caseLog: [['orgId', 'at']],
  reports: [['caseId', 'at']],
  corrections: [['orgId', 'answeredAt', 'at'], ['personId', 'answeredAt'], ['personId', 'at'], ['at']],
  choiceProposals: [['orgId', 'at']],
  choiceChanges: [['orgId', 'at']],
  signatures: [['petitionId', 'at'], ['petitionId', 'person'], ['petitionId', 'representative'], ['petitionId', 'household'], ['personId', 'at']],
  delegations: [['orgId', 'at'], ['orgId', 'state', 'at']],
}
