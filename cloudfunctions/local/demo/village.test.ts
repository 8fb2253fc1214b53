import { beforeAll, describe, expect, test } from 'vitest'
import { brokenAt } from '@/domain/ground/journal'
import { allStates, type State } from '@/domain/procedure/states'
import { memoryStore } from '../../adapters/memory/store'
import { isRestDay } from '../../adapters/rest-days'
import { createServe } from '../../api/serve'
import type { Input, OperationName, Output } from '@/contract'
import type { Ports, Row } from '../../ports'
import { tick } from '../../tick/tick'
import { allRows } from '../../village/ground/all-rows'
import { chance } from '../chance'
import { wordListCheck } from '../content-check'
import { withoutPhones } from '../no-phones'
import { hallMotionId } from './hall-vote'
import { topicId } from './hands'
import { matters } from './history'
import { orgId } from './people'
import { isLoaded, loadDemoVillage } from './village'

// Early on the first working day after the longest holiday, when every posting and every term has been pushed back.
const now = Date.parse('2026-10-08T06:30:00+08:00')
const store = memoryStore()
const pictures = new Map<string, { bytes: Uint8Array; mime: string }>()
const files: Ports['files'] = {
  put: async (id, bytes, mime) => {
    pictures.set(id, { bytes, mime })
  },
  get: async id => pictures.get(id),
  remove: async id => void pictures.delete(id),
}
const ports: Ports = { store, files, isRestDay, chance, ...withoutPhones, contentCheck: wordListCheck, clock: { now: () => now } }
const serve = createServe(ports, orgId)
let topics: readonly Row<'topics'>[] = []

beforeAll(async () => {
  await loadDemoVillage(store, { files, isRestDay, now, progress: () => undefined })
  topics = await allRows(store, 'topics', {})
}, 120_000)

async function ask<Name extends OperationName>(account: string, name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await serve({ name, input }, account)
  if (!reply.ok) throw new Error(`${name}: ${reply.refusal}`)
  return reply.value as Output<typeof name>
}
const inState = (state: State) => topics.filter(topic => topic.state === state).length

