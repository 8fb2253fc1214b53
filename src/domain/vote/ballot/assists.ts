import { grant, refuse, type Decision } from '../../ground/decision'
import type { Day } from '../../ground/calendar'
import type { Channel } from '../channels'
import { has, roleNames, type Person, type Role } from '../../resident/people'
import { checkText, type TextRefusal } from '../../ground/text'
import type { Topic } from '../../topic/topic'

/** Who helps somebody vote: an officer of the village, or a relative or neighbour by name. */
export type Helper =
  | { readonly kind: 'officer'; readonly personId: string }
  | { readonly kind: 'family' | 'neighbour'; readonly name: string }
export type HelperKind = Helper['kind']
export const helperKinds = ['officer', 'family', 'neighbour'] as const satisfies readonly HelperKind[]
export const helperKindNames: Record<HelperKind, string> = { officer: '村里的工作人员', family: '家里人', neighbour: '邻居、熟人' }

/**
 * That a unit was helped, and by whom, under its ballot's key (无障碍环境建设法第四十八条; procedures §6.4, E23): for the day, and never the choice.
 * A named ballot cast again with another helper keeps who helped before.
 */
export interface Assist {
  readonly id: string
  readonly orgId: string
  readonly motionId: string
  readonly helper: Helper
  readonly earlier: readonly Helper[]
  /** The way of the ballot it was with; a ballot that came in another way was not helped by it. */
  readonly channel: Channel
  readonly day: Day
}

/** What a helper may and may not, in two sentences, read to both. */
export const helpRules = ['可以读给他听、讲给他听。', '选哪一项、点“投出”，一定由本人来，不能代选。'] as const
export const helperNameLength = 20

/** Offices whose holders go from door to door or stand in the hall; who watches over the vote helps nobody with it. */
const helping: readonly Role[] = ['grid_worker', 'group_leader', 'moderator', 'recorder', 'committee']
const fewest = 12

export type HelpRefusal = 'no-such-person' | 'helper-recused'

/** Whether this officer may help this voter. Who declared an interest in the matter may not (S3); oneself is no help. */
export function mayHelp(
  officer: Person | undefined,
  voter: Pick<Person, 'id' | 'orgId'>,
  topic: Pick<Topic, 'recusedIds'>,
): Decision<Person, HelpRefusal> {
  if (!officer || officer.orgId !== voter.orgId || officer.id === voter.id || !has(officer, ...helping)) return refuse('no-such-person')
  return topic.recusedIds?.includes(officer.id) ? refuse('helper-recused') : grant(officer)
}

/** A relative's or neighbour's name, as typed: short, and a name alone. */
export const helperName = (typed: string): Decision<string, TextRefusal> => checkText(typed.replace(/\s+/g, ' '), helperNameLength)

/** Officers who may help this voter: the own group's first, then by office; so few that one finds them at a glance. */
export function helpersFor(
  officers: readonly Person[],
  voter: Pick<Person, 'id' | 'orgId' | 'group'>,
  topic: Pick<Topic, 'recusedIds'>,
): Person[] {
  const order = ['moderator', 'recorder', 'grid_worker', 'group_leader', 'committee'] as const
  const rank = (one: Person) =>
    one.group === voter.group && has(one, 'grid_worker', 'group_leader') ? -1 : order.findIndex(role => has(one, role))
  return officers
    .filter(one => mayHelp(one, voter, topic).ok)
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .slice(0, fewest)
}

const same = (a: Helper, b: Helper): boolean => keyOf(a) === keyOf(b)
const keyOf = (helper: Helper): string =>
  helper.kind === 'officer' ? `officer:${helper.personId}` : `${helper.kind}:${helper.name.normalize('NFKC').replace(/\s/g, '')}`

/** The row to keep now that this helper helps; sent again, the same row. */
export function assisted(before: Assist | undefined, now: Omit<Assist, 'earlier'>): Assist {
  if (!before) return { ...now, earlier: [] }
  if (same(before.helper, now.helper)) return before
  return { ...now, earlier: [...before.earlier.filter(one => !same(one, now.helper)), before.helper] }
}

export interface HelpGiven {
  readonly helper: Helper
  readonly units: number
}

/** How many units each helper helped, who helped most first. */
export function helpGiven(assists: readonly Assist[]): HelpGiven[] {
  const given = new Map<string, HelpGiven>()
  for (const { helper, earlier } of assists)
    for (const one of [helper, ...earlier]) given.set(keyOf(one), { helper: one, units: (given.get(keyOf(one))?.units ?? 0) + 1 })
  return [...given].sort(([a, x], [b, y]) => y.units - x.units || (a < b ? -1 : 1)).map(([, one]) => one)
}

/** Who acts for the village is named in full, with the office: the act is public. */
export function officerWords({ name, roles }: Pick<Person, 'name' | 'roles'>): string {
  const office = helping.find(role => roles.includes(role))
  return office ? `${name}（${roleNames[office]}）` : name
}

/** An officer by name and office, another as typed: for who watches over the vote. */
export const helperWords = (helper: Helper, officer: Person | undefined): string =>
  helper.kind === 'officer'
    ? officer
      ? officerWords(officer)
      : helperKindNames.officer
    : `${helper.name}（${helperKindNames[helper.kind]}）`
