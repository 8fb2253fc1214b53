import type { BodyId } from '../law/names'
import type { OrgKind } from '../law/rule-sets'
import { has, type Person, type Role } from '../resident/people'

export type ColumnId = 'name' | 'group' | 'household' | 'represents' | 'phone' | 'born' | 'code'

export interface RollBody {
  readonly body: BodyId
  /** Whose roll it is: the committee and the collective are two legal persons with two registers (procedures §1). */
  readonly keeper: 'village' | 'collective'
  /** The kind of place that has such a body; null: both. */
  readonly kind: OrgKind | null
  /**
   * What its people are once on it, and no more once off it; null where standing on it makes nobody anything (an office is not given by a
   * list).
   */
  readonly confers: Role | null
  /** Full years one must have; 16 where who lives on own wages may be a member (procedures §6.4). */
  readonly age: 16 | 18
  readonly columns: readonly ColumnId[]
  readonly needs: readonly ColumnId[]
}

const people: readonly ColumnId[] = ['name', 'group', 'household', 'phone', 'born', 'code']
const few: readonly ColumnId[] = ['name', 'group', 'phone', 'code']

/** Every roll that is kept, each of its own: none is made from another, however alike they are (procedures §1). */
// biome-ignore format: a row a line
export const rollBodies: readonly RollBody[] = [
  { body: 'VA_PERSON', keeper: 'village', kind: 'village', confers: 'villager', age: 18, columns: people, needs: ['name', 'group'] },
  { body: 'VA_HOUSEHOLD', keeper: 'village', kind: 'village', confers: 'household_representative', age: 18, columns: ['name', 'group', 'household', 'represents', 'phone', 'born', 'code'], needs: ['name', 'group', 'household'] },
  { body: 'VRA', keeper: 'village', kind: 'village', confers: 'representative', age: 18, columns: few, needs: ['name', 'group'] },
  { body: 'VC_MTG', keeper: 'village', kind: 'village', confers: null, age: 18, columns: few, needs: ['name'] },
  { body: 'RA_PERSON', keeper: 'village', kind: 'community', confers: null, age: 18, columns: people, needs: ['name', 'group'] },
  { body: 'RA_HOUSEHOLD', keeper: 'village', kind: 'community', confers: 'household_representative', age: 18, columns: ['name', 'group', 'household', 'represents', 'phone', 'born', 'code'], needs: ['name', 'group', 'household'] },
  { body: 'RRA', keeper: 'village', kind: 'community', confers: 'representative', age: 18, columns: few, needs: ['name', 'group'] },
  { body: 'CMA', keeper: 'collective', kind: null, confers: 'collective_member', age: 16, columns: people, needs: ['name', 'group'] },
  { body: 'CMRA', keeper: 'collective', kind: null, confers: 'collective_representative', age: 18, columns: few, needs: ['name', 'group'] },
  { body: 'CB', keeper: 'collective', kind: null, confers: null, age: 18, columns: few, needs: ['name'] },
]

/** The rolls of this kind of place. */
export const rollsOf = (kind: OrgKind): readonly RollBody[] => rollBodies.filter(one => one.kind === null || one.kind === kind)
/** From which age one votes in this body: eighteen, sixteen for members who live on their own wages (procedures §6.4). */
export const votingAge = (body: BodyId): 16 | 18 => rollBodyOf(body)?.age ?? 18
export const rollBodyOf = (body: BodyId): RollBody | undefined => rollBodies.find(one => one.body === body)

/**
 * Who may lay another roll before its second key: the committee, the moderator and the recorder for the village's, the board for the
 * collective's.
 */
export const keepsRoll = (person: Person, { keeper }: RollBody): boolean =>
  keeper === 'village' ? has(person, 'committee', 'moderator') : has(person, 'collective_board')

/** Who turns the second key: the supervisors of that legal person; in a collective without any the village's. */
export const watchesRoll = (person: Person, { keeper }: RollBody): boolean =>
  keeper === 'village' ? has(person, 'supervisor') : has(person, 'collective_supervisor', 'supervisor')

/** Who decides a dispute first: one of those who answer for the roll. A supervisor decides second. */
export const answersForRoll = (person: Person, { keeper }: RollBody): boolean =>
  keeper === 'village' ? has(person, 'committee') : has(person, 'collective_board')
