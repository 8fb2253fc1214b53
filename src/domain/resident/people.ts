import type { Day } from '../ground/calendar'

/** What a person may be in the village; one person is usually several. 「resident」 is every verified person who lives here. */
export type Role =
  | 'resident'
  | 'villager'
  | 'migrant'
  | 'household_representative'
  | 'representative'
  | 'special_member'
  | 'coordinator'
  | 'group_leader'
  | 'moderator'
  | 'recorder'
  | 'committee'
  | 'party_secretary'
  | 'party_committee'
  | 'supervisor'
  | 'legal_adviser'
  | 'grid_worker'
  | 'town_officer'
  | 'collective_member'
  | 'collective_representative'
  | 'collective_board'
  | 'collective_supervisor'

export const roleNames: Record<Role, string> = {
  resident: '居民',
  villager: '村民',
  migrant: '异地务工人员',
  household_representative: '户代表',
  representative: '村民代表',
  special_member: '特别委员',
  coordinator: '协调委员',
  group_leader: '村民小组长',
  moderator: '议事厅主持人',
  recorder: '记录员',
  committee: '村委会',
  party_secretary: '村党组织书记',
  party_committee: '村党组织委员',
  supervisor: '村务监督委员会',
  legal_adviser: '法律顾问',
  grid_worker: '网格员',
  town_officer: '镇街',
  collective_member: '集体成员',
  collective_representative: '集体成员代表',
  collective_board: '集体理事会',
  collective_supervisor: '集体监事会',
}

export interface Person {
  readonly id: string
  readonly orgId: string
  readonly name: string
  readonly roles: readonly Role[]
  /** 村民小组 1 to 12; 0 for who belongs to none. */
  readonly group: number
  readonly householdId: string | null
  /** Stands beside the masked name under what one says, never in its place. */
  readonly nickname?: string
  /** A picture of herself, by its row among the photos; seen by others once it passed. */
  readonly avatarId?: string
  /** The day a person turns eighteen, kept of who was younger when registered; of everybody else no age is kept at all. */
  readonly adultFrom?: Day
  /**
   * Of who closed their account and stands on a statutory roll: the name as the roll has it, shown where that vote is shown and nowhere
   * else.
   */
  readonly rollName?: string
}

/** Old enough on this day: sixteen to speak, eighteen to vote (procedures §6.4). */
export function isOfAge(person: Pick<Person, 'adultFrom'>, years: number, on: Day): boolean {
  if (person.adultFrom === undefined) return true
  const [year, ...monthAndDay] = person.adultFrom.split('-')
  return on >= [Number(year) - (18 - years), ...monthAndDay].join('-')
}

export const has = (person: Person, ...roles: readonly Role[]): boolean => roles.some(role => person.roles.includes(role))

export const staff: readonly Role[] = [
  'moderator',
  'recorder',
  'committee',
  'party_secretary',
  'party_committee',
  'supervisor',
  'town_officer',
  'collective_board',
]
/** Who runs the procedure and may see what is not yet public. */
export const isStaff = (person: Person): boolean => has(person, ...staff)

/** 「张*」: a neighbour knows, a stranger does not (procedures §6.2). */
export const masked = (name: string): string => (name === closedName ? name : `${[...name][0] ?? ''}*`)

/** The one character drawn where there is no picture: of the name where a name shows, else plainly 「民」. */
export const initial = (name: string | null): string => (name === null || name === closedName ? '民' : ([...name][0] ?? '民'))

/** Stands where the name of who closed their account stood. */
export const closedName = '一位已注销的居民'

const withoutOffice: readonly Role[] = [
  'resident',
  'villager',
  'migrant',
  'household_representative',
  'representative',
  'collective_member',
  'collective_representative',
]
/** Whoever the village's steps and second keys wait for: they hand over before they go. */
export const holdsOffice = (person: Person): boolean => person.roles.some(role => !withoutOffice.includes(role))

/** Who acts for the village is named in full, with the office: the act is public. */
export function officeName(person: Person): string {
  const office = person.roles.find(role => staff.includes(role) || role === 'special_member' || role === 'legal_adviser')
  return office ? `${person.name}（${roleNames[office]}）` : masked(person.name)
}