describe('the demo village', () => {
  test('has a matter at every station where one can rest, each where its story leaves it', async () => {
    // A topic is registered in the moment it is handed in: it passes 已提交 and never stays. An assembly opens, votes and counts in one
    // evening.
    const passing: readonly State[] = ['submitted', 'assembly_open', 'voting', 'counting']
    expect(allStates.filter(state => !passing.includes(state) && inState(state) === 0)).toEqual([])
    expect(topics.length).toBe(matters.length)
    for (const { key, ends } of matters) expect([key, (await store.get('topics', topicId(key)))?.state]).toEqual([key, ends])
  })
  test('keeps every journal whole, from the first entry to the head that is printed on the board', async () => {
    for (const topic of topics) {
      const entries = await allRows(store, 'journal', { match: { topicId: topic.id }, order: { by: 'n' } })
      expect([topic.title, brokenAt(entries), entries.length, entries.at(-1)?.hash]).toEqual([topic.title, null, topic.rev, topic.head])
      expect(entries[0]?.from).toBe('submitted')
      expect(entries.every(entry => entry.at <= now)).toBe(true)
    }
  })
  test('has two sessions coming, and a binding vote two representatives short of its quorum', async () => {
    const { sessions } = await ask('resident', 'session.list', { show: 'coming' })
    expect(sessions.filter(session => session.startsAt > now).length).toBe(2)
    expect(sessions.every(session => session.coming > 0)).toBe(true)
    const { votes } = await ask('representative', 'home.view', {})
    const hall = matters.flatMap(({ key, hallVote }) => (hallVote ? [hallMotionId(key)] : []))
    const binding = votes.map(vote => vote.motion).filter(motion => motion.body === 'VRA' && !hall.includes(motion.id))
    expect(
      binding.map(({ turnout, quorumNeeds, rollSize, onRoll, voted, binding: decides }) => ({
        turnout,
        quorumNeeds,
        rollSize,
        onRoll,
        voted,
        decides,
      })),
    ).toEqual([{ turnout: 50, quorumNeeds: 52, rollSize: 78, onRoll: true, voted: false, decides: true }])
    expect((await ask('resident', 'home.view', {})).votes.map(vote => vote.motion.body)).toContain('POLL')
  })
  test('holds a vote in the hall: its quorum is there, every way is used, and who plays a representative may still vote', async () => {
    const motionId = hallMotionId('square-floor')
    const view = await ask('recorder', 'vote.hall', { motionId })
    expect(view.present).toBeGreaterThanOrEqual(view.card.quorumNeeds)
    expect(view.openedAt).not.toBeNull()
    expect(view.byChannel).toMatchObject({ hall: 14, paper: 12 })
    expect(view.byChannel.phone).toBeGreaterThan(5)
    expect(view.paper).toMatchObject({ issued: 13, spoiled: 1 })
    expect(view.may).toMatchObject({ admit: true, hand: true, issue: true })
    expect((await ask('representative', 'motion.view', { id: motionId })).card.voted).toBe(false)
  })
  test('counts the paper of another: one teller has counted, the other has not', async () => {
    const view = await ask('leader', 'vote.hall', { motionId: hallMotionId('river-rail') })
    expect(view.batches).toMatchObject([{ batch: 1, state: 'one-entered', mine: null, others: null }])
    expect(view.may.count).toBe(true)
    expect(view.card.result).toBeNull()
  })
  test('has three outcomes on the board, one with an objection nobody has answered', async () => {
    expect(inState('outcome_posting')).toBe(3)
    expect(topics.filter(topic => topic.state === 'outcome_posting' && topic.openObjections > 0).length).toBe(1)
  })
  test('keeps its moderator and its supervisor busy', async () => {
    const desk = await ask('moderator', 'desk.view', { show: 'waiting' })
    expect(desk.waiting).toBeGreaterThan(5)
    expect(desk.overdue).toBeGreaterThan(0)
    expect(desk.cases.length).toBe(1)
    expect((await ask('supervisor2', 'desk.view', { show: 'waiting' })).items.filter(item => item.confirm).length).toBeGreaterThanOrEqual(4)
  })
  test('shows every page of every matter, to a guest and to those in office', async () => {
    for (const account of ['guest', 'resident', 'moderator', 'town']) {
      for (const topic of topics) {
        const reply = await serve({ name: 'topic.view', input: { id: topic.id } }, account)
        expect(reply.ok || reply.refusal === 'no-such-topic').toBe(true)
      }
    }
  })
  test('has a picture behind every picture', async () => {
    const photos = await allRows(store, 'photos', {})
    expect(photos.length).toBeGreaterThan(30)
    expect(photos.filter(photo => pictures.get(photo.id)?.bytes.length !== photo.bytes)).toEqual([])
  })
  test('has nothing left to do but bring their messages to those who have no phone, and is complete only when it says so', async () => {
    const phones = new Set((await allRows(store, 'accounts', {})).map(({ personId }) => personId))
    const there = await allRows(store, 'messages', {})
    const known = new Set(there.map(({ id }) => id))
    const swept = await tick(ports)
    expect(swept).toMatchObject({ settled: 0, steps: 0, pushed: 0 })
    const brought = (await allRows(store, 'messages', {})).filter(({ id }) => !known.has(id))
    expect(brought.length).toBe(swept.messages)
    expect(brought.length).toBeGreaterThan(2600)
    expect(brought.filter(({ personId }) => phones.has(personId))).toEqual([])
    expect(await tick(ports)).toEqual({ settled: 0, steps: 0, messages: 0, pushed: 0 })
    expect(await isLoaded(store)).toBe(true)
    expect(await isLoaded(memoryStore())).toBe(false)
  })
})
