import type { Answer } from '../question/answers'
import { receiptHash } from '../ballot/ballots'
import { sealed, type JournalEntry } from '../../ground/journal'
import type { Motion, Result } from '../motions'
import type { Urn } from '../count/reconcile'
import { judgeMotion, settling } from '../count/settle'
import { settleMeeting } from '../meeting/settle-meeting'
import { totalsOf, type Totals } from '../count/tallies'
import { inListOrder, rootOf, unitSeal, type RecordedBallot } from './ballot-list'
import { recordHead, votePut, voteSettled, type VotingRecord } from './record'

export const motionForTests: Motion = {
  id: 'm1',
  orgId: 'v1',
  topicId: 't1',
  text: '同意重修五组排水渠',
  body: 'VA_HOUSEHOLD',
  form: 'secret',
  opensAt: 1_000,
  closesAt: 9_000,
  rollSize: 60,
  rollHash: 'c'.repeat(64),
  frozenAt: 500,
  rules: 'village-2026',
  byLaw: '小村自治章程第二十三条',
  settledAt: 10_000,
  result: null,
}

export const secretBallots = (choices: readonly Answer[], salt = ''): RecordedBallot[] =>
  choices.map((choice, n) => ({ receipt: receiptHash(`${salt}${n}`), choice }))
export const recordKey = 'a key drawn at settlement'
/** `openly`: as whoever may read the names has them. */
export const namedBallots = (
  choices: readonly Answer[],
  openly: boolean,
  channelOf: (n: number) => 'phone' | 'hall' | 'proxy' = () => 'phone',
): RecordedBallot[] =>
  choices.map((choice, n) => {
    const name = `${'何梁朱林周李'[n % 6] ?? ''}小${n}`,
      unitId = `h-${n}`
    return {
      unit: unitSeal(recordKey, unitId, name),
      who: openly ? name : `${name[0] ?? ''}*`,
      choice,
      channel: channelOf(n),
      ...(openly ? { of: unitId } : {}),
    }
  })

const deed = (step: string, more: Partial<JournalEntry> = {}) => ({
  at: 10_000,
  step,
  transition: 'TR-00',
  said: step,
  from: 'deliberating' as const,
  to: 'deliberating' as const,
  taken: true,
  byId: null,
  evidence: {},
  ...more,
})

function ofMeeting(motion: Motion, urn: Urn, counted: Totals): Result {
  const settled = settleMeeting({ ...motion, settledAt: null }, urn, counted, true, motion.closesAt + settling)
  if (!settled.ok || !settled.value.result) throw new Error(settled.ok ? 'no result' : settled.refusal)
  return settled.value.result
}

/**
 * A record as the village makes it: a journal with steps before and between, the ballots in their order, the count and the judgement its
 * own.
 */
export function recordFor(
  change: Partial<Motion>,
  ballots: readonly RecordedBallot[],
  { urn, key = null }: { readonly urn?: Urn; readonly key?: string | null } = {},
): VotingRecord {
  const motion: Motion = { ...motionForTests, ...change }
  const list = inListOrder(ballots),
    counted = totalsOf(motion, list)
  const result = { ...(urn ? ofMeeting(motion, urn, counted) : judgeMotion(motion, counted)), root: rootOf(list) }
  const entries: JournalEntry[] = []
  const say = (entry: ReturnType<typeof deed>) => {
    const last = entries.at(-1)
    entries.push(sealed({ id: motion.topicId, orgId: motion.orgId, rev: entries.length, head: last?.hash ?? '' }, entry))
  }
  say(deed('submit', { byId: 'who-must-not-show', said: '提交' }))
  say(deed('accept'))
  say(deed('put_motion', { vote: votePut(motion), byId: 'moderator', said: `提请表决：${motion.text}` }))
  say(deed('note'))
  say(deed('note'))
  say(
    deed('settle_motion', {
      vote: voteSettled(
        motion,
        result,
        entries.map(entry => entry.hash),
      ),
      transition: 'TR-55',
      said: '表决截止',
    }),
  )
  say(deed('after'))
  return { ...recordHead(motion, result, entries, key), ballots: list }
}
