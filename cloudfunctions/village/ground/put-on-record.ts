import { sealed } from '@/domain/ground/journal'
import type { VoteOnRecord } from '@/domain/vote/record/sealed-vote'
import type { Topic } from '@/domain/topic/topic'
import type { Tx } from '../../ports'

export interface Deed {
  readonly at: number
  readonly step: string
  readonly transition: string
  readonly said: string
  /** Null: time did it, or who did it is not for the journal. */
  readonly byId: string | null
  /** Of a vote put or settled: what its published record is held against. */
  readonly vote?: VoteOnRecord
}

/** What is done to a topic beside the steps of its table: the next entry of its journal and what changed in it, in the commit under way. */
export async function putOnRecord(tx: Tx, topic: Topic, deed: Deed, change: Partial<Topic>): Promise<Topic> {
  const entry = sealed(topic, { ...deed, from: topic.state, to: topic.state, taken: true, evidence: {} })
  const next: Topic = { ...topic, ...change, rev: entry.n, head: entry.hash, activeAt: deed.at }
  await tx.insert('journal', entry)
  await tx.put('topics', next)
  return next
}
