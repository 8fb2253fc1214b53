import { isDay, type Day } from '../ground/calendar'
import { grant, refuse, type Decision } from '../ground/decision'
import { isDelegable, type MatterCode } from './matters'

export const delegationForms = { meeting: '村民会议决定', written_survey: '书面征求意见', charter: '章程写明' } as const

/**
 * 授权: an assembly lets its representatives decide named matters for a stated time. Without a live one they may decide none of them
 * (procedures §0.2-8).
 */
export interface Delegation {
  readonly from: 'VA' | 'RA'
  readonly to: 'VRA' | 'RRA'
  readonly codes: readonly MatterCode[]
  /** Both days counted. */
  readonly validFrom: Day
  readonly validTo: Day
  /** The decision, or the article of the by-laws, that gave it. */
  readonly grantedBy: string
  readonly form: keyof typeof delegationForms
}

export type DelegationRefusal =
  | 'delegation-without-matters'
  | 'matter-not-delegable'
  | 'delegation-without-term'
  | 'delegation-without-ground'
  | 'delegation-between-strangers'

/** Whether an authorisation may be recorded: it names its matters and its term, and none that the law leaves to the assembly alone. */
export function checkDelegation(given: Delegation): Decision<Delegation, DelegationRefusal> {
  const { from, to, codes, validFrom, validTo, grantedBy } = given
  if ((from === 'VA') !== (to === 'VRA')) return refuse('delegation-between-strangers')
  if (codes.length === 0) return refuse('delegation-without-matters')
  if (!codes.every(isDelegable)) return refuse('matter-not-delegable')
  if (!isDay(validFrom) || !isDay(validTo) || validTo < validFrom) return refuse('delegation-without-term')
  if (grantedBy.trim() === '') return refuse('delegation-without-ground')
  return grant({ ...given, codes: [...new Set(codes)] })
}

/** Whether it covers this matter on this day. */
export const isLive = ({ codes, validFrom, validTo }: Delegation, code: MatterCode, on: Day): boolean =>
  codes.includes(code) && validFrom <= on && on <= validTo
