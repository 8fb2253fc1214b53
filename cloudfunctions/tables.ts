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
import type { OwnPart } from '@/domain/resident/own-data'
import type { Swept } from '@/domain/resident/retention'

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
  /** Of a binding by the family's code: the village, for the list that the moderator and the recorder look through. */
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

type Field<T extends keyof Tables> = keyof Tables[T] & string

/**
 * Whose the rows are. `of`: the field that names the person (`id`: the key is the person's, or made of the person's). `by`: the order in
 * which an index lists one person's rows; `id` where it has none of its own. `named`: who else is named, for what they did or were told.
 */
type Whose<F> =
  | { readonly of: F; readonly by?: F; readonly named?: readonly F[] }
  | { readonly nobody: string; readonly named?: readonly F[] }

/**
 * How long. What `retention` (domain/resident) gives a term goes when it is past, counted from this field: by the night's sweep, or by a
 * sweep of its own (`by`), and not while it is in use (`unless`). What has no term stays for good, or goes with what ends it.
 */
type Kept<T extends keyof Tables> = T extends Swept
  ? { readonly from: Field<T>; readonly unless?: 'bound'; readonly by?: 'sweepDrafts' }
  : { readonly forGood: string } | { readonly until: string }

interface Drawer<T extends keyof Tables> {
  /**
   * Every list the village asks for, as an index: the matched fields, then the ordered one. The stores make these and refuse any other
   * query, so no list can grow slow with the village's history. `secretBallots` has none in order of writing, on purpose.
   */
  readonly indexes: readonly (readonly Field<T>[])[]
  readonly person: Whose<Field<T>>
  readonly kept: Kept<T>
  /**
   * When the person closes the account: removed or emptied in that very commit (village/resident/own-data.ts), removed by the sweep after
   * it, changed by that sweep in a way of its own (both village/resident/clear-closed.ts), or left.
   */
  readonly onClose: 'in-closing' | 'cleared' | 'own-way' | { readonly stays: string }
  /** Where 我的资料 shows it: in what stands on top, as a list of its own, within another, or not. */
  readonly shownAs: ShownAs
}
export type ShownAs = 'overview' | { readonly list: OwnPart } | { readonly within: OwnPart } | { readonly not: string }

const decided = { forGood: 'it belongs to a decision, and evidence of one is kept (procedures §6.6)' } as const
const told = { forGood: 'it is the evidence of who was told, which a decision may rest on' } as const
const nameless = { stays: 'the person it names has no name any more' } as const
const onRoll = { stays: 'a statutory roll keeps its names, and there alone' } as const

