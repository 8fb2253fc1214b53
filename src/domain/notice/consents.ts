import type { TemplateKey } from './templates'

/** What one person lets WeChat bring them on one template. */
export interface Consent {
  /** `personId:template`. */
  readonly id: string
  readonly orgId: string
  readonly personId: string
  readonly template: TemplateKey
  /** One-time accepts not yet used. */
  readonly left: number
  readonly longTerm: boolean
  readonly lastAskedAt: number
  readonly refusedAt: number | null
  /** What sending taught us that the phone did not say. */
  readonly learned: 'used-up' | 'banned' | null
  /** The tap last written down: sent again because the answer was lost, it is not a second accept. */
  readonly tap: string
  /** The newest accepts, oldest first: what the phone and WeChat both tell of is one. */
  readonly accepts?: readonly Accept[]
  /** The dispatch in which WeChat left the newest message unanswered: it may have gone out. */
  readonly inDoubt?: string | null
}

/** One accept, as far as it was told: by the phone (when it reached us), by WeChat (when it was given, to the second), or by both. */
export interface Accept {
  readonly tappedAt: number | null
  readonly saidAt: number | null
}

/** What WeChat says a person chose for a template; `ban` is WeChat's own doing, `filter` that two titles were alike. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'

export const consentId = (personId: string, template: TemplateKey): string => `${personId}:${template}`

/** A phone can claim no more than this, however often it says so. */
export const mostAccepts = 20

/** The phone and WeChat speak of the same accept if no more than this lies between. */
const sameAccept = 10 * 60_000
/** A word of WeChat's that comes later than this tells of an accept the phone has told long ago, and forgotten since. */
const lateWord = 60 * 60_000

type Whose = Pick<Consent, 'id' | 'orgId' | 'personId' | 'template'>
const never = (whose: Whose): Consent => ({ ...whose, left: 0, longTerm: false, lastAskedAt: 0, refusedAt: null, learned: null, tap: '' })

/**
 * Writes a tap down: an accept is one message more, or where the village's template is a lasting one, an open door until it is taken back.
 */
export function afterTap(
  before: Consent | undefined,
  { id, orgId, personId, template }: Whose,
  answer: ConsentAnswer,
  tap: string,
  at: number,
  lasting = false,
): Consent {
  if (before?.tap === tap) return before
  const asked: Consent = { ...(before ?? never({ id, orgId, personId, template })), lastAskedAt: at, tap }
  if (answer === 'filter') return asked
  if (answer !== 'accept') return { ...asked, longTerm: false, refusedAt: at, learned: answer === 'ban' ? 'banned' : asked.learned }
  const told = asked.accepts?.find(({ tappedAt, saidAt }) => tappedAt === null && saidAt !== null && Math.abs(at - saidAt) <= sameAccept)
  return counted(asked, told, { tappedAt: at, saidAt: told?.saidAt ?? null }, lasting)
}

/**
 * What WeChat itself says was answered when it asked, at `saidAt`. Told of before by the phone, or by WeChat, it changes nothing; older
 * than a later answer, neither.
 */
export function afterWord(
  before: Consent | undefined,
  whose: Whose,
  answer: 'accept' | 'reject',
  { saidAt, now, lasting }: { readonly saidAt: number; readonly now: number; readonly lasting: boolean },
): Consent {
  const asked = before ?? never(whose)
  if ((asked.refusedAt ?? 0) >= saidAt) return asked
  if (answer === 'reject')
    return lastAccept(asked) > saidAt
      ? asked
      : { ...asked, lastAskedAt: Math.max(asked.lastAskedAt, saidAt), longTerm: false, refusedAt: saidAt }
  if (now - saidAt > lateWord || asked.accepts?.some(one => one.saidAt === saidAt)) return asked
  const tapped = asked.accepts?.find(one => one.saidAt === null && one.tappedAt !== null && Math.abs(one.tappedAt - saidAt) <= sameAccept)
  return {
    ...counted(asked, tapped, { tappedAt: tapped?.tappedAt ?? null, saidAt }, lasting),
    lastAskedAt: Math.max(asked.lastAskedAt, saidAt),
  }
}

/** Switched off in WeChat's own settings: what was accepted before brings nothing any more, until there is a new accept. */
export function afterSwitchOff(before: Consent | undefined, whose: Whose, saidAt: number): Consent {
  const asked = before ?? never(whose)
  if ((asked.refusedAt ?? 0) >= saidAt || lastAccept(asked) > saidAt) return asked
  return { ...asked, left: 0, longTerm: false, refusedAt: saidAt }
}

/** An accept written down; where the other side told of it before, it is the same one and counts no more. */
function counted(consent: Consent, same: Accept | undefined, accept: Accept, lasting: boolean): Consent {
  const accepts = same
    ? (consent.accepts ?? []).map(one => (one === same ? accept : one))
    : [...(consent.accepts ?? []), accept].slice(-mostAccepts)
  if (same) return { ...consent, accepts }
  return {
    ...consent,
    left: lasting ? consent.left : Math.min(mostAccepts, consent.left + 1),
    longTerm: lasting,
    refusedAt: null,
    learned: null,
    accepts,
  }
}

const lastAccept = ({ accepts = [] }: Consent): number => Math.max(0, ...accepts.map(one => one.tappedAt ?? one.saidAt ?? 0))

/** WeChat's numbers for a message that had no accept to go out on, said at once or afterwards. */
export const refusedFor: Readonly<Record<number, 'no-quota' | 'banned'>> = { 43101: 'no-quota', 43107: 'banned' }

/** What is left after a message went out, or WeChat would not take it. */
export function afterPush(before: Consent, outcome: 'sent' | 'no-quota' | 'banned'): Consent {
  if (outcome === 'sent') return { ...before, inDoubt: null, left: before.longTerm ? before.left : Math.max(0, before.left - 1) }
  return { ...before, left: 0, longTerm: false, learned: outcome === 'banned' ? 'banned' : 'used-up' }
}

/** WeChat says afterwards, at `saidAt`, that a message found no accept. One given since is not touched by it. */
export const afterLateRefusal = (before: Consent, outcome: 'no-quota' | 'banned', saidAt: number): Consent =>
  lastAccept(before) > saidAt ? { ...before, inDoubt: null } : { ...afterPush(before, outcome), inDoubt: null }
