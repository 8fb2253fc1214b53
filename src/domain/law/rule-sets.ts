import type { Day } from '../ground/calendar'
import type { ArticleId } from './articles'
import type { RuleId } from './names'
import { collective2025, land } from './pack-collective'
import { community2018, community2026 } from './pack-community'
import { custom2022, villageCustom2018, villageCustom2026 } from './pack-custom'
import { party } from './pack-party'
import { village2018, village2026 } from './pack-village'
import type { Notice, Pack, PetitionRule, Rule, VoteRule } from './rule'

export type OrgKind = 'village' | 'community'

/** What is in force for one kind of place over a stretch of days, both ends counted; `until` null: still. */
export interface RuleSet {
  readonly kind: OrgKind
  readonly from: Day
  readonly until: Day | null
  readonly name: string
  readonly packs: readonly Pack[]
  /** How long an outcome, a resolution or a result stands on the board, and the least the law allows (0: it says nothing). */
  readonly posting: { readonly days: number; readonly floor: number; readonly article: ArticleId }
}

const unwritten = { days: 15, floor: 0, article: 'custom.posting' } as const
const village15 = { days: 15, floor: 15, article: 'village.35' } as const
const community15 = { days: 15, floor: 15, article: 'community.34' } as const

/**
 * Every set that ever held, newest last for each kind. A topic keeps the id of its opening day, a motion that of its topic: old votes are
 * read by old law.
 */
// biome-ignore format: a row a line
export const ruleSets = {
  'village-2018': { kind: 'village', from: '2018-12-29', until: '2025-04-30', name: '村（2018 年村委会组织法）', packs: [village2018, villageCustom2018, party, custom2022], posting: unwritten },
  'village-2025': { kind: 'village', from: '2025-05-01', until: '2025-12-31', name: '村（集体经济组织法施行后）', packs: [village2018, villageCustom2018, collective2025, land, party, custom2022], posting: unwritten },
  'village-2026': { kind: 'village', from: '2026-01-01', until: null, name: '村（2025 年修正的村委会组织法）', packs: [village2026, villageCustom2026, collective2025, land, party, custom2022], posting: village15 },
  'community-2018': { kind: 'community', from: '2018-12-29', until: '2025-04-30', name: '社区（2018 年居委会组织法）', packs: [community2018, party, custom2022], posting: unwritten },
  'community-2025': { kind: 'community', from: '2025-05-01', until: '2025-12-31', name: '社区（集体经济组织法施行后）', packs: [community2018, collective2025, land, party, custom2022], posting: unwritten },
  'community-2026': { kind: 'community', from: '2026-01-01', until: null, name: '社区（2025 年修订的居委会组织法）', packs: [community2026, collective2025, land, party, custom2022], posting: community15 },
} as const satisfies Record<string, RuleSet>
export type RuleSetId = keyof typeof ruleSets

const ruleSetIds = Object.keys(ruleSets) as RuleSetId[]
export const isRuleSetId = (text: string): text is RuleSetId => Object.hasOwn(ruleSets, text)

/** The set in force for this kind of place on this day. What happened before our first set is read by that one. */
export function ruleSetOn(kind: OrgKind, on: Day): RuleSetId {
  const ofKind = ruleSetIds.filter(id => ruleSets[id].kind === kind)
  const inForce = ofKind.filter(id => ruleSets[id].from <= on).at(-1) ?? ofKind[0]
  if (!inForce) throw new Error(`no rules for a ${kind}`)
  return inForce
}

/** The newest set of this kind, whatever the clock says. */
export const newestRuleSet = (kind: OrgKind): RuleSetId => ruleSetOn(kind, '9999-12-31')

/** The row of a rule in a set; undefined where that set has no such body (a community before 2026 has no RRA). */
export function ruleIn(ruleSet: string, id: RuleId): Rule | undefined {
  if (!isRuleSetId(ruleSet)) return undefined
  const packs: readonly Pack[] = ruleSets[ruleSet].packs
  for (const pack of packs) for (const rule of pack) if (rule.id === id) return rule
  return undefined
}

/** For a stored row that names a set and a rule. Throws where there is no such rule: a row we wrote ourselves cannot be judged. */
export function ruleOf(ruleSet: string, id: RuleId): Rule {
  const rule = ruleIn(ruleSet, id)
  if (!rule) throw new Error(`${ruleSet} has no rule ${id}`)
  return rule
}

export const rulesIn = (ruleSet: RuleSetId): readonly Rule[] => ruleSets[ruleSet].packs.flatMap((pack: Pack) => pack)

/** The notice a rule asks for; a petition asks for none and gets a notice of no days. */
export function noticeOfRule(rule: Rule): Notice {
  if (rule.kind === 'petition') throw new Error(`${rule.id} is no meeting`)
  return rule.notice
}

export const isVote = (rule: Rule | undefined): rule is VoteRule => rule?.kind === 'vote'
export const isPetition = (rule: Rule | undefined): rule is PetitionRule => rule?.kind === 'petition'
