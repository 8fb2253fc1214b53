import type { Input, OperationName, Output } from '@/contract'
import type { Evidence } from '@/domain/procedure/evidence'
import type { StepName } from '@/domain/procedure/tracks/steps'
import type { Serve } from '../../api/serve'
import type { Ports, Row } from '../../ports'
import type { DemoPeople } from './people'
import { picture, type Scene } from './pictures'
import { dice, type Dice } from './random'

/** The same every time, so that an address of the demo village can be written down. */
export const topicId = (key: string): string => dice(seedOf(key)).hex(32)
export const seedOf = (key: string) =>
  [...key].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619) >>> 0, 2_166_136_261)

/** Something that somebody of the village did at a moment. */
export interface Act {
  readonly at: number
  readonly matter: string
  readonly does: (hands: Hands) => Promise<void>
}

/** What the people of the story can do, each with their own phone. */
export interface Hands {
  readonly ports: Ports
  readonly from: Dice
  do<Name extends OperationName>(account: string, name: Name, input: Input<Name>): Promise<Output<Name>>
  topic(key: string): Promise<Row<'topics'>>
  personOf(account: string): Row<'people'>
  photo(account: string, scene: Scene): Promise<string>
  step(account: string, key: string, step: StepName, evidence: Evidence): Promise<void>
  confirm(account: string, key: string): Promise<void>
  /** So many residents with a phone, others for each matter. */
  residents(key: string, n: number, but?: readonly string[]): readonly string[]
}

export function handsOf(ports: Ports, serve: Serve, people: DemoPeople): Hands {
  const byId = new Map(people.people.map(person => [person.id, person]))
  const personOf = (account: string) => {
    const person = byId.get(people.accounts.find(({ id }) => id === account)?.personId ?? '')
    if (!person) throw new Error(`nobody has the phone ${account}`)
    return person
  }
  const phones = people.accounts.filter(({ id }) => id.startsWith('demo-res-')).map(({ id }) => id)
  const hands: Hands = {
    ports,
    from: dice(11),
    personOf,
    async do(account, name, input) {
      const reply = await serve({ name, input }, account)
      if (!reply.ok) throw new Error(`${account} ${name}: ${reply.refusal}`)
      return reply.value as Output<typeof name>
    },
    async topic(key) {
      const topic = await ports.store.get('topics', topicId(key))
      if (!topic) throw new Error(`no topic ${key}`)
      return topic
    },
    photo: async (account, scene) => (await hands.do(account, 'photo.add', { data: picture(scene) })).id,
    async step(account, key, step, evidence) {
      const { id, rev } = await hands.topic(key)
      await hands.do(account, 'topic.step', { id, rev, step, evidence: spread(evidence) })
    },
    async confirm(account, key) {
      const { id, rev } = await hands.topic(key)
      await hands.do(account, 'topic.confirm', { id, rev, agrees: true, note: '' })
    },
    residents: (key, n, but = []) =>
      dice(seedOf(key)).some(
        phones.filter(id => !but.includes(id)),
        n,
      ),
  }
  return hands
}

const spread = (evidence: Evidence): Input<'topic.step'>['evidence'] =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...(value as readonly string[])] : (value as string | number | boolean),
    ]),
  )
