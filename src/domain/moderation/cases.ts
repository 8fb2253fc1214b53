import { grant, refuse, type Decision } from '../ground/decision'

/**
 * The only grounds on which words may be put away. Criticism of those in office and of what they do in public is not among them, and
 * cannot be given as one (procedures §6.5).
 */
export const takedownReasons = {
  insult: '骂人、侮辱人',
  privacy: '露了别人的隐私',
  accusation: '说别人犯罪，还没有查实',
  advertising: '做广告、拉生意',
  unlawful: '法律不许可的内容',
} as const
export type TakedownReason = keyof typeof takedownReasons
export const reasonNames = Object.keys(takedownReasons) as TakedownReason[]

/**
 * `words`: an officer's, which stand already; `objection`: read only by who handles it; `avatar` and `nickname` hang on a person and on no
 * topic.
 */
export const caseKinds = ['topic', 'photo', 'comment', 'rating', 'opinion', 'objection', 'words', 'avatar', 'nickname'] as const
export type CaseKind = (typeof caseKinds)[number]
/** Whether it is about how a person shows herself: such a case has no topic. */
export const isOfPerson = ({ kind }: Pick<Case, 'kind'>): boolean => kind === 'avatar' || kind === 'nickname'
/** What the machine thought; null where a neighbour reported it. */
export type Doubt = 'doubtful' | 'risky' | 'unchecked'

/** Something a person must look at. */
export interface Case {
  /** `kind:thingId`: one thing has one case. */
  readonly id: string
  readonly orgId: string
  readonly kind: CaseKind
  readonly thingId: string
  /** Empty where it hangs on none. */
  readonly topicId: string
  readonly authorId: string
  readonly text: string
  readonly doubt: Doubt | null
  readonly at: number
  readonly dueAt: number
  /** `screening`: the moderator's step on the topic is the look. */
  readonly state: 'screening' | 'open' | 'shown' | 'hidden' | 'appealed' | 'upheld'
  readonly reason: TakedownReason | null
  readonly words: string
  readonly judgedById: string | null
  readonly judgedAt: number | null
  /** What the author said against it; once. */
  readonly appeal: string | null
  /** How many entries its log has. */
  readonly rev: number
}

/** One thing done to a case. Entries are only ever added. */
export interface CaseEntry {
  readonly id: string
  readonly orgId: string
  readonly caseId: string
  readonly topicId: string
  readonly at: number
  readonly did: 'opened' | 'reported' | 'shown' | 'hidden' | 'appealed' | 'upheld' | 'restored'
  /** Null: the machine. */
  readonly byId: string | null
  readonly reason: TakedownReason | null
  readonly words: string
}

/** A neighbour's report; who it was is shown to nobody. */
export interface Report {
  readonly id: string
  readonly orgId: string
  readonly caseId: string
  readonly personId: string
  readonly reason: TakedownReason
  readonly words: string
  readonly at: number
}

const day = 86_400_000
/** A person looks within a day (procedures §6.5); the supervision committee answers an appeal within seven. */
export const lookWithin = day
export const answerWithin = 7 * day
export const appealWithin = 30 * day
export const caseWordsLength = 200

export const caseId = (kind: CaseKind, thingId: string): string => `${kind}:${thingId}`
export const reportId = (caseOf: string, personId: string): string => `${caseOf}:${personId}`

export type JudgeRefusal = 'case-closed' | 'own-case' | 'reason-missing'
/** Shown, or put away for a reason of the list. Nobody judges his own words. */
export function judgeCase(
  one: Case,
  by: string,
  finding: { readonly show: boolean; readonly reason: TakedownReason | null; readonly words: string },
  now: number,
): Decision<Case, JudgeRefusal> {
  if (one.state !== 'open') return refuse('case-closed')
  if (one.authorId === by) return refuse('own-case')
  if (!finding.show && finding.reason === null) return refuse('reason-missing')
  return grant({
    ...one,
    state: finding.show ? 'shown' : 'hidden',
    reason: finding.show ? null : finding.reason,
    words: finding.words,
    judgedById: by,
    judgedAt: now,
  })
}

/** Whether its author may still ask the supervision committee to look again. */
export const mayAppeal = (one: Case | undefined, person: string, now: number): boolean =>
  one !== undefined && one.authorId === person && one.state === 'hidden' && one.appeal === null && now < (one.judgedAt ?? 0) + appealWithin

/** The author asks, once and within thirty days. */
export const appealCase = (one: Case, by: string, words: string, now: number): Decision<Case, 'appeal-closed'> =>
  mayAppeal(one, by, now) ? grant({ ...one, state: 'appealed', appeal: words, dueAt: now + answerWithin }) : refuse('appeal-closed')

/** Another one than who put it away restores it, or lets it rest, with words. */
export function answerAppeal(one: Case, by: string, restore: boolean, words: string): Decision<Case, 'case-closed' | 'own-case'> {
  if (one.state !== 'appealed') return refuse('case-closed')
  if (one.authorId === by || one.judgedById === by) return refuse('own-case')
  return grant({ ...one, state: restore ? 'shown' : 'upheld', words })
}

const awayStates: readonly Case['state'][] = ['hidden', 'appealed', 'upheld']
/** Whether a person has put it away, for a reason its author was told. */
export const isPutAway = ({ state }: Pick<Case, 'state'>): boolean => awayStates.includes(state)
/**
 * Whether others do not see it now. What neighbours reported is seen until somebody judged it, and its author is not told of the report.
 */
export const isOutOfSight = (one: Pick<Case, 'state' | 'doubt'>): boolean => isPutAway(one) || (one.state === 'open' && one.doubt !== null)

/** What the author reads of a thing put away. An accusation of crime has its way to those who may look into it. */
export const whyHidden = (reason: TakedownReason, words: string): string =>
  `${takedownReasons[reason]}${words === '' ? '' : `。${words}`}${reason === 'accusation' ? '。请直接向村务监督委员会或 12345 反映，他们会查' : ''}`
