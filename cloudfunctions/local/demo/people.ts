import type { Org } from '@/domain/village/org'
import { has, type Person, type Role } from '@/domain/resident/people'
import { rollPlaceId, type RollPlace } from '@/domain/roll/roll'
import type { Account } from '../../tables'
import type { DemoIdentity } from '../server'
import { fullName, surname, type Sex } from './names'
import { dice, type Dice } from './random'

export const orgId = 'shifan'
const households = 2600
const villagers = 6000
const groups = 12
const committeeOfReps = 4
/** Members of the party committee beside the secretary. */
const partyCommittee = 4
const board = 5
const memberRepresentatives = 35
/** Members of the village's collective: those whose household has a share, seven in eight. */
const ofCollective = ({ householdId }: Pick<Person, 'householdId'>): boolean =>
  householdId !== null && Number(householdId.slice(-4)) % 8 !== 0

interface Soul extends Person {
  readonly sex: Sex
  readonly age: 'old' | 'middle' | 'young'
}

export interface DemoPeople {
  readonly org: Org
  readonly people: readonly Person[]
  readonly rollPlaces: readonly RollPlace[]
  readonly accounts: readonly Account[]
  readonly identities: readonly DemoIdentity[]
}

/**
 * 示范村's people: 6,000 adults in 2,600 households, who holds an office, who stands on which roll, and whose phone it is. The same every
 * time; nobody real.
 */
export function demoPeople(): DemoPeople {
  const from = dice(20_260_101)
  const { souls, heads } = families(from)
  const officers = offices(souls, from)
  const outsiders = outside(from)
  const roles = (soul: Soul): Role[] => [
    'resident',
    'villager',
    ...(heads.has(soul.id) ? ['household_representative' as const] : []),
    ...(officers.get(soul.id) ?? []),
    ...(ofCollective(soul) ? ['collective_member' as const] : []),
  ]
  const people: Person[] = [...souls.map(soul => person(soul, roles(soul))), ...outsiders]
  const accounts = phones(people, souls)
  return { org: orgOf(people), people, rollPlaces: rolls(people), accounts, identities: listed(accounts, people) }
}

const person = ({ id, name, group, householdId }: Soul, roles: readonly Role[]): Person => ({ id, orgId, name, roles, group, householdId })
const staffed: readonly Role[] = [
  'moderator',
  'recorder',
  'committee',
  'party_secretary',
  'supervisor',
  'legal_adviser',
  'town_officer',
  'special_member',
  'group_leader',
  'coordinator',
  'grid_worker',
  'party_committee',
  'collective_board',
]

const orgOf = (people: readonly Person[]): Org => ({
  id: orgId,
  name: '示范村',
  hall: '示范村议事厅',
  hallPlace: '示范村文化中心一楼',
  hallPhone: '0760-00000000（示范）',
  groups,
  demo: true,
  supportsNeeded: 5,
  officerIds: people.filter(one => has(one, ...staffed)).map(one => one.id),
  onlineVoteByLaw: '示范村村民自治章程第二十三条：村民会议、村民代表会议可以采用手机投票，效力与现场相同',
})

/** How many adults live in each household, 6,000 in all: mostly two or three, some elders alone, some three generations. */
function sizes(from: Dice): number[] {
  const usual = [1, 1, 2, 2, 2, 2, 2, 3, 3, 4]
  const drawn = Array.from({ length: households }, () => from.pick(usual))
  let over = drawn.reduce((sum, size) => sum + size, 0) - villagers
  for (let at = 0; over !== 0; at = (at + 7) % households) {
    const step = Math.sign(over)
    const size = drawn[at]! - step
    if (size >= 1 && size <= 5) {
      drawn[at] = size
      over -= step
    }
  }
  return drawn
}

