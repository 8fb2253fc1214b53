import { isByHousehold } from '../law/names'
import { sha256Hex } from '../ground/journal'
import { closedName, has, type Person, type Role } from '../resident/people'
import { sortedUnits, type RollPlace } from './roll'
import type { RollBody } from './roll-bodies'
import type { RollRow } from './row-check'
import type { RowWrong } from './wrongs'
import { columnNames } from './columns'

/** How a row was found to be a person; every way but the first is said before anything holds. */
export type Found = 'code' | 'household' | 'group' | 'name' | 'namesake' | 'new'
export const foundWords: Record<Found, string> = {
  code: '按名册编号',
  household: '按姓名、组、户',
  group: '按姓名和组',
  name: '只按姓名（村里只有这一位），请核对',
  namesake: '有同名的在别的户，当作另一位新加，请核对',
  new: '村里没有登记过，新加',
}
/** Found in a way that somebody should look at before it holds. */
export const isDoubtful = (how: Found | null): boolean => how === 'name' || how === 'namesake'

/** One line of what changes. */
export interface RollChange {
  readonly kind: 'added' | 'gone' | 'changed'
  readonly unitId: string
  readonly name: string
  readonly group: number
  /** Whom the unit had before, where it keeps standing under another; or the unit one stood for before. */
  readonly was: string | null
  readonly how: Found | null
}

/** What is to be done for one person, each once and for the same instant. */
export interface RollDeed {
  readonly personId: string
  /** The unit to stand for from then on; null: for none any more. */
  readonly unitId: string | null
  /** A person the village did not know. */
  readonly fresh: Person | null
  /** Where the register says otherwise and the sheet was matched by more than the name. */
  readonly group: number | null
  readonly household: string | null
  /** The row whose telephone number is kept where the register has none. */
  readonly phoneRow: number | null
  readonly line: RollChange | null
}

export interface Difference {
  readonly wrongs: readonly RowWrong[]
  readonly deeds: readonly RollDeed[]
  /** Every unit of the roll it makes. */
  readonly units: readonly string[]
  readonly added: number
  readonly gone: number
  readonly changed: number
  readonly same: number
  /** Rows that want a look (found by the name alone, or a namesake), and rows nobody was found for. */
  readonly byName: number
  readonly fresh: number
}

interface Village {
  readonly orgId: string
  readonly importId: string
  readonly people: readonly Person[]
  /** The open places of this body. */
  readonly places: readonly RollPlace[]
}

/** A household's key from what a sheet calls it: the one the register knows by that code, else a new one of this village's. */
export function householdOf(code: string, orgId: string, known: ReadonlySet<string>): string {
  const own = `${orgId}-${code}`
  return known.has(code) && !known.has(own) ? code : own
}

/** A household's code as sheets show it. */
export const householdCode = (householdId: string, orgId: string): string =>
  householdId.startsWith(`${orgId}-`) ? householdId.slice(orgId.length + 1) : householdId

/** The same person whenever the same row of the same import is looked at again. */
export const newPersonId = (importId: string, row: number): string => `n${sha256Hex(`${importId}:${row}`).slice(0, 24)}`

/**
 * What a sheet changes of a standing roll: who comes, who goes, which household is represented by another. Persons are found by the
 * export's code, else by name, group and household, else by name and group, else by the name alone where nobody else has it; where several
 * fit, the row is wrong and nobody is chosen.
 */
export function differenceOf(roll: RollBody, rows: readonly RollRow[], village: Village): Difference {
  const { orgId, people, places } = village
  const byHousehold = isByHousehold(roll.body)
  const households = new Set(people.flatMap(one => (one.householdId === null ? [] : [one.householdId])))
  const find = finder(people, orgId, households)
  const open = new Map(places.map(place => [place.personId, place]))
  const byUnit = new Map(places.map(place => [place.unitId, place]))
  const byId = new Map(people.map(one => [one.id, one]))
  const wrongs: RowWrong[] = [],
    deeds: RollDeed[] = []
  const taken = new Map<string, number>(),
    units = new Set<string>(),
    standsFor = new Map<string, string>()
  const sums = { added: 0, gone: 0, changed: 0, same: 0, byName: 0, fresh: 0 }

  for (const row of rows) {
    const found = find(row)
    if (!found.ok) {
      wrongs.push(found.wrong)
      continue
    }
    const personId = found.person?.id ?? newPersonId(village.importId, row.row)
    const twin = taken.get(personId)
    if (twin !== undefined) {
      const kind = byHousehold ? 'two-households' : 'one-person-twice'
      wrongs.push({ row: row.row, column: columnNames.name, kind, was: `第 ${twin} 行` })
      continue
    }
    taken.set(personId, row.row)
    const household = row.household === null ? null : householdOf(row.household, orgId, households)
    const unitId = byHousehold && household !== null ? household : personId
    units.add(unitId)
    standsFor.set(personId, unitId)
    const line = lineOf({ row, how: found.how, personId, unitId, before: open.get(personId), stands: byUnit.get(unitId), byId, orgId })
    sums[line?.kind ?? 'same'] += 1
    if (isDoubtful(found.how)) sums.byName += 1
    if (found.person === null) sums.fresh += 1
    const deed = { ...registered(roll, row, found, { personId, household, orgId }), unitId, line }
    if (line !== null || deed.group !== null || deed.household !== null || deed.phoneRow !== null) deeds.push(deed)
  }
  for (const place of places) {
    const stays = taken.has(place.personId)
    const replaced = units.has(place.unitId)
    if (stays && replaced) continue
    if (!replaced) sums.gone += 1
    // Whoever stands for another unit from then on is not taken off: only the unit they left is said to go.
    const unitId = stays ? (standsFor.get(place.personId) ?? null) : null
    deeds.push(leaving(place, unitId, replaced ? null : goneLine(place, byId.get(place.personId))))
  }
  return { wrongs, deeds, units: sortedUnits([...units]), ...sums }
}

