import type { Method, MotionOption } from '../question/answers'
import type { BodyId } from '../../law/names'
import type { Chosen } from '../../law/settings'
import type { Channel } from '../channels'
import { canonical, sha256Hex, type JournalEntry } from '../../ground/journal'
import type { BallotForm, Motion, Outcome, Result, Tally } from '../motions'
import type { RecordedBallot } from './ballot-list'
import type { VotePut, VoteSettled } from './sealed-vote'

export const recordFormat = 'village-voting-record'
export const recordVersion = 1

/** What a vote was and what came of it. Every field always stands there; what does not apply is null, nought or an empty list. */
export interface Statement {
  readonly motion: {
    readonly id: string
    readonly orgId: string
    readonly topicId: string
    readonly text: string
    readonly textHash: string
    readonly form: BallotForm
    readonly method: Method
    readonly options: readonly MotionOption[]
    readonly channels: readonly Channel[]
    readonly opensAt: number
    readonly openedAt: number | null
    readonly closesAt: number
    readonly byLaw: string | null
    readonly secondOf: string | null
    readonly revoteOf: string | null
  }
  /** `set`: the law and its version; `chosen`: the harder figures this village had chosen. */
  readonly rule: { readonly set: string; readonly id: BodyId; readonly chosen: Chosen }
  readonly roll: { readonly size: number; readonly hash: string; readonly frozenAt: number }
  readonly counts: Tally & {
    readonly options: readonly { readonly id: string; readonly votes: number }[]
    readonly invalid: number
    readonly unreturned: number
    readonly present: number
    readonly byChannel: Readonly<Record<Channel, number>>
    readonly paper: NonNullable<Result['paper']> | null
  }
  readonly outcome: { readonly outcome: Outcome; readonly explain: readonly string[] }
}

/** An entry of the journal as a record shows it: whole where it is about a vote, else its place in the chain alone. */
export type RecordedEntry = JournalEntry | EntryLink
export interface EntryLink {
  readonly n: number
  readonly before: string
  readonly hash: string
}
export const isWhole = (entry: RecordedEntry): entry is JournalEntry => 'step' in entry

/** All of a record but its ballots, which come by pages. */
export interface RecordHead extends Statement {
  readonly format: typeof recordFormat
  readonly version: typeof recordVersion
  readonly root: string
  /** Opens the seals of named ballots; null for whoever is not to read the names, and where there are none. */
  readonly key: string | null
  readonly journal: readonly RecordedEntry[]
}
/** The voting record: one file a vote, published when it is settled. */
export interface VotingRecord extends RecordHead {
  readonly ballots: readonly RecordedBallot[]
}

export const textHashOf = (motion: Pick<Motion, 'text' | 'options'>): string =>
  sha256Hex(canonical({ text: motion.text, options: motion.options ?? [] }))

/** What the record of a settled motion says. */
export function statementOf(motion: Motion, result: Result): Statement {
  const { id, orgId, topicId, text, form, opensAt, closesAt, byLaw } = motion
  const { present, outcome, explain } = result
  return {
    motion: {
      id,
      orgId,
      topicId,
      text,
      textHash: textHashOf(motion),
      form,
      method: motion.method ?? 'yes-no',
      options: motion.options ?? [],
      channels: motion.channels ?? ['phone'],
      opensAt,
      openedAt: motion.openedAt ?? null,
      closesAt,
      byLaw,
      secondOf: motion.secondOf ?? null,
      revoteOf: motion.revoteOf ?? null,
    },
    rule: { set: motion.rules, id: motion.body, chosen: motion.chosen ?? {} },
    roll: { size: motion.rollSize, hash: motion.rollHash, frozenAt: motion.frozenAt },
    counts: {
      for: result.for,
      against: result.against,
      abstain: result.abstain,
      options: result.options ?? [],
      invalid: result.invalid ?? 0,
      unreturned: result.unreturned ?? 0,
      present,
      byChannel: byChannelOf(result),
      paper: result.paper ?? null,
    },
    outcome: { outcome, explain },
  }
}

/** Where nothing was said of it, everybody took part by phone. */
const byChannelOf = ({ byChannel, present }: Result): Record<Channel, number> => {
  const none: Record<Channel, number> = { phone: 0, hall: 0, paper: 0, proxy: 0 }
  return byChannel ? { ...none, ...byChannel } : { ...none, phone: present }
}

export const statementHash = ({ motion, rule, roll, counts, outcome }: Statement): string =>
  sha256Hex(canonical({ motion, rule, roll, counts, outcome }))
export const linksHash = (hashes: readonly string[]): string => sha256Hex(hashes.join('\n'))

/** What the journal says when a motion is put. */
export const votePut = (motion: Motion): VotePut => ({
  kind: 'put',
  motionId: motion.id,
  textHash: textHashOf(motion),
  rules: motion.rules,
  rollSize: motion.rollSize,
  rollHash: motion.rollHash,
})

/** What the journal says when it is settled; `earlier` are the hashes of every entry before. */
export function voteSettled(motion: Motion, result: Result & { readonly root: string }, earlier: readonly string[]): VoteSettled {
  const { outcome, present, root } = result
  return {
    kind: 'settled',
    motionId: motion.id,
    root,
    outcome,
    for: result.for,
    against: result.against,
    abstain: result.abstain,
    present,
    rollSize: motion.rollSize,
    rollHash: motion.rollHash,
    statement: statementHash(statementOf(motion, result)),
    links: linksHash(earlier),
  }
}

/** The entry that settled a motion, and so ends its record. */
export const isSettlementOf =
  (motionId: string) =>
  (entry: RecordedEntry): boolean =>
    isWhole(entry) && entry.vote?.kind === 'settled' && entry.vote.motionId === motionId

/**
 * A journal as the record shows it, up to the settlement: what is about votes whole, of everything else (reasons, minutes, who did it) the
 * hashes.
 */
export function journalShown(entries: readonly JournalEntry[], motionId: string): RecordedEntry[] {
  const end = entries.findIndex(isSettlementOf(motionId))
  return entries.slice(0, end + 1).map(entry => (entry.vote ? entry : { n: entry.n, before: entry.before, hash: entry.hash }))
}

/** The head of the record of a settled motion; `key` where the reader may open the names. */
export function recordHead(
  motion: Motion,
  result: Result & { readonly root: string },
  entries: readonly JournalEntry[],
  key: string | null,
): RecordHead {
  return {
    format: recordFormat,
    version: recordVersion,
    ...statementOf(motion, result),
    root: result.root,
    key,
    journal: journalShown(entries, motion.id),
  }
}
