import { grant, refuse, type Decision } from '../ground/decision'
import { has, isOfAge, type Person, type Role } from './people'
import type { Day } from '../ground/calendar'

/**
 * Six digits by which one person of the register ties their WeChat to it. The id is that person's, so a new code ends the one before.
 * Neither the digits nor an identity card's number is kept: the digits as a mark that only the village's secret can make again.
 */
export interface BindCode {
  readonly id: string
  readonly orgId: string
  readonly codeMark: string
  /** Who vouches that this is the person: the clerk who saw the identity card, or the household's representative. */
  readonly byId: string
  readonly how: Vouched
  readonly at: number
  readonly until: number
  /** Names that did not fit. */
  readonly wrong: number
  /** The mark of the WeChat it was used by; null: by none yet. */
  readonly usedBy: string | null
}
export type Vouched = 'desk' | 'family'

/** Why a WeChat was let go of at the desk. */
export const releaseReasons = { changed: '换了微信或手机', lost: '手机丢了', disputed: '登记错了人', asked: '本人要求' } as const
export type ReleaseReason = keyof typeof releaseReasons
export const allReleaseReasons = Object.keys(releaseReasons) as ReleaseReason[]

const minute = 60_000
/** At the desk the person stands there; a relative may be at work till tomorrow. */
export const codeHolds: Record<Vouched, number> = { desk: 10 * minute, family: 24 * 60 * minute }
/** Names that may be tried on one code of the family's. */
export const namesTried = 5
/** Codes that may be tried from one WeChat in an hour. */
export const codesTried = 10

/** Who keeps the register: looks people up, notes numbers, vouches. */
export const registerKeepers: readonly Role[] = ['moderator', 'recorder', 'committee']
const keepsRegister = (person: Person): boolean => has(person, ...registerKeepers)

/** Who may bring in the own household, and whose it is; null: nobody's. */
export const householdOf = (person: Person): string | null => (has(person, 'household_representative') ? person.householdId : null)

export interface CodeFacts {
  readonly bound: boolean
  readonly closed: boolean
  readonly on: Day
}
export type CodeRefusal = 'not-your-role' | 'no-such-person' | 'already-bound'

/**
 * Whether `by` may vouch for this person. Somebody of another household is nobody to a representative, and who is bound already, oneself
 * first of all, is not bound anew.
 */
export function mayVouch(
  how: Vouched,
  by: Person,
  person: Person | undefined,
  { bound, closed, on }: CodeFacts,
): Decision<Person, CodeRefusal> {
  const household = householdOf(by)
  if (how === 'desk' ? !keepsRegister(by) : household === null) return refuse('not-your-role')
  if (!person || closed || person.orgId !== by.orgId) return refuse('no-such-person')
  if (how === 'family' && (person.householdId !== household || !isOfAge(person, 16, on))) return refuse('no-such-person')
  return bound || person.id === by.id ? refuse('already-bound') : grant(person)
}

export interface Use {
  /** The mark of the WeChat that asks. */
  readonly by: string
  /** The name typed; only the family's codes ask for one. Null: it is only looked at. */
  readonly name: string | null
  readonly now: number
}

/**
 * Whether this code holds for this WeChat now. Used by the same one before, it is the same registration, and the answer the same. Unknown,
 * expired, used up and tried too often answer alike: who guesses learns nothing.
 */
export function useCode(
  code: BindCode | undefined,
  person: Pick<Person, 'name'> | undefined,
  { by, name, now }: Use,
): Decision<'again' | 'first', 'bind-code-wrong' | 'name-differs'> {
  if (!code || !person) return refuse('bind-code-wrong')
  if (code.usedBy !== null) return code.usedBy === by ? grant('again') : refuse('bind-code-wrong')
  if (now >= code.until || code.wrong >= namesTried) return refuse('bind-code-wrong')
  return code.how === 'family' && name !== null && bare(name) !== bare(person.name) ? refuse('name-differs') : grant('first')
}

const bare = (name: string): string => name.normalize('NFKC').replace(/[\s·•]/g, '')

/**
 * A WeChat that was a keeper's of the register, or of who vouches, is not somebody else's phone: whoever lets go of their own cannot become
 * another with it.
 */
export const isKeepersPhone = (formerly: readonly Person[], person: Pick<Person, 'id'>, vouchedById: string): boolean =>
  formerly.some(one => one.id !== person.id && (one.id === vouchedById || keepsRegister(one)))
