import type { VoteRule } from './rule'

/** One of the two people of a proxy, as the collective's roll has them. */
export interface ProxySide {
  readonly id: string
  readonly householdId: string | null
  /** On the roll of this collective. */
  readonly member: boolean
  /** 完全民事行为能力: an adult with capacity, or sixteen and living on own labour. */
  readonly capable: boolean
}

export interface Proxy {
  readonly principal: ProxySide
  readonly agent: ProxySide
  readonly meetingId: string
  /** The written form was seen and kept. */
  readonly written: boolean
  /** The principal was identified. */
  readonly verified: boolean
  readonly revoked: boolean
}

/** The book's E_PROXY_INVALID, with the reason in words. */
export type ProxyJudgement = { readonly ok: true } | { readonly ok: false; readonly refusal: 'proxy-invalid'; readonly why: string }

const invalid = (why: string): ProxyJudgement => ({ ok: false, refusal: 'proxy-invalid', why })

/**
 * Whether one may vote for another at this meeting. Only the members' assembly knows it: in writing, within one household (农村集体经济组织法第二十七条).
 */
export function checkProxy({ proxy: rule }: Pick<VoteRule, 'proxy'>, proxy: Proxy, meetingId: string): ProxyJudgement {
  const { principal, agent } = proxy
  if (rule.kind !== 'same-household') return invalid('这个会不能请人代投')
  if (principal.id === agent.id) return invalid('不能自己委托自己')
  if (proxy.meetingId !== meetingId) return invalid('委托书写的不是这次会')
  if (!proxy.written) return invalid('要有书面委托')
  if (!proxy.verified) return invalid('还没有核实委托人')
  if (proxy.revoked) return invalid('委托已经撤回')
  if (!principal.member || !principal.capable) return invalid('委托人不在表决名册上')
  if (!agent.member || !agent.capable) return invalid('受委托的人要是能自己作主的成员')
  if (principal.householdId === null || principal.householdId !== agent.householdId)
    return invalid('只能委托同一户的成员，邻居、亲戚都不行')
  return { ok: true }
}
