import { isRestDay } from '../../adapters/rest-days'
import { vaultOf } from '../../adapters/vault'
import type { Input, OperationName, Output, Refusal, Reply } from '@/contract'
import type { Person, Role } from '@/domain/resident/people'
import { rollPlaceId } from '@/domain/roll/roll'
import type { Files, Ports, Push, Store } from '../../ports'
import type { Account } from '../../tables'
import { tick } from '../../tick/tick'
import { createServe } from '../serve'
import { freshStore } from './fresh-store'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const people: readonly (readonly [id: string, name: string, roles: readonly Role[], group: number])[] = [
  ['ahua', '何阿华', ['resident', 'villager', 'household_representative'], 3],
  ['elder', '梁伯', ['resident', 'villager', 'household_representative'], 3],
  ['zhu', '朱大姐', ['resident', 'villager', 'household_representative'], 5],
  ['moderator', '林主持', ['resident', 'villager', 'moderator'], 1],
  ['recorder', '周记录', ['resident', 'villager', 'recorder'], 2],
  ['committee', '李主任', ['resident', 'villager', 'committee', 'representative'], 1],
  ['secretary', '陈书记', ['resident', 'villager', 'party_secretary'], 1],
  ['supervisor', '何监委', ['resident', 'villager', 'supervisor'], 4],
  ['supervisor2', '苏监委', ['resident', 'villager', 'supervisor'], 6],
  ['special', '阮小兰', ['resident', 'migrant', 'special_member'], 0],
  ['grid', '卢网格', ['resident', 'villager', 'grid_worker'], 3],
  ['migrant', '韦师傅', ['resident', 'migrant'], 0],
  ['partyMember', '冯委员', ['resident', 'party_committee'], 2],
  ['adviser', '许律师', ['resident', 'legal_adviser'], 0],
  ['adviser2', '温律师', ['resident', 'legal_adviser'], 0],
  ['town', '镇干部', ['resident', 'town_officer'], 0],
  ['leader', '黎组长', ['resident', 'group_leader'], 5],
  ['coordinator', '欧协调', ['resident', 'coordinator'], 0],
  ['board', '冼理事', ['resident', 'collective_member', 'collective_board'], 2],
  ['boardSupervisor', '麦监事', ['resident', 'collective_member', 'collective_supervisor'], 2],
  ['memberRep', '古代表', ['resident', 'collective_member', 'collective_representative'], 3],
  ...Array.from(
    { length: 9 },
    (_, i) => [`rep${i + 1}`, `代表${'甲乙丙丁戊己庚辛壬'[i]}`, ['resident', 'villager', 'representative'] as const, i + 1] as const,
  ),
  ...Array.from({ length: 30 }, (_, i) => [`res${i + 1}`, `村民${i + 1}`, ['resident', 'villager'] as const, (i % 12) + 1] as const),
]

const opened = Date.parse('2026-03-02T09:00:00+08:00')

export type Ask = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Reply<Name>>

