import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Answer } from '../question/answers'
import { channels, type Channel } from '../channels'
import { masked } from '../../resident/people'
import { utf8 } from '../../ground/utf8'
import { merkleRoot } from './merkle'

/**
 * A ballot without a name, of a secret vote or from a paper box: under the hash of its receipt (of a paper ballot: of a number drawn for
 * it).
 */
export interface NamelessBallot {
  readonly receipt: string
  readonly choice: Answer
}

/**
 * A ballot by name. `unit` is the seal over the unit and the full name; who may read names gets `of` and the key of the record, and can
 * open it.
 */
export interface NamedBallot {
  readonly unit: string
  /** Full where the seal can be opened, else the surname. */
  readonly who: string
  readonly choice: Answer
  readonly channel: Channel
  readonly of?: string
}
export type RecordedBallot = NamelessBallot | NamedBallot

export const isNamed = (ballot: RecordedBallot): ballot is NamedBallot => 'unit' in ballot
const keyOf = (ballot: RecordedBallot): string => (isNamed(ballot) ? ballot.unit : ballot.receipt)

/**
 * Which unit and which name stand behind a masked row: under a key that is drawn at settlement, so that nobody finds a name by trying them
 * all.
 */
export const unitSeal = (key: string, unitId: string, name: string): string => bytesToHex(sha256(utf8(`${key}\n${unitId}\n${name}`)))

interface Keyed {
  readonly first: number
  readonly key: string
  readonly ballot: RecordedBallot
}
/** Their first digits as a number tell nearly all hashes apart, and numbers are compared faster. */
const byKey = (a: Keyed, b: Keyed): number => a.first - b.first || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
/** The one order of a published list: by hashes, so it says nothing of when or of who is who's neighbour. */
export function inListOrder(ballots: readonly RecordedBallot[]): readonly RecordedBallot[] {
  // From a store secret ballots come so already.
  if (misplacedAt(ballots) === null) return ballots
  return ballots
    .map((ballot): Keyed => {
      const key = keyOf(ballot)
      return { first: parseInt(key.slice(0, 8), 16), key, ballot }
    })
    .sort(byKey)
    .map(({ ballot }) => ballot)
}
/** The first place (from 1) that is out of order or stands there twice; null where there is none. */
export function misplacedAt(ballots: readonly RecordedBallot[]): { readonly at: number; readonly twice: boolean } | null {
  for (let at = 1; at < ballots.length; at += 1) {
    const one = ballots[at - 1],
      next = ballots[at]
    if (one && next && keyOf(one) >= keyOf(next)) return { at: at + 1, twice: keyOf(one) === keyOf(next) }
  }
  return null
}

const ascii = (text: string, bytes: Uint8Array, at: number): number => {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index)
  return at + text.length
}

/**
 * A ballot in bytes, no two alike: what it is, its key, how it was cast, its answer, and of a named one the masked name, each with its
 * length.
 */
function write(ballot: RecordedBallot, bytes: Uint8Array, from: number): number {
  const named = isNamed(ballot)
  bytes[from] = named ? 1 : 0
  bytes.set(hexToBytes(keyOf(ballot)), from + 1)
  bytes[from + 33] = ballot.choice.length
  const at = ascii(ballot.choice, bytes, from + 34)
  if (!named) return at
  const who = utf8(masked(ballot.who))
  bytes[at] = channels.indexOf(ballot.channel)
  bytes[at + 1] = who.length
  bytes.set(who, at + 2)
  return at + 2 + who.length
}

/** So many ballots a leaf: one each would be four times the hashes, more than a phone without a compiler can make in a second. */
export const perLeaf = 32
/** Answers are at most 200 letters and a masked name a few bytes. */
const roomFor = 34 + 200 + 2 + 255

/**
 * Root of the tree over a list in its order, in hex; what it counts on (hex keys, short answers and names) is for the caller to have
 * checked.
 */
export function rootOf(ballots: readonly RecordedBallot[]): string {
  const leaves: Uint8Array[] = []
  const room = new Uint8Array(perLeaf * roomFor)
  for (let from = 0; from < ballots.length; from += perLeaf) {
    let end = 0
    for (const ballot of ballots.slice(from, from + perLeaf)) end = write(ballot, room, end)
    leaves.push(room.slice(0, end))
  }
  return bytesToHex(merkleRoot(leaves))
}