/** Each household with its generations; its head votes for it. */
function families(from: Dice): { readonly souls: readonly Soul[]; readonly heads: ReadonlySet<string> } {
  const souls: Soul[] = []
  const heads = new Set<string>()
  sizes(from).forEach((size, at) => {
    const householdId = `${orgId}-h${String(at + 1).padStart(4, '0')}`
    const group = groupOf(at)
    const family = surname(from)
    const elders = from.below(100) < (size === 1 ? 55 : 30)
    for (let n = 0; n < size; n += 1) {
      const married = n === 1
      const sex: Sex =
        n === 0
          ? from.below(100) < 70
            ? 'man'
            : 'woman'
          : married
            ? souls.at(-1)!.sex === 'man'
              ? 'woman'
              : 'man'
            : from.pick(['man', 'woman'])
      const age: Soul['age'] = n < 2 ? (elders ? 'old' : 'middle') : elders ? from.pick(['middle', 'young']) : 'young'
      const soul: Soul = {
        id: `${orgId}-p${String(souls.length + 1).padStart(4, '0')}`,
        orgId,
        name: fullName(from, sex, age, married ? surname(from) : family),
        roles: [],
        group,
        householdId,
        sex,
        age,
      }
      if (n === 0) heads.add(soul.id)
      souls.push(soul)
    }
  })
  return { souls, heads }
}

/** The groups are not equally large: the old centre has more households than the ones by the dyke. */
const shares = [300, 290, 280, 270, 260, 250, 240, 220, 190, 140, 100, 60]
function groupOf(household: number): number {
  let upTo = 0
  return shares.findIndex(share => household < (upTo += share)) + 1
}

/**
 * Who holds what. No household has two offices, so nobody supervises a relative; at least a third of the representatives are women
 * (组织法第三十条).
 */
function offices(souls: readonly Soul[], from: Dice): ReadonlyMap<string, readonly Role[]> {
  const held = new Map<string, Role[]>()
  const taken = new Set<string>()
  const free = (fits: (soul: Soul) => boolean) =>
    souls.filter(soul => soul.age !== 'young' && !taken.has(soul.householdId ?? '') && fits(soul))
  const appoint = (n: number, roles: readonly Role[], fits: (soul: Soul) => boolean = () => true) => {
    for (const soul of from.some(free(fits), n)) {
      held.set(soul.id, [...roles])
      taken.add(soul.householdId ?? '')
    }
  }
  const middle = (soul: Soul) => soul.age === 'middle'
  appoint(committeeOfReps - 1, ['committee', 'representative'], soul => middle(soul) && soul.sex === 'man')
  appoint(1, ['committee', 'representative'], soul => middle(soul) && soul.sex === 'woman')
  appoint(1, ['committee'], soul => middle(soul) && soul.sex === 'woman')
  appoint(2, ['committee'], middle)
  appoint(1, ['party_secretary'], middle)
  appoint(5, ['supervisor'], middle)
  appoint(2, ['moderator'], middle)
  appoint(2, ['recorder'], middle)
  for (let group = 1; group <= groups; group += 1) {
    const here = (soul: Soul) => soul.group === group
    appoint(1, ['group_leader', ...(group <= 6 ? ['representative' as const] : [])], here)
    appoint(1, ['grid_worker'], here)
    // 65 of the 75 representatives; four sit on the committee, six lead a group.
    const seats = group <= 3 ? 6 : group < groups ? 5 : 7
    appoint(Math.ceil(seats / 2), ['representative'], soul => here(soul) && soul.sex === 'woman')
    appoint(Math.floor(seats / 2), ['representative'], soul => here(soul) && soul.sex === 'man')
  }
  appoint(8, ['coordinator'])
  // Drawn with dice of their own: with the first dice, everybody drawn after them would become somebody else.
  const later = dice(20_260_102)
  const appointLater = (n: number, role: Role, fits: (soul: Soul) => boolean) => {
    for (const soul of later.some(free(fits), n)) {
      held.set(soul.id, [role])
      taken.add(soul.householdId ?? '')
    }
  }
  appointLater(partyCommittee, 'party_committee', middle)
  appointLater(board, 'collective_board', soul => middle(soul) && ofCollective(soul))
  // The collective's own representatives: here some of the village's, chosen by its members; another roll all the same.
  for (const soul of souls
    .filter(one => ofCollective(one) && held.get(one.id)?.length === 1 && held.get(one.id)?.[0] === 'representative')
    .slice(0, memberRepresentatives))
    held.set(soul.id, ['representative', 'collective_representative'])
  return held
}

