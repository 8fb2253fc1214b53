import { spokenDay, type Day } from '../ground/calendar'
import { isLive, type Delegation } from './delegation'
import { citation } from './articles'
import { isOfCollective, matters, type MatterCode, type Right } from './matters'
import { bodyNames, type RuleId } from './names'
import { wants } from './wants'

/** What the answer depends on in this village besides the law. */
export interface PlaceFacts {
  readonly delegations: readonly Delegation[]
  /** What the collective's charter lets its representatives decide. */
  readonly charterGives: readonly MatterCode[]
  /** No collective was set up, so the village committee acts for it; its matters still need the share of all members. */
  readonly committeeActsAsCollective: boolean
}

/** `body-not-competent` is E_BODY_NOT_COMPETENT, `no-delegation` is E_NO_DELEGATION of the book. */
export type Competence =
  | { readonly ok: true; readonly right: Right }
  | { readonly ok: false; readonly refusal: 'body-not-competent' | 'no-delegation'; readonly why: string }

const assemblies = { VRA: 'VRA', FUND_VRA: 'VRA', RRA: 'RRA' } as const
const heldBy = (body: RuleId): Delegation['to'] | null => (body in assemblies ? assemblies[body as keyof typeof assemblies] : null)

/**
 * Whether this body may decide this matter on this day; asked before any count. An ordinary matter has no code and any body may take it;
 * views may be asked of anybody on anything.
 */
export function competence(body: RuleId, code: MatterCode | null, on: Day, facts: PlaceFacts): Competence {
  if (code === null || bodyNames[body].views) return { ok: true, right: 'own' }
  const { name, decidedBy, article } = matters[code]
  const source = `（${citation(article)}：${wants[article]}）`
  const right = decidedBy[body]
  const no = (refusal: 'body-not-competent' | 'no-delegation', why: string): Competence => ({ ok: false, refusal, why: `${why}${source}` })
  if (right === undefined) {
    const others = Object.keys(decidedBy)
      .map(id => bodyNames[id as RuleId].name)
      .join('、')
    const acting =
      facts.committeeActsAsCollective && isOfCollective(code)
        ? '；村委会代行村集体的事，也要按成员大会的门槛（村民委员会组织法第二十八条第四款）'
        : ''
    return no('body-not-competent', `“${name}”不能由${bodyNames[body].name}决定，要由${others}决定${acting}`)
  }
  if (right === 'charter' && !facts.charterGives.includes(code))
    return no('body-not-competent', `章程没有写明“${name}”可以由${bodyNames[body].name}决定，要由成员大会决定`)
  if (right === 'delegation' && !facts.delegations.some(one => one.to === heldBy(body) && isLive(one, code, on))) {
    return no('no-delegation', `“${name}”要先得到授权，${bodyNames[body].name}才能决定；${spokenDay(on)}没有有效的授权`)
  }
  return { ok: true, right }
}