const leaving = ({ personId }: RollPlace, unitId: string | null, line: RollChange | null): RollDeed => ({
  personId,
  unitId,
  fresh: null,
  group: null,
  household: null,
  phoneRow: null,
  line,
})

const goneLine = ({ unitId }: RollPlace, person: Person | undefined): RollChange => ({
  kind: 'gone',
  unitId,
  name: rollNameOf(person),
  group: person?.group ?? 0,
  was: null,
  how: null,
})

/** What a row changes of the roll, in a line; null where the same person stands for the same unit as before. */
function lineOf({
  row,
  how,
  personId,
  unitId,
  before,
  stands,
  byId,
  orgId,
}: {
  readonly row: RollRow
  readonly how: Found
  readonly personId: string
  readonly unitId: string
  /** The unit the person stood for, and who stood for the unit. */
  readonly before: RollPlace | undefined
  readonly stands: RollPlace | undefined
  readonly byId: ReadonlyMap<string, Person>
  readonly orgId: string
}): (RollChange & { readonly kind: 'added' | 'changed' }) | null {
  if (before?.unitId === unitId) return null
  const was = () => {
    if (stands && stands.personId !== personId) return byId.get(stands.personId)?.name ?? null
    return before ? `${householdCode(before.unitId, orgId)} 户的` : null
  }
  return { kind: stands ? 'changed' : 'added', unitId, name: row.name, group: row.group, was: was(), how }
}

/** What a row changes in the register: a person the village did not know, or what it knew otherwise of one found by more than the name. */
function registered(
  roll: RollBody,
  row: RollRow,
  { person, how }: { readonly person: Person | null; readonly how: Found },
  { personId, household, orgId }: { readonly personId: string; readonly household: string | null; readonly orgId: string },
): Omit<RollDeed, 'unitId' | 'line'> {
  const phoneRow = row.phone === null ? null : row.row
  if (person === null) {
    const { name, group, adultFrom } = row
    const fresh = { id: personId, orgId, name, roles: startingRoles(roll), group, householdId: household }
    return { personId, fresh: { ...fresh, ...(adultFrom === null ? {} : { adultFrom }) }, group: null, household: null, phoneRow }
  }
  const surely = how !== 'name'
  return {
    personId,
    fresh: null,
    group: surely && row.group !== 0 && person.group !== row.group ? row.group : null,
    household: surely && household !== null && person.householdId !== household ? household : null,
    phoneRow,
  }
}

/** A statutory roll keeps its names, those of closed accounts too. */
export const rollNameOf = (person: Person | undefined): string => person?.rollName ?? person?.name ?? closedName

const startingRoles = ({ confers }: RollBody): readonly Role[] => ['resident', ...(confers === null ? [] : [confers])]

/** The person's roles once on the roll, or off it. */
export function rolesAfter(person: Person, { confers }: RollBody, on: boolean): readonly Role[] {
  if (confers === null || has(person, confers) === on) return person.roles
  // A member of the committee sits among the representatives as what they are.
  if (on && confers === 'representative' && has(person, 'committee')) return person.roles
  return on ? [...person.roles, confers] : person.roles.filter(role => role !== confers)
}

type Search = { readonly ok: true; readonly person: Person | null; readonly how: Found } | { readonly ok: false; readonly wrong: RowWrong }

function finder(people: readonly Person[], orgId: string, households: ReadonlySet<string>): (row: RollRow) => Search {
  const byId = new Map(people.map(one => [one.id, one]))
  const byName = new Map<string, Person[]>()
  for (const one of people) {
    const alike = byName.get(rollNameOf(one))
    if (alike) alike.push(one)
    else byName.set(rollNameOf(one), [one])
  }
  return ({ row, name, group, household, code }) => {
    const found = (person: Person | null, how: Found): Search => ({ ok: true, person, how })
    if (code !== null) {
      const person = byId.get(code)
      if (!person) return { ok: false, wrong: { row, column: columnNames.code, kind: 'unknown-code', was: code } }
      return rollNameOf(person) === name
        ? found(person, 'code')
        : { ok: false, wrong: { row, column: columnNames.code, kind: 'code-other-name', was: code } }
    }
    const alike = byName.get(name) ?? []
    const here = group === 0 ? alike : alike.filter(one => one.group === group)
    if (household !== null) {
      const id = householdOf(household, orgId, households)
      const home = here.filter(one => one.householdId === id)
      if (home.length === 1) return found(home[0] ?? null, 'household')
      // Known households with nobody of that name, and a namesake who lives elsewhere: another person.
      const elsewhere = here.filter(one => one.householdId !== null)
      if (home.length === 0 && here.length > 0 && here.length === elsewhere.length)
        return here.length === 1 && !households.has(id) ? found(here[0] ?? null, 'group') : found(null, 'namesake')
    }
    if (here.length === 1) return group === 0 ? found(here[0] ?? null, 'name') : found(here[0] ?? null, 'group')
    if (here.length > 1)
      return { ok: false, wrong: { row, column: columnNames.name, kind: 'several-alike', was: `${here.length} 位${name}` } }
    if (alike.length === 0) return found(null, 'new')
    // Somebody of that name in another group: the same, moved, or another person. One, and it is said; several, and nobody is chosen.
    return alike.length === 1
      ? found(alike[0] ?? null, 'name')
      : { ok: false, wrong: { row, column: columnNames.name, kind: 'several-alike', was: `${alike.length} 位${name}` } }
  }
}
