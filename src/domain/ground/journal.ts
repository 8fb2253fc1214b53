import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Evidence } from '../procedure/evidence'
import type { State } from '../procedure/states'
import type { VoteOnRecord } from '../vote/record/sealed-vote'
import { utf8 } from './utf8'

/** One thing done to a topic. Entries of a topic form a chain: each holds the hash of the one before. */
export interface JournalEntry {
  readonly id: string
  readonly orgId: string
  readonly topicId: string
  readonly n: number
  readonly at: number
  /** Step of the table, or what was recorded beside it (a motion put, an objection answered). */
  readonly step: string
  readonly transition: string
  readonly said: string
  readonly from: State
  readonly to: State
  /** False where a step was laid before its second key, or refused by it. */
  readonly taken: boolean
  /** Null: time did it. */
  readonly byId: string | null
  readonly evidence: Evidence
  /** Of a vote put or settled alone: the figures that its published record is held against (`record/record.ts`). */
  readonly vote?: VoteOnRecord
  readonly before: string
  readonly hash: string
}

export interface Chained {
  readonly id: string
  readonly orgId: string
  readonly rev: number
  readonly head: string
}
type Deed = Omit<JournalEntry, 'id' | 'orgId' | 'topicId' | 'n' | 'before' | 'hash'>

/** Keys in one order, so that the same facts always hash alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
      .filter(key => (value as Record<string, unknown>)[key] !== undefined)
      .sort()
    return `{${keys.map(key => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8(text)))

/** The number is part of the key: two entries cannot both be the next one. */
export const entryId = (topicId: string, n: number): string => `${topicId}:${String(n).padStart(6, '0')}`

const hashOf = (entry: Omit<JournalEntry, 'hash'>) => sha256Hex(canonical(entry))

/** Whether an entry is word for word the one its hash was made of. */
export const isIntact = ({ hash, ...rest }: JournalEntry): boolean => hashOf(rest) === hash

/** The next entry of a topic's chain. */
export function sealed(chain: Chained, deed: Deed): JournalEntry {
  const n = chain.rev + 1
  const entry = { ...deed, id: entryId(chain.id, n), orgId: chain.orgId, topicId: chain.id, n, before: chain.head }
  return { ...entry, hash: hashOf(entry) }
}

/** The first entry whose number, link or hash does not hold; null when the whole chain does. Entries in order. */
export function brokenAt(entries: readonly JournalEntry[]): number | null {
  let before = ''
  for (const [index, entry] of entries.entries()) {
    if (entry.n !== index + 1 || entry.before !== before || !isIntact(entry)) return index + 1
    before = entry.hash
  }
  return null
}

/** 「7F3A · 09C2 · D418」: short enough to compare the wall with the phone. */
export const boardCode = (head: string): string => (head.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join(' · ')
