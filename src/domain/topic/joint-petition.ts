import { judgePetition, type PetitionJudgement } from '../law/petitions'
import { bodyNames } from '../law/names'
import { isPetition, ruleIn, ruleSets } from '../law/rule-sets'
import type { PetitionRule } from '../law/rule'
import { dayOf } from '../ground/calendar'
import { has, isOfAge, type Person } from '../resident/people'
import { rulesOf, type Ruled } from '../procedure/engine/ruled'
import type { State } from '../procedure/states'
import type { Topic } from './topic'
import type { Asked, Heads, JointPetition, SigningUnit } from './petition-rows'

/** 「召开村民会议」, in the words of this kind of place. */
export function wants(topic: Ruled, asks: Asked): string {
  const people = ruleSets[rulesOf(topic)].kind === 'village' ? '村民' : '居民'
  return asks === 'reopening' ? '重新审定这件事' : `召开${people}${asks === 'assembly' ? '' : '代表'}会议`
}

const convenable: readonly State[] = ['classified', 'unresolved', 'party_proposal']
const reopenable: readonly State[] = ['closed', 'major_closed', 'unresolved', 'not_passed', 'rejected']
const reopeningYear = 365 * 86_400_000

/** What may be asked for of a topic where it stands now (procedures §4.2, TR-25, TR-42, TR-90). */
export function askable(topic: Pick<Topic, 'state' | 'enteredAt'>, now: number): readonly Asked[] {
  return [
    ...(convenable.includes(topic.state) ? (['assembly', 'representatives'] as const) : []),
    ...(reopenable.includes(topic.state) && now < topic.enteredAt + reopeningYear ? (['reopening'] as const) : []),
  ]
}

/** Names are still gathered: what is asked for may still be asked, and has not been reached. */
export const isGathering = (topic: Topic, now: number): boolean =>
  topic.petition != null && topic.petition.reachedAt === null && askable(topic, now).includes(topic.petition.asks)
/** Enough have signed, and what they want is not done yet. */
export const isOwed = (topic: Pick<Topic, 'petition'>): boolean =>
  topic.petition != null && topic.petition.reachedAt !== null && topic.petition.servedAt === null
/** A new one may begin: none gathers names, none waits to be served. */
export const mayBegin = (topic: Topic, now: number): boolean => !isGathering(topic, now) && !isOwed(topic) && askable(topic, now).length > 0

const rules = {
  village: {
    assembly: ['PETITION_VA', 'PETITION_VA_BY_REPS'],
    representatives: ['PETITION_VRA'],
    reopening: ['PETITION_VA', 'PETITION_VRA'],
  },
  community: {
    assembly: ['PETITION_RA', 'PETITION_RA_BY_HOUSEHOLDS', 'PETITION_RA_BY_REPS'],
    representatives: ['PETITION_RRA'],
    reopening: ['PETITION_RA', 'PETITION_RRA'],
  },
} as const

/** The thresholds of the law of the topic's opening day; any one of them is enough. */
export function thresholds(topic: Topic, asks: Asked): readonly PetitionRule[] {
  const set = rulesOf(topic)
  return rules[ruleSets[set].kind][asks].map(id => ruleIn(set, id)).filter(isPetition)
}

const unitOf = (rule: PetitionRule): SigningUnit => {
  const { unit } = bodyNames[rule.id]
  return unit === 'household' || unit === 'representative' ? unit : 'person'
}

export interface Standing extends PetitionJudgement {
  readonly label: string
  readonly unit: SigningUnit
  readonly signed: number
  readonly of: number
}
/** Each threshold with its count and arithmetic. */
export const standings = (topic: Topic, petition: Pick<JointPetition, 'asks' | 'of'>, signed: Heads): readonly Standing[] =>
  thresholds(topic, petition.asks).map(rule => {
    const unit = unitOf(rule)
    return {
      ...judgePetition(rule, petition.of[unit], signed[unit]),
      label: bodyNames[rule.id].name,
      unit,
      signed: signed[unit],
      of: petition.of[unit],
    }
  })

/** As what a person counts: villagers (in a community, residents) of eighteen, representatives, household representatives. */
export function countsAs(person: Person, kind: 'village' | 'community', now: number): Record<SigningUnit, boolean> {
  const grown = isOfAge(person, 18, dayOf(now))
  return {
    person: grown && has(person, kind === 'village' ? 'villager' : 'resident'),
    representative: grown && has(person, 'representative'),
    household: grown && has(person, 'household_representative'),
  }
}

/** Whether this person's name counts toward any threshold of what is asked. */
export const maySign = (topic: Topic, asks: Asked, person: Person, now: number): boolean => {
  const as = countsAs(person, ruleSets[rulesOf(topic)].kind, now)
  return thresholds(topic, asks).some(rule => as[unitOf(rule)])
}