/** Every table, a row each. One that leaves a question open does not compile. */
// biome-ignore format: a row a line
export const tables = {
  orgs: { indexes: [], person: { nobody: 'the village itself', named: ['officerIds'] }, kept: { forGood: 'without it nothing else means anything' }, onClose: { stays: 'who holds an office hands it over before closing' }, shownAs: { not: 'the office stands with the person' } },
  accounts: { indexes: [['personId']], person: { of: 'personId', by: 'id' }, kept: { until: 'the account is closed, or the WeChat let go' }, onClose: 'in-closing', shownAs: { not: 'the host’s id for a person never leaves the server' } },
  bindings: { indexes: [], person: { of: 'id' }, kept: { until: 'the account is closed, or the WeChat let go' }, onClose: 'in-closing', shownAs: 'overview' },
  contacts: { indexes: [['orgId', 'phoneMark'], ['at']], person: { of: 'id' }, kept: { from: 'at', unless: 'bound' }, onClose: 'in-closing', shownAs: 'overview' },
  registerDeeds: { indexes: [['personId', 'at'], ['at'], ['accountMark', 'at'], ['familyOf', 'at']], person: { of: 'personId', by: 'at', named: ['byId'] }, kept: { from: 'at' }, onClose: { stays: 'it says who did what, and nothing of what the data were' }, shownAs: { list: 'register' } },
  bindCodes: { indexes: [['orgId', 'codeMark'], ['until']], person: { of: 'id', named: ['byId'] }, kept: { from: 'until' }, onClose: 'in-closing', shownAs: { not: 'it is told once, to who vouches; that it was given stands in the register' } },
  closures: { indexes: [['doneAt', 'at']], person: { of: 'id' }, kept: { forGood: 'closing twice is closing once' }, onClose: { stays: 'it is the mark that the account is closed' }, shownAs: { not: 'who closed the account has no page any more' } },
  people: { indexes: [['orgId', 'id'], ['orgId', 'name', 'id'], ['orgId', 'group', 'id'], ['orgId', 'householdId']], person: { of: 'id' }, kept: { forGood: 'what a person did is kept under this id' }, onClose: 'in-closing', shownAs: 'overview' },
  drafts: { indexes: [['ownerId', 'savedAt'], ['savedAt']], person: { of: 'ownerId', by: 'savedAt' }, kept: { from: 'savedAt', by: 'sweepDrafts' }, onClose: 'cleared', shownAs: { list: 'drafts' } },
  topics: { indexes: [['orgId', 'activeAt'], ['orgId', 'state', 'activeAt'], ['orgId', 'category', 'activeAt'], ['orgId', 'waitsForKey', 'activeAt'], ['orgId', 'state', 'category', 'activeAt'], ['authorId', 'activeAt'], ['dueAt'], ['state', 'dueAt'], ['state', 'enteredAt']], person: { of: 'authorId', by: 'activeAt', named: ['coAuthorIds', 'recusedIds'] }, kept: decided, onClose: nameless, shownAs: { list: 'topics' } },
  supports: { indexes: [['topicId', 'at'], ['personId', 'at']], person: { of: 'personId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { list: 'supports' } },
  photos: { indexes: [['ownerId', 'at'], ['use', 'check', 'at']], person: { of: 'ownerId', by: 'at' }, kept: { until: 'nobody wants it; what stands in a record is kept with it' }, onClose: 'own-way', shownAs: { list: 'photos' } },
  photoChecks: { indexes: [], person: { nobody: 'the machine’s word, under its trace' }, kept: { forGood: 'said twice it must count once' }, onClose: { stays: 'it names nobody' }, shownAs: { not: 'what came of it is seen at the picture' } },
  journal: { indexes: [['topicId', 'n'], ['byId']], person: { of: 'byId', by: 'id' }, kept: decided, onClose: nameless, shownAs: { not: 'a topic’s whole record is open to read, and each entry hashes the one before' } },
  sessions: { indexes: [['orgId', 'calledOff', 'startsAt'], ['topicId', 'startsAt']], person: { nobody: 'the village’s meeting', named: ['hostId', 'recorderId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is public' } },
  signUps: { indexes: [['sessionId', 'at'], ['personId', 'at']], person: { of: 'personId', by: 'at' }, kept: { until: 'taken back, or the account closed' }, onClose: 'cleared', shownAs: { within: 'sessions' } },
  attendances: { indexes: [['sessionId', 'at'], ['personId', 'at']], person: { of: 'personId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { within: 'sessions' } },
  codeTries: { indexes: [['since']], person: { of: 'id' }, kept: { from: 'since' }, onClose: 'in-closing', shownAs: { not: 'a number of slips, gone in a day' } },
  comments: { indexes: [['topicId', 'round', 'parentId', 'slot'], ['topicId', 'round', 'parentId', 'at'], ['topicId', 'at'], ['parentId', 'at'], ['authorId', 'at'], ['topicId', 'authorId']], person: { of: 'authorId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { list: 'comments' } },
  reactions: { indexes: [['personId'], ['commentId'], ['commentId', 'nod'], ['topicId', 'personId']], person: { of: 'personId', by: 'id' }, kept: { until: 'taken back, or the account closed' }, onClose: 'cleared', shownAs: { list: 'nods' } },
  opinions: { indexes: [['topicId', 'at'], ['collectorId', 'at']], person: { of: 'collectorId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { list: 'opinions' } },
  rollPlaces: { indexes: [['orgId', 'body', 'id'], ['orgId', 'body', 'unitId'], ['personId']], person: { of: 'personId', by: 'id' }, kept: decided, onClose: onRoll, shownAs: 'overview' },
  rolls: { indexes: [], person: { nobody: 'a body’s roll as a whole', named: ['byId', 'confirmedById'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is public' } },
  rollImports: { indexes: [['orgId', 'at'], ['state', 'at']], person: { nobody: 'a list, as it was handed in', named: ['byId', 'supervisorId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  rollParts: { indexes: [['importId', 'id']], person: { nobody: 'many people’s lines in one row' }, kept: decided, onClose: onRoll, shownAs: { not: 'what came of it stands on the roll' } },
  rollBatches: { indexes: [['importId', 'id']], person: { nobody: 'many people’s lines in one row' }, kept: decided, onClose: onRoll, shownAs: { not: 'what came of it stands on the roll' } },
  rollAmendments: { indexes: [['motionId', 'id']], person: { of: 'personId' }, kept: decided, onClose: onRoll, shownAs: { not: 'what was said of the roll, and the answer, are shown' } },
  rollDisputes: { indexes: [['orgId', 'decidedAt', 'at'], ['orgId', 'at'], ['personId', 'at'], ['at']], person: { of: 'personId', by: 'at', named: ['subjectId', 'secondId'] }, kept: { from: 'at' }, onClose: 'own-way', shownAs: { within: 'corrections' } },
  motions: { indexes: [['topicId', 'opensAt'], ['settledAt', 'closesAt'], ['orgId', 'settledAt', 'closesAt']], person: { nobody: 'a question to a whole roll', named: ['tellerIds', 'scrutineerId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is public' } },
  ballots: { indexes: [['motionId', 'id'], ['motionId', 'channel']], person: { of: 'voterId', named: ['tellerId'] }, kept: decided, onClose: onRoll, shownAs: { within: 'votes' } },
  marks: { indexes: [['motionId', 'id'], ['motionId', 'channel']], person: { of: 'id', named: ['tellerId'] }, kept: decided, onClose: onRoll, shownAs: { within: 'votes' } },
  secretBallots: { indexes: [['motionId', 'id']], person: { nobody: 'it must never be known whose it is' }, kept: decided, onClose: { stays: 'nobody can tell which it is' }, shownAs: { not: 'only the phone that holds the receipt finds it' } },
  assists: { indexes: [['motionId', 'id']], person: { of: 'id' }, kept: decided, onClose: onRoll, shownAs: { within: 'votes' } },
  arrivals: { indexes: [['meetingId', 'id'], ['personId']], person: { of: 'personId', by: 'id', named: ['byId'] }, kept: decided, onClose: onRoll, shownAs: { within: 'votes' } },
  proxies: { indexes: [['meetingId', 'id'], ['agentId'], ['principalId'], ['verifiedById']], person: { of: 'principalId', by: 'id', named: ['agentId', 'verifiedById'] }, kept: decided, onClose: onRoll, shownAs: { within: 'votes' } },
  spoiledPapers: { indexes: [['motionId', 'at']], person: { nobody: 'a sheet of paper', named: ['byId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  paperCounts: { indexes: [['motionId', 'id']], person: { nobody: 'a batch of paper', named: ['byId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  countSeals: { indexes: [['tellerId']], person: { nobody: 'a whole count', named: ['tellerId', 'supervisorId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  notices: { indexes: [['orgId', 'board', 'at'], ['topicId', 'at'], ['delivery', 'at'], ['orgId', 'at']], person: { nobody: 'it is for many; each has a message' }, kept: decided, onClose: nameless, shownAs: { not: 'each person’s messages are shown' } },
  messages: { indexes: [['at'], ['personId', 'at'], ['personId', 'readAt'], ['noticeId'], ['noticeId', 'readAt']], person: { of: 'personId', by: 'at' }, kept: { from: 'at' }, onClose: 'cleared', shownAs: { list: 'messages' } },
  consents: { indexes: [], person: { of: 'personId' }, kept: { forGood: 'what was asked and answered on a phone is not asked again' }, onClose: { stays: 'it holds no words, and without an account nothing is sent' }, shownAs: { not: 'the page of messages shows what one agreed to' } },
  dispatches: { indexes: [['noticeId', 'n'], ['noticeId', 'way', 'n'], ['retryAt']], person: { nobody: 'a hundred people’s sendings in one row, by person' }, kept: told, onClose: { stays: 'it holds no words: that one was told, and how' }, shownAs: { not: 'the messages themselves are shown' } },
  reachTasks: { indexes: [['noticeId'], ['workerId', 'open', 'assignedAt'], ['workerId', 'open', 'markedAt']], person: { of: 'personId', named: ['workerId', 'assignedById'] }, kept: told, onClose: { stays: 'it holds no words: that one was told, and how' }, shownAs: { not: 'the messages themselves are shown' } },
  handOvers: { indexes: [['noticeId', 'at']], person: { nobody: 'a whole group’s errands', named: ['fromId', 'toId', 'byId'] }, kept: told, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  objections: { indexes: [['topicId', 'at'], ['personId', 'at']], person: { of: 'personId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { list: 'objections' } },
  ratings: { indexes: [['topicId', 'id']], person: { of: 'id' }, kept: decided, onClose: nameless, shownAs: { within: 'ratings' } },
  cases: { indexes: [['orgId', 'state', 'dueAt'], ['topicId', 'authorId', 'at']], person: { of: 'authorId', named: ['judgedById'] }, kept: decided, onClose: 'own-way', shownAs: 'overview' },
  caseLog: { indexes: [['orgId', 'at']], person: { nobody: 'what was done about a thing somebody said', named: ['byId'] }, kept: decided, onClose: nameless, shownAs: { not: 'everybody may read the log' } },
  reports: { indexes: [['caseId', 'at']], person: { of: 'personId' }, kept: decided, onClose: nameless, shownAs: { not: 'nobody is to find out who reported, on a borrowed phone either' } },
  corrections: { indexes: [['orgId', 'answeredAt', 'at'], ['personId', 'answeredAt'], ['personId', 'at'], ['at']], person: { of: 'personId', by: 'at', named: ['answeredById'] }, kept: { from: 'at' }, onClose: 'cleared', shownAs: { within: 'corrections' } },
  choiceProposals: { indexes: [['orgId', 'at']], person: { nobody: 'the village’s own rule', named: ['byId', 'supervisorId'] }, kept: { until: 'it is decided; the change says who proposed it' }, onClose: nameless, shownAs: { not: 'it is an act of an office' } },
  choiceChanges: { indexes: [['orgId', 'at']], person: { nobody: 'the village’s own rule', named: ['proposedById', 'supervisorId', 'townId'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is public' } },
  delegations: { indexes: [['orgId', 'at'], ['orgId', 'state', 'at']], person: { nobody: 'an act of the assembly', named: ['byId', 'confirmedById', 'endedById'] }, kept: decided, onClose: nameless, shownAs: { not: 'it is public' } },
  signatures: { indexes: [['petitionId', 'at'], ['petitionId', 'person'], ['petitionId', 'representative'], ['petitionId', 'household'], ['personId', 'at']], person: { of: 'personId', by: 'at' }, kept: decided, onClose: nameless, shownAs: { list: 'petitions' } },
} as const satisfies { readonly [T in keyof Tables]: Drawer<T> }

export const tableNames = Object.keys(tables) as (keyof Tables)[]
export const indexesOf = (table: keyof Tables): readonly (readonly string[])[] => tables[table].indexes

type Rows = typeof tables
/** The tables whose rows answer so. */
type Answering<Answer extends Partial<Record<keyof Drawer<never>, unknown>>> = {
  [T in keyof Tables]: Rows[T] extends Answer ? T : never
}[keyof Tables]

export type Owned = Answering<{ person: { by: string } }>
export type InClosing = Answering<{ onClose: 'in-closing' }>
export type Cleared = Answering<{ onClose: 'cleared' }>
export type ClearedInOwnWay = Answering<{ onClose: 'own-way' }>
export type Listed = Answering<{ shownAs: { list: string } }>
export type ListedPart = Extract<Rows[Listed]['shownAs'], { list: string }>['list']
export type OwnSweep = Extract<Rows[Swept]['kept'], { by: string }>['by']

/** Of the fields that end like an id, those that are of things. Any other names people, and the row has to say so. */
type OfThings =
  | 'id'
  | 'orgId'
  | `${'topic' | 'motion' | 'meeting' | 'session' | 'comment' | 'parent' | 'notice' | 'import' | 'petition' | 'case' | 'thing'}Id`
  | `${'unit' | 'household' | 'account' | 'photo' | 'avatar' | 'trace' | 'paper' | 'box' | 'fromTopic'}Id`
  | `${'photo' | 'sheetPhoto' | 'merged' | 'parted'}Ids`
type NamesPeople<F extends string> = F extends `${string}${'Id' | 'Ids'}` ? Exclude<F, OfThings> : never
type Said<P> = (P extends { of: infer F } ? F : never) | (P extends { named: readonly (infer F)[] } ? F : never)
type Has<T extends keyof Tables, Index> = Index extends Rows[T]['indexes'][number] ? true : false
type PersonIndex<P> = P extends { of: infer F; by: infer B } ? (B extends 'id' ? readonly [F] : readonly [F, B]) : never
type Mistaken<T extends keyof Tables> =
  | (Exclude<NamesPeople<Field<T>>, Said<Rows[T]['person']>> extends never
      ? never
      : `${T}: a field names people and the row does not say so`)
  | (T extends Owned ? (Has<T, PersonIndex<Rows[T]['person']>> extends true ? never : `${T}: no index lists one person’s rows so`) : never)
  | (T extends Cleared | Listed ? (T extends Owned ? never : `${T}: one person’s rows cannot be listed`) : never)
  | (Rows[T]['kept'] extends { from: infer F } ? (Has<T, readonly [F]> extends true ? never : `${T}: no index finds what is past`) : never)
type Within<S> = S extends { within: infer P } ? P : never
type Never<Nothing extends never> = Nothing
/** What the rows say against each other, against the terms and against the page; each is a compile error here. */
export type Mistakes = Never<
  | { [T in keyof Tables]: Mistaken<T> }[keyof Tables]
  | Exclude<Swept, keyof Tables>
  | Exclude<OwnPart, ListedPart | Within<Rows[keyof Tables]['shownAs']>>
  | Extract<ListedPart, Within<Rows[keyof Tables]['shownAs']>>
>
