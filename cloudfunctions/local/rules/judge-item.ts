import { checkComposition, isComposed, malformedMakeUp } from '@/domain/law/composition'
import { judge, malformed } from '@/domain/law/judge'
import { isRuleId, type RuleId } from '@/domain/law/names'
import { judgePetition, malformedPetition } from '@/domain/law/petitions'
import type { Rule } from '@/domain/law/rule'
import { isPetition, isVote, newestRuleSet, ruleIn } from '@/domain/law/rule-sets'
import { addDays, earliestMeeting, isDay, postingEnds, type RestDays } from '@/domain/ground/calendar'

type Item = Readonly<Record<string, unknown>>
type Answer = Readonly<Record<string, unknown>>
/** What was asked cannot be judged; `message` says why in words. */
class Malformed extends Error {}

const kinds = ['rule', 'posting', 'notice', 'petition', 'body'] as const
const mostDays = 3650
/** The years for which rest days are known or follow from the law; a day outside them is refused. */
const firstDay = '2000-01-01',
  lastDay = '2099-12-31'

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Judges one item by the newest rules and the official calendar. Whatever is wrong with it is its own answer; nothing is thrown. */
export function judgeItem(item: unknown, isRestDay: RestDays): Answer {
  const id = isItem(item) && (typeof item.id === 'string' || typeof item.id === 'number') ? item.id : null
  try {
    return { id, ...judged(item, isRestDay) }
  } catch (error) {
    if (error instanceof Malformed) return { id, error: error.message }
    throw error
  }
}

function judged(item: unknown, isRestDay: RestDays): Answer {
  if (!isItem(item)) throw new Malformed('每一项要是一个对象')
  const asked = kinds.filter(kind => Object.hasOwn(item, kind))
  const [kind] = asked
  if (!kind) throw new Malformed(`没有写要判什么：要有 ${kinds.join('、')} 里的一个`)
  if (asked.length > 1) throw new Malformed(`一项只能判一件事，这里有 ${asked.join('、')}`)
  switch (kind) {
    case 'rule':
      return vote(item)
    case 'petition':
      return petition(item)
    case 'body':
      return body(item)
    case 'posting':
      return posting(item.posting, isRestDay)
    case 'notice':
      return notice(item.notice)
  }
}

function vote(item: Item): Answer {
  const rule = row(item.rule)
  if (!isVote(rule))
    throw new Malformed(rule.kind === 'petition' ? `${rule.id} 是联名提议，请用 petition` : `${rule.id} 只数意见，不作决定`)
  const count = { N: number(item, 'N'), P: number(item, 'P'), Y: number(item, 'Y') }
  fits(malformed(count))
  const { outcome, explain } = judge(rule, count)
  return { outcome, explain: explain.join('；') }
}

function petition(item: Item): Answer {
  const rule = row(item.petition)
  if (!isPetition(rule)) throw new Malformed(`${rule.id} 不是联名提议`)
  const of = number(item, 'of'),
    signed = number(item, 'signed')
  fits(malformedPetition(of, signed))
  const { reached, needs } = judgePetition(rule, of, signed)
  return { reached, needs }
}

function body(item: Item): Answer {
  const { body: id } = item
  if (typeof id !== 'string' || !isComposed(id)) throw new Malformed(`不认识这个会：${shown(id)}`)
  const representatives = optional(item, 'representatives'),
    womenRepresentatives = optional(item, 'womenRepresentatives')
  // A members' representative assembly is made of its representatives alone: either figure is its size.
  const members = id === 'CMRA' ? (optional(item, 'members') ?? representatives) : number(item, 'members')
  if (members === undefined) throw new Malformed('缺少 representatives')
  const makeUp = { members, representatives: id === 'CMRA' ? (representatives ?? members) : representatives, womenRepresentatives }
  fits(malformedMakeUp(makeUp))
  const judgement = checkComposition(id, makeUp)
  if ('missing' in judgement) throw new Malformed(`缺少 ${judgement.missing}`)
  return { ...judgement }
}

function posting(given: unknown, isRestDay: RestDays): Answer {
  const { on, days } = period(given)
  if (on < firstDay || addDays(on, days) > lastDay)
    throw new Malformed(`只能算 ${firstDay.slice(0, 4)} 年到 ${lastDay.slice(0, 4)} 年的日子`)
  const endsOn = postingEnds(on, days, isRestDay)
  return { endsOn }
}

function notice(given: unknown): Answer {
  const { on, days } = period(given)
  const earliest = earliestMeeting(on, days)
  if (!isDay(earliest)) throw new Malformed(`算不到这一天：${on} 后 ${days} 天`)
  return { earliest }
}

function period(given: unknown): { readonly on: string; readonly days: number } {
  if (!isItem(given)) throw new Malformed('要写 {"on","days"}')
  const { on } = given
  if (typeof on !== 'string' || !isDay(on)) throw new Malformed(`没有这一天：${shown(on)}`)
  const days = number(given, 'days')
  if (!Number.isInteger(days) || days < 1 || days > mostDays) throw new Malformed(`days 要是 1 到 ${mostDays} 的整数`)
  return { on, days }
}

/** The row of today's law, in a village or else in a community. */
function row(id: unknown): Rule {
  if (typeof id !== 'string' || !isRuleId(id)) throw new Malformed(`不认识这条规则：${shown(id)}`)
  const rule = found(id)
  if (!rule) throw new Malformed(`现行规则里没有 ${id}`)
  return rule
}
const found = (id: RuleId): Rule | undefined => ruleIn(newestRuleSet('village'), id) ?? ruleIn(newestRuleSet('community'), id)

function number(item: Item, name: string): number {
  const value = optional(item, name)
  if (value === undefined) throw new Malformed(`缺少 ${name}`)
  return value
}

function optional(item: Item, name: string): number | undefined {
  if (!Object.hasOwn(item, name)) return undefined
  const value = item[name]
  if (typeof value !== 'number') throw new Malformed(`${name} 要是数字，不能是 ${shown(value)}`)
  return value
}

function fits(fault: string | null): void {
  if (fault !== null) throw new Malformed(fault)
}

const shown = (value: unknown): string => (JSON.stringify(value) ?? '没有写').slice(0, 60)