/** Who lives here without belonging to a group: workers from elsewhere, and who comes for an office. */
function outside(from: Dice): Person[] {
  const sexes: readonly Sex[] = ['man', 'woman', 'woman', 'man', 'man', 'woman', 'man', 'man', 'woman', 'man', 'woman', 'man']
  const families = ['覃', '龙', '田', '石', '向', '唐', '彭', '蒋', '秦', '韦', '吕', '熊']
  const migrants = sexes.map(
    (sex, n): Person => ({
      id: `${orgId}-m${String(n + 1).padStart(2, '0')}`,
      orgId,
      name: fullName(from, sex, n % 2 === 0 ? 'young' : 'middle', families[n]),
      group: 0,
      householdId: null,
      roles: ['resident', 'migrant', ...(n < 3 ? (['special_member', 'coordinator'] as const) : [])],
    }),
  )
  const guest = (id: string, roles: readonly Role[], sex: Sex): Person => ({
    id: `${orgId}-${id}`,
    orgId,
    name: fullName(from, sex, 'middle'),
    roles,
    group: 0,
    householdId: null,
  })
  return [
    ...migrants,
    guest('adviser', ['legal_adviser'], 'woman'),
    guest('town', ['town_officer'], 'man'),
    guest('nobody', ['resident'], 'woman'),
  ]
}

/** Rolls since long ago: every later vote finds them standing. */
function rolls(people: readonly Person[]): RollPlace[] {
  const place = (body: RollPlace['body'], unitId: string, personId: string): RollPlace => ({
    id: rollPlaceId(orgId, body, personId),
    orgId,
    body,
    unitId,
    personId,
    since: 0,
    until: null,
  })
  return people.flatMap(one => [
    ...(has(one, 'representative', 'committee') ? [place('VRA', one.id, one.id)] : []),
    ...(has(one, 'household_representative') && one.householdId ? [place('VA_HOUSEHOLD', one.householdId, one.id)] : []),
    ...(has(one, 'villager') ? [place('VA_PERSON', one.id, one.id)] : []),
    ...(has(one, 'committee') ? [place('VC_MTG', one.id, one.id)] : []),
    ...(has(one, 'collective_member') ? [place('CMA', one.id, one.id)] : []),
    ...(has(one, 'collective_representative') ? [place('CMRA', one.id, one.id)] : []),
    ...(has(one, 'collective_board') ? [place('CB', one.id, one.id)] : []),
  ])
}

const notes = {
  resident: '普通村民，提议题、附议、留言、评价',
  elder: '独居老人，也是一户的户代表，适合看长辈版',
  household: '户代表，户代表会议上代表全家投一票',
  representative: '村民代表，村民代表会议上投票',
  moderator: '议事厅主持人，受理议题、安排和主持议事会、写结论',
  recorder: '记录员，替没带手机的人签到、记会议、计票',
  special: '特别委员，收集异地务工人员的意见',
  committee: '村委会成员，审定分类、落实、报进展',
  secretary: '村党组织书记，审定分类',
  supervisor: '村务监督委员会成员，第二把钥匙、答复异议',
  supervisor2: '另一位村务监督委员会成员',
  moderator2: '另一位议事厅主持人',
  party: '村党组织委员，记录党组织提议和党员大会',
  board: '集体理事会成员，集体的大事发会议通知、报进展',
  adviser: '驻村法律顾问，审核方案合不合法，不投票',
  town: '镇街干部，收报告、提建议、必要时叫停',
  leader: '村民小组长，报进展、计票',
  grid: '网格员，打电话、上门告知没看到通知的人',
  migrant: '异地务工人员，住在村里、户口不在',
  nobody: '刚搬来的居民，可以提议题，不在任何一次表决的名册上',
  guest: '没有登记的访客，只能看',
} as const
type Named = keyof typeof notes

