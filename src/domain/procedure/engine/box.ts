import { castNumbers, type CountedVote } from '../../vote/meeting/counted-vote'
import type { Result } from '../../vote/motions'
import type { Topic } from '../../topic/topic'
import { fieldOf, type FieldName } from '../fields'
import type { Evidence } from '../evidence'
import type { Facts } from './facts'

const told = ['presentHall', 'presentOnline', 'presentProxy'] as const
/**
 * The settled vote in the words of the meeting's evidence. Who came after the vote began are those the host had not counted when opening
 * it.
 */
export function countedVote(motionId: string, { dossier }: Pick<Topic, 'dossier'>, result: Result): CountedVote {
  const before = told.reduce((sum, name) => sum + (typeof dossier[name] === 'number' ? dossier[name] : 0), 0)
  return {
    motionId,
    lateArrivals: Math.max(0, result.present - before),
    votesYes: result.for,
    votesNo: result.against,
    votesAbstain: result.abstain,
    votesInvalid: result.invalid ?? 0,
    votesUnreturned: result.unreturned ?? 0,
  }
}

/** The first number of the form that differs from the counted ballot box, in words; null where none does, or where no box was counted. */
export function unlikeTheBox({ counted }: Pick<Topic, 'counted'>, evidence: Evidence): string | null {
  const wrong = counted ? castNumbers.find(name => evidence[name] !== undefined && evidence[name] !== counted[name]) : undefined
  return counted && wrong ? `“${fieldOf(wrong).label}”票箱里数出来是 ${counted[wrong]}，要照这个填` : null
}

/** In words, where the form says more present than have checked in; null where it does not, or where the meeting has no ballot box. */
export function beyondCheckIn({ arrived }: Pick<Facts, 'arrived'>, evidence: Evidence): string | null {
  if (!arrived) return null
  const sum = told.reduce((total, name) => total + (typeof evidence[name] === 'number' ? evidence[name] : 0), 0)
  const there = arrived.presentHall + arrived.presentOnline + arrived.presentProxy
  return sum > there ? `签到的一共 ${there}，不能填成 ${sum}。有人没签到，先替他签到` : null
}

/** What the meeting's forms are filled with beforehand: the numbers that the ballot box knows. */
export const startsFromBox = (
  { counted }: Pick<Topic, 'counted'>,
  { arrived }: Pick<Facts, 'arrived'>,
): { readonly [Name in FieldName]?: number } => ({
  ...(arrived ?? {}),
  ...(counted ? Object.fromEntries(castNumbers.map(name => [name, counted[name]])) : {}),
})