/** A village small enough to know by name, with a clock that can be moved. Synthetic. */
export function smallVillage(
  options: {
    readonly store?: Store
    readonly byLaw?: string | null
    readonly push?: Push | null
    readonly submitPicture?: () => Promise<string | null>
  } = {},
) {
  const orgId = 'v1'
  const files = new Map<string, { readonly bytes: Uint8Array; readonly mime: string }>()
  const rows = people.map(
    ([id, name, roles, group]): Person => ({ id, orgId, name, roles, group, householdId: group === 0 ? null : `h-${id}` }),
  )
  const officers = rows.filter(person =>
    person.roles.some(role => !['resident', 'villager', 'migrant', 'household_representative', 'representative'].includes(role)),
  )
  const seed = {
    orgs: [
      {
        id: orgId,
        name: '小村',
        hall: '小村议事厅',
        hallPlace: '村委会二楼',
        hallPhone: '示范电话',
        groups: 12,
        demo: true,
        supportsNeeded: 5,
        officerIds: officers.map(person => person.id),
        onlineVoteByLaw: options.byLaw === undefined ? '小村自治章程第二十三条' : options.byLaw,
      },
    ],
    people: rows,
    accounts: rows.map((person): Account => ({ id: `o-${person.id}`, orgId, personId: person.id })),
    bindings: rows.map(person => ({ id: person.id, orgId, accountId: `o-${person.id}`, at: 0 })),
    rollPlaces: rows.flatMap(person => [
      ...(person.roles.includes('representative') || person.roles.includes('committee')
        ? [
            {
              id: rollPlaceId(orgId, 'VRA', person.id),
              orgId,
              body: 'VRA' as const,
              unitId: person.id,
              personId: person.id,
              since: 0,
              until: null,
            },
          ]
        : []),
      ...(person.roles.includes('household_representative')
        ? [
            {
              id: rollPlaceId(orgId, 'VA_HOUSEHOLD', person.id),
              orgId,
              body: 'VA_HOUSEHOLD' as const,
              unitId: `h-${person.id}`,
              personId: person.id,
              since: 0,
              until: null,
            },
          ]
        : []),
    ]),
  }
  const store = options.store ?? freshStore(seed)
  let now = opened
  let drawn = 0
  const alarms: number[] = []
  const disk: Files = {
    put: async (id, bytes, mime) => void files.set(id, { bytes, mime }),
    get: async id => files.get(id),
    remove: async id => void files.delete(id),
  }
  const ports: Ports = {
    store,
    clock: { now: () => now },
    alarm: { wake: async at => void alarms.push(at) },
    isRestDay,
    // WeChat's code is the number itself here, or no number.
    phones: { of: async code => (/^\+?\d+$/.test(code) ? code : null) },
    vault: vaultOf('the small village’s secret, long enough'),
    files: disk,
    codes: { of: async (scene, page) => Buffer.from(`<svg>${page}?scene=${scene}</svg>`) },
    contentCheck: {
      judge: async text =>
        text.includes('骂人的话')
          ? 'risky'
          : text.includes('拿不准的话')
            ? 'doubtful'
            : text.includes('要人看的话')
              ? 'unchecked'
              : 'clean',
      ...(options.submitPicture ? { submitPicture: options.submitPicture } : {}),
    },
    chance: { id: () => key(`drawn-${(drawn += 1)}`), below: n => ((drawn += 1) * 611_953) % n },
    push: options.push ?? null,
  }
  const serve = createServe(ports, orgId)
  return {
    store,
    ports,
    serve,
    seed,
    files,
    now: () => now,
    /** The instants at which tick was asked to be called. */
    alarms,
    /** The same identity the host would vouch for. */
    as:
      (id: string): Ask =>
      async (name, input) =>
        (await serve({ name, input }, `o-${id}`)) as Reply<typeof name>,
    guest: (async (name, input) => (await serve({ name, input }, undefined)) as Reply<typeof name>) as Ask,
    /** Moves the clock, and leaves time's work undone. */
    set(instant: number) {
      now = Math.max(now, instant)
    },
    /** Moves the clock, and lets time do its work. */
    async pass(ms: number) {
      now += ms
      await tick(ports)
    },
    async until(instant: number) {
      if (instant > now) now = instant
      await tick(ports)
    },
  }
}

/** A key as a phone would draw it, the same for the same name. */
export const key = (name: string): string =>
  [...name]
    .reduce((hex, letter) => hex + letter.charCodeAt(0).toString(16), '')
    .padEnd(32, '0')
    .slice(-32)

/** What was answered; anything else is the journey's end. */
export function granted<Name extends OperationName>(reply: Reply<Name>): Output<Name> {
  if (!reply.ok) throw new Error(`refused: ${reply.refusal}`)
  return reply.value
}
export const refused = <Name extends OperationName>(reply: Reply<Name>): Refusal<Name> | null => (reply.ok ? null : reply.refusal)

/** The two keys of a secret vote that is over (procedures §6.3), and what time does then. */
export async function turnKeys({ as, pass }: Pick<ReturnType<typeof smallVillage>, 'as' | 'pass'>, motionId: string): Promise<void> {
  for (const who of ['moderator', 'supervisor']) granted(await as(who)('vote.turnKey', { motionId }))
  await pass(0)
}

/** A picture of one pixel. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
