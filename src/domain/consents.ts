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
}

/** What WeChat says a person chose for a template; `ban` is WeChat's own doing, `filter` that two titles were alike. */
export type ConsentAnswer = 'accept' | 'reject' | 'ban' | 'filter'

export const consentId = (personId: string, template: TemplateKey): string => `${personId}:${template}`

/** A phone can claim no more than this, however often it says so. */
export const mostAccepts = 20

/** Writes a tap down: an accept is one message more, or where the village's template is a lasting one, an open door until it is taken back. */
export function afterTap(before: Consent | undefined, { id, orgId, personId, template }: Pick<Consent, 'id' | 'orgId' | 'personId' | 'template'>, answer: ConsentAnswer, tap: string, at: number, lasting = false): Consent {
  const asked = { ...(before ?? { left: 0, longTerm: false, refusedAt: null, learned: null }), id, orgId, personId, template, lastAskedAt: at, tap }
  if (before?.tap === tap) return before
  if (answer === 'filter') return asked
  if (answer !== 'accept') return { ...asked, longTerm: false, refusedAt: at, learned: answer === 'ban' ? 'banned' : asked.learned }
  return { ...asked, left: lasting ? asked.left : Math.min(mostAccepts, asked.left + 1), longTerm: lasting, refusedAt: null, learned: null }
}

/** What is left after a message went out, or WeChat would not take it. */
export function afterPush(before: Consent, outcome: 'sent' | 'no-quota' | 'banned'): Consent {
  if (outcome === 'sent') return before.longTerm ? before : { ...before, left: Math.max(0, before.left - 1) }
  return { ...before, left: 0, longTerm: false, learned: outcome === 'banned' ? 'banned' : 'used-up' }
}
