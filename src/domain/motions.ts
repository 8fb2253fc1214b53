import { bodies, type BodyId } from './bodies'
import { dayOf, earliestMeeting, startOf } from './calendar'
import { grant, refuse, type Decision } from './decision'
import { inequality, inWords, meets } from './share'

export type Choice = 'for' | 'against' | 'abstain'
export const choiceNames: Record<Choice, string> = { for: '赞成', against: '反对', abstain: '弃权' }
export type BallotForm = 'named' | 'secret'
export const formNames: Record<BallotForm, string> = { named: '记名', secret: '无记名' }

export interface Tally {
  readonly for: number
  readonly against: number
  readonly abstain: number
}
/** `counted`: views were gathered, nothing was decided. */
export type Outcome = 'passed' | 'not_passed' | 'quorum_failed' | 'counted'

export interface Result extends Tally {
  readonly present: number
  readonly outcome: Outcome
  /** Each judgement with its numbers, for the screen and the wall. */
  readonly explain: readonly string[]
}

/** A question put to a body. Nothing in it changes after it is put, but its result. */
export interface Motion {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly text: string
  readonly body: BodyId
  readonly form: BallotForm
  readonly opensAt: number
  readonly closesAt: number
  /** N: units on the roll when it was frozen. */
  readonly rollSize: number
  readonly rollHash: string
  readonly frozenAt: number
  readonly rules: string
  /** The by-law that lets this body vote online; without one the vote only advises (procedures §0.2-10). */
  readonly byLaw: string | null
  readonly settledAt: number | null
  readonly result: Result | null
}

/** Whether the result decides; polls and bodies without an authorising by-law never do. */
export const isBinding = (motion: Pick<Motion, 'body' | 'byLaw'>): boolean => bodies[motion.body].majority !== null && motion.byLaw !== null

export const isOpen = (motion: Pick<Motion, 'opensAt' | 'closesAt'>, now: number): boolean => motion.opensAt <= now && now < motion.closesAt

const hour = 3_600_000
export const shortestVote = hour
export const longestVote = 30 * 24 * hour

export type PutRefusal = 'notice-too-short' | 'vote-too-short' | 'vote-too-long' | 'roll-empty'

/** An opening is never in the past: where no notice is needed, one that a slow clock put there is now. */
export const openingAt = (body: BodyId, wished: number, now: number): number => (bodies[body].noticeDays === 0 ? Math.max(wished, now) : wished)

/** The first instant a vote of this body may open when it is put now. */
export const earliestOpening = (body: BodyId, now: number): number => {
  const { noticeDays, noticeFloor } = bodies[body]
  const days = Math.max(noticeDays, noticeFloor)
  return days === 0 ? now : startOf(earliestMeeting(dayOf(now), days))
}

/** Puts a question: notice long enough, a window that people can make, a roll with somebody on it. */
export function putMotion(draft: Motion, now: number): Decision<Motion, PutRefusal> {
  const { body, opensAt, closesAt, rollSize } = draft
  if (opensAt < earliestOpening(body, now)) return refuse('notice-too-short')
  if (closesAt - opensAt < shortestVote) return refuse('vote-too-short')
  if (closesAt - opensAt > longestVote) return refuse('vote-too-long')
  if (rollSize === 0) return refuse('roll-empty')
  return grant(draft)
}

/** Counts and judges in integers; abstaining is taking part and is not being for (procedures §5.6.3). */
export function judge(motion: Pick<Motion, 'body' | 'byLaw' | 'rollSize'>, tally: Tally): Result {
  const { quorum, majority, article, unit } = bodies[motion.body]
  const word = unit === 'household' ? '户' : '人'
  const present = tally.for + tally.against + tally.abstain
  if (!quorum || !majority) return { ...tally, present, outcome: 'counted', explain: [`${present} ${word}表达了意见，只作参考（${article}）`] }
  const quorumLine = `应到 ${motion.rollSize} ${word}，参加 ${present} ${word}：${inequality(present, motion.rollSize, quorum)}`
  if (!meets(present, motion.rollSize, quorum)) {
    return { ...tally, present, outcome: 'quorum_failed', explain: [`${quorumLine}，没有达到${inWords(quorum)}（${article}）`] }
  }
  const carried = meets(tally.for, present, majority)
  const majorityLine = `赞成 ${tally.for} ${word}：${inequality(tally.for, present, majority)}，${carried ? '' : '没有'}${carried ? inWords(majority) : `达到${inWords(majority)}`}（${article}）`
  return {
    ...tally,
    present,
    outcome: motion.byLaw === null ? 'counted' : carried ? 'passed' : 'not_passed',
    explain: [
      `${quorumLine}，达到${inWords(quorum)}（${article}）`,
      majorityLine,
      ...(motion.byLaw === null ? ['章程没有授权在线表决，这次结果只作参考'] : []),
    ],
  }
}

export type SettleRefusal = 'still-open' | 'already-settled'
/** A ballot sent in the last second may still be on its way. */
export const settling = 60_000

/** Closes the count once its time, and a minute's grace for ballots on their way, is over. */
export function settle(motion: Motion, tally: Tally, now: number): Decision<Motion, SettleRefusal> {
  if (motion.settledAt !== null) return refuse('already-settled')
  if (now < motion.closesAt + settling) return refuse('still-open')
  return grant({ ...motion, settledAt: now, result: judge(motion, tally) })
}

/** A result in a word. A count of views never says 通过. */
export const outcomeWords: Record<Outcome, string> = {
  passed: '通过',
  not_passed: '没有通过',
  quorum_failed: '人数不够，没有表决成',
  counted: '意见已汇总',
}
