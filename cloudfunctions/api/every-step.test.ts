import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStaff, type Person } from '@/domain/resident/people'
import { isOpenToAll, allStates, type State } from '@/domain/procedure/states'
import { stepNames, stepOf, type StepName } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'
import { villageServer } from '../local/server'
import { key, smallVillage } from './journeys/small-village'

/*
 * From outside, through POST /api of the local server: every row of the tables, in every state it leads from and in one it does not, tried
 * by everybody in the village. Who is let in is read off the row; who is not changes nothing.
 */

const village = smallVillage()
const { store, seed } = village
const accounts = new Map(seed.accounts.map(({ id }) => [id.toLowerCase(), id]))
// Who somebody is stands in a header here, in small letters as the server takes them.
const server = villageServer({
  serve: (body, identity) => village.serve(body, identity === undefined ? undefined : accounts.get(identity)),
  files: village.ports.files,
  site: null,
  demo: { identities: [], advance: async () => village.now() },
  fault: (where, error) => {
    throw new Error(where, { cause: error })
  },
})
beforeAll(() => new Promise<void>(ready => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise<unknown>(gone => server.close(gone)))

/** The server's answer, which is 200 for a grant and for a refusal alike. */
async function post(name: string, input: object, person: string | null): Promise<{ readonly ok: boolean; readonly refusal: string }> {
  const { port } = server.address() as AddressInfo
  const reply = await fetch(`http://127.0.0.1:${port}/api`, {
    method: 'POST',
    body: JSON.stringify({ name, input }),
    headers: { 'content-type': 'application/json', ...(person === null ? {} : { 'x-demo-identity': `o-${person}`.toLowerCase() }) },
  })
  expect(reply.status).toBe(200)
  return (await reply.json()) as { readonly ok: boolean; readonly refusal: string }
}
/** Two posts in one hand: the secretary who also sits on the supervision committee. */
const everyone: readonly Person[] = seed.people
  .filter(person => !/^(rep|res)[2-9]|^res\d\d/.test(person.id))
  .map(person => (person.id === 'supervisor2' ? { ...person, roles: [...person.roles, 'party_secretary'] } : person))
const author = 'zhu'
const shut: readonly string[] = [
  'no-such-topic',
  'no-such-step',
  'step-not-open',
  'not-your-role',
  'not-the-convener',
  'not-a-resident',
  'conflict-declared',
  'second-key-same-person',
  'second-key-is-proposer',
  'second-key-is-secretary',
]
const asked = { steps: 0, granted: 0, keys: 0, turned: 0 }
afterAll(
  () =>
    void process.stdout.write(
      `${asked.steps} steps asked for, ${asked.granted} granted at once; ${asked.keys} second keys tried, ${asked.turned} turned\n`,
    ),
)

const raised = (id: string, state: State): Topic => ({
  id,
  orgId: 'v1',
  title: '修路',
  what: '',
  where: '',
  affected: '',
  suggestion: '',
  category: 'roads',
  photoIds: [],
  authorId: author,
  coAuthorIds: [],
  showName: true,
  origin: 'resident',
  voices: 1,
  state,
  enteredAt: village.now(),
  dueAt: village.now() + 86_400_000,
  raisedAt: village.now(),
  activeAt: village.now(),
  parentId: null,
  mergedIds: [],
  round: 1,
  sessions: 0,
  postponed: 0,
  sessionId: null,
  commentsUntil: null,
  openMotions: 0,
  openObjections: 0,
  pending: null,
  waitsForKey: false,
  dossier: { matterClass: 'L1', matterCode: 'V28-4' },
  rev: 0,
  head: '',
  rules: 'village-2026',
  heldFrom: state === 'suspended' ? 'implementing' : null,
})
/** The town sees nothing that is not open yet (procedures §5.5.1). */
const bySeeing = (state: State, person: Person) =>
  isOpenToAll(state) || person.id === author || (isStaff(person) && !person.roles.includes('town_officer'))
const isNamed = (name: StepName, person: Person) =>
  stepOf(name).by.some(actor =>
    actor === 'proposer' ? person.id === author : actor !== 'system' && person.roles.includes(actor === 'convener' ? 'committee' : actor),
  )
/** Rows that a matter of the village’s own, on its way to the representatives, with no report to the town, does not have. */
const notOfThisMatter: readonly string[] = [
  'first-of-two-votes',
  'town-report-first',
  'may-go-to-assembly',
  'decided-by-talk',
  'has-co-proposers',
  'passed-on',
  'petitioned',
  'reopening-petitioned',
  'merge-objected',
  'noticed',
]

function expected(name: StepName, state: State, person: Person): string {
  const { via, byNumbers, from, only = [], impartial, asks } = stepOf(name)
  if (via) return 'no-such-step'
  if (!bySeeing(state, person)) return 'no-such-topic'
  if (byNumbers || !from.includes(state) || only.some(trait => notOfThisMatter.includes(trait))) return 'step-not-open'
  // It is the village’s own matter: its committee calls the meeting, and neither the collective’s board nor a group’s leader.
  if (!isNamed(name, person))
    return stepOf(name).by.includes('convener') && ['collective_board', 'group_leader'].some(role => person.roles.includes(role as never))
      ? 'not-the-convener'
      : 'not-your-role'
  if (impartial && person.roles.includes('party_secretary')) return 'second-key-is-secretary'
  return asks.length > 0 ? 'evidence-missing' : 'let in'
}

let drawn = 0
async function tryStep(name: StepName, state: State, person: Person | null): Promise<string> {
  const topic = raised(key(`t${(drawn += 1)}`), state)
  await store.put('topics', topic)
  const reply = await post('topic.step', { id: topic.id, rev: 0, step: name, evidence: {} }, person?.id ?? null)
  asked.steps += 1
  const after = await store.get('topics', topic.id)
  if (!reply.ok) {
    expect(after).toEqual(topic)
    return shut.includes(reply.refusal) || reply.refusal === 'evidence-missing' ? reply.refusal : 'let in'
  }
  asked.granted += 1
  expect(after?.rev).toBeGreaterThanOrEqual(1)
  return 'let in'
}

test.each(stepNames)('%s is taken by those its row names, and by nobody else', async name => {
  for (const person of everyone) await store.put('people', person)
  const { from } = stepOf(name)
  const elsewhere = allStates.find(state => !from.includes(state) && isOpenToAll(state))
  const wrong: string[] = []
  for (const state of elsewhere ? [...from, elsewhere] : from) {
    for (const person of everyone) {
      const answer = await tryStep(name, state, person)
      if (answer !== expected(name, state, person)) wrong.push(`${state}, ${person.id}: ${answer}, not ${expected(name, state, person)}`)
    }
    const stranger = await tryStep(name, state, null)
    if (stranger !== 'not-a-resident') wrong.push(`${state}, somebody unknown: ${stranger}`)
  }
  expect(wrong).toEqual([])
})

/** Who raised it sits on the supervision committee as well: a key of their own, and not for this. */
const keyHolders = everyone.map(person => (person.id === author ? { ...person, roles: [...person.roles, 'supervisor' as const] } : person))
const withKey = stepNames.filter(name => stepOf(name).countersign !== undefined)
test.each(withKey)(
  '%s: the second key is another’s whom its row names: not the proposer, not the secretary, nobody with an interest',
  async name => {
    for (const person of keyHolders) await store.put('people', person)
    const { from, countersign = [], by } = stepOf(name)
    const first = keyHolders.find(person => by.some(actor => person.roles.includes(actor as never)))?.id ?? ''
    const state = from[0] ?? 'screening'
    const wrong: string[] = []
    for (const recused of [[], keyHolders.map(person => person.id)])
      for (const agrees of [true, false])
        for (const person of keyHolders) {
          const topic: Topic = {
            ...raised(key(`k${(drawn += 1)}`), state),
            pending: { step: name, evidence: {}, byId: first, at: 0 },
            waitsForKey: true,
            recusedIds: recused,
          }
          await store.put('topics', topic)
          const reply = await post('topic.confirm', { id: topic.id, rev: 0, agrees, note: agrees ? '' : '再看看' }, person.id)
          asked.keys += 1
          const holds = countersign.some(role => person.roles.includes(role))
          const right = !bySeeing(state, person)
            ? 'no-such-topic'
            : !holds
              ? 'not-your-role'
              : person.id === first
                ? 'second-key-same-person'
                : person.id === author
                  ? 'second-key-is-proposer'
                  : recused.includes(person.id)
                    ? 'conflict-declared'
                    : person.roles.includes('party_secretary')
                      ? 'second-key-is-secretary'
                      : 'let in'
          // Agreed to, the guards are asked once more; handed back, nothing is in the way.
          const answer = reply.ok ? 'let in' : !agrees || shut.includes(reply.refusal) ? reply.refusal : 'let in'
          if (reply.ok) asked.turned += 1
          else expect(await store.get('topics', topic.id)).toEqual(topic)
          if (answer !== right) wrong.push(`${person.id}: ${answer}, not ${right}`)
        }
    expect(wrong).toEqual([])
  },
)

test('a row without a second key has none to turn', async () => {
  const topic = raised(key('nokey'), 'screening')
  await store.put('topics', topic)
  for (const person of everyone.filter(one => isStaff(one) && bySeeing('screening', one))) {
    expect(await post('topic.confirm', { id: topic.id, rev: 0, agrees: true, note: '' }, person.id)).toEqual({
      ok: false,
      refusal: 'step-not-open',
    })
  }
})