/** Whose phones they are. `demo-rep-N` and `demo-res-N` are the people of the village's story, and not on the list. */
function phones(people: readonly Person[], souls: readonly Soul[]): Account[] {
  const used = new Set<string>()
  const ages = new Map(souls.map(({ id, age }) => [id, age]))
  const company = new Map<string | null, number>()
  for (const { householdId } of souls) company.set(householdId, (company.get(householdId) ?? 0) + 1)
  const take = (fits: (one: Person) => boolean, n = 1): Person[] => {
    const found = people.filter(one => !used.has(one.id) && fits(one)).slice(0, n)
    for (const one of found) used.add(one.id)
    return found
  }
  const holding = (role: Role) => (one: Person) => has(one, role)
  const rolesBut = ({ roles }: Person) => roles.filter(role => role !== 'collective_member').length
  const plain = (one: Person) => rolesBut(one) === 2
  const wanted: readonly (readonly [Exclude<Named, 'guest'>, (one: Person) => boolean])[] = [
    ['resident', one => plain(one) && ages.get(one.id) === 'middle'],
    [
      'elder',
      one =>
        rolesBut(one) === 3 && has(one, 'household_representative') && ages.get(one.id) === 'old' && company.get(one.householdId) === 1,
    ],
    ['household', one => rolesBut(one) === 3 && has(one, 'household_representative') && ages.get(one.id) === 'middle'],
    ['committee', holding('committee')],
    ['representative', one => has(one, 'representative') && !has(one, 'committee', 'group_leader')],
    ['moderator', holding('moderator')],
    ['moderator2', holding('moderator')],
    ['recorder', holding('recorder')],
    ['special', holding('special_member')],
    ['secretary', holding('party_secretary')],
    ['supervisor', holding('supervisor')],
    ['supervisor2', holding('supervisor')],
    ['party', holding('party_committee')],
    ['board', holding('collective_board')],
    ['adviser', holding('legal_adviser')],
    ['town', holding('town_officer')],
    ['leader', holding('group_leader')],
    ['grid', holding('grid_worker')],
    ['migrant', one => has(one, 'migrant') && !has(one, 'special_member')],
    ['nobody', one => one.id === `${orgId}-nobody`],
  ]
  const named = wanted.flatMap(([id, fits]) => take(fits).map(one => ({ id, one })))
  const electors = take(one => has(one, 'representative', 'committee'), 75).map((one, n) => ({ id: `demo-rep-${n + 1}`, one }))
  const residents = spread(take(plain, 900), 60).map((one, n) => ({ id: `demo-res-${n + 1}`, one }))
  const rest: readonly (readonly [string, Role])[] = [
    ['demo-special', 'special_member'],
    ['demo-recorder', 'recorder'],
    ['demo-supervisor', 'supervisor'],
    ['demo-migrant', 'migrant'],
    ['demo-leader', 'group_leader'],
  ]
  const others = rest.flatMap(([id, role]) => take(one => has(one, role), 12).map((one, n) => ({ id: `${id}-${n + 1}`, one })))
  return [...named, ...electors, ...residents, ...others].map(({ id, one }) => ({ id, orgId, personId: one.id }))
}

const spread = <T>(from: readonly T[], n: number): T[] => Array.from({ length: n }, (_, at) => from[Math.floor((at * from.length) / n)]!)

function listed(accounts: readonly Account[], people: readonly Person[]): DemoIdentity[] {
  const byId = new Map(people.map(one => [one.id, one]))
  return (Object.keys(notes) as Named[]).map(id => {
    const one = byId.get(accounts.find(account => account.id === id)?.personId ?? '')
    return { id, name: one?.name ?? '访客', roles: one ? [...one.roles] : [], note: notes[id] }
  })
}
