import type { ChoiceValue } from './choices'
import type { Delegation } from '../law/delegation'
import { grant, refuse, type Decision } from '../ground/decision'
import { has, type Person } from '../resident/people'

/** A change of the village's rules that waits for its second key. One waits for each rule: the key is the village and the rule. */
export interface ChoiceProposal {
  readonly id: string
  readonly orgId: string
  /** Drawn by the proposer's phone; the history keeps it, so nothing is decided twice. */
  readonly key: string
  readonly setting: string
  readonly to: ChoiceValue
  readonly reason: string
  readonly byId: string
  readonly at: number
  /** Who turned the second key, where the town's approval is still wanted. */
  readonly supervisorId: string | null
}

/** What became of a proposal. Written once, never changed: who, when, from what to what. */
export interface ChoiceChange {
  readonly id: string
  readonly orgId: string
  readonly setting: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly outcome: 'changed' | 'declined'
  readonly note: string
  readonly proposedById: string
  readonly proposedAt: number
  readonly supervisorId: string | null
  readonly townId: string | null
  readonly at: number
}

/** An authorisation on record, from being laid before its second key to being taken back. */
export interface GrantedDelegation extends Delegation {
  readonly id: string
  readonly orgId: string
  readonly state: 'waiting' | 'live' | 'declined' | 'revoked'
  readonly byId: string
  readonly at: number
  readonly confirmedById: string | null
  readonly confirmedAt: number | null
  readonly endedById: string | null
  readonly endedAt: number | null
  readonly endedReason: string
}

export const proposalId = (orgId: string, setting: string): string => `${orgId}:${setting}`

export type KeyRefusal = 'not-your-role' | 'second-key-same-person' | 'second-key-is-secretary'

/** The second key of a village's own rules: a supervisor, another person than the first, never the party secretary (S1, S4). */
export function turnsSecondKey(person: Person, firstId: string): Decision<Person, KeyRefusal> {
  if (!has(person, 'supervisor')) return refuse('not-your-role')
  return isBarred(person, firstId) ?? grant(person)
}

/** The town's approval, where the village chose to ask for it. */
export function approvesForTown(person: Person, firstId: string): Decision<Person, KeyRefusal> {
  if (!has(person, 'town_officer')) return refuse('not-your-role')
  return isBarred(person, firstId) ?? grant(person)
}

function isBarred(person: Person, firstId: string) {
  if (person.id === firstId) return refuse('second-key-same-person')
  return has(person, 'party_secretary') ? refuse('second-key-is-secretary') : null
}
