import { expect, test } from 'vitest'
import { startOf } from '@/domain/ground/calendar'
import { rollPlaceId } from '@/domain/roll/roll'
import { countOf } from './meeting-for-tests'
import { majorWalk, type Matter } from './major-walk'
import { granted, hour, key, minute, refused } from './small-village'

const box = key('box')
const roll = ['rep1', 'rep2', 'rep3', 'rep4', 'rep5', 'rep6', 'rep7', 'rep8', 'zhu', 'ahua'] as const
const matter: Matter = { matterClass: 'L1', matterCode: 'V28-4', body: 'VA_PERSON', rollSize: roll.length, present: 6 }

/** The villagers' assembly is noticed for a roll of ten that stands here. */
async function noticed() {
  const walk = majorWalk(matter),
    { store } = walk
  for (const id of roll)
    await store.put('rollPlaces', {
      id: rollPlaceId('v1', 'VA_PERSON', id),
      orgId: 'v1',
      body: 'VA_PERSON',
      unitId: id,
      personId: id,
      since: 0,
      until: null,
    })
  await walk.reach('noticing')
  await walk.step('committee', 'give_notice', walk.notice(await walk.earliest()))
  const begins = startOf(String((await walk.topic()).dossier.meetingDay)) + 19 * hour
  const put = async (more: object = {}) =>
    walk.as('moderator')('motion.put', {
      id: box,
      topicId: walk.id,
      rev: (await walk.topic()).rev,
      text: '同意修三公里村道',
      body: 'VA_PERSON',
      form: 'named',
      opensAt: begins,
      closesAt: begins + 3 * hour,
      channels: ['phone', 'hall', 'paper'],
      tellerIds: ['rep1', 'recorder'],
      scrutineerId: 'supervisor',
      ...more,
    })
  return { ...walk, begins, put }
}

test('the box of an assembly is the one its notice called, and no other', async () => {
  const walk = await noticed()
  expect(refused(await walk.put({ body: 'VA_HOUSEHOLD' }))).toBe('not-as-noticed')
  expect(refused(await walk.put({ opensAt: walk.begins + 24 * hour, closesAt: walk.begins + 26 * hour }))).toBe('not-as-noticed')
  expect(refused(await walk.put({ tellerIds: ['rep2', 'recorder'] }))).toBe('not-as-noticed')
  expect(refused(await walk.put({ channels: ['phone'], tellerIds: undefined, scrutineerId: undefined }))).toBe('not-a-meeting')
  await walk.store.put('rollPlaces', {
    id: rollPlaceId('v1', 'VA_PERSON', 'grid'),
    orgId: 'v1',
    body: 'VA_PERSON',
    unitId: 'grid',
    personId: 'grid',
    since: 0,
    until: null,
  })
  expect(refused(await walk.put())).toBe('not-as-noticed') // eleven on the roll, ten on the notice
  await walk.store.commit(tx => tx.remove('rollPlaces', rollPlaceId('v1', 'VA_PERSON', 'grid')))
  granted(await walk.put())
  granted(await walk.put()) // the answer was lost
  expect(refused(await walk.put({ id: key('second') }))).toBe('step-not-open')
  expect((await walk.topic()).openMotions).toBe(1)
  expect(await walk.refusal('committee', 'correct_notice', walk.notice(await walk.earliest()))).toBe('no-open-vote')
})

test('who checked in and what the box held go into the file; other numbers are refused, and the matter goes on', async () => {
  const walk = await noticed(),
    { as, village } = walk
  granted(await walk.put())
  await village.until(walk.begins)
  await walk.step('moderator', 'open_assembly')
  for (const unitId of ['rep1', 'rep2', 'rep3', 'rep4']) granted(await as('recorder')('vote.admit', { motionId: box, unitId }))
  granted(await as('rep6')('vote.checkIn', { motionId: box }))
  expect(refused(await as('moderator')('vote.open', { motionId: box }))).toBe('opened-by-step')
  expect(granted(await as('moderator')('vote.hall', { motionId: box })).may.open).toBe(false)
  expect(await walk.refusal('moderator', 'open_vote', walk.checkIn(6))).toBe('as-checked-in')
  granted(await as('recorder')('vote.admit', { motionId: box, unitId: 'rep7' }))
  const form = granted(await as('moderator')('topic.view', { id: walk.id })).steps.find(step => step.name === 'open_vote')
  expect(form?.fields.filter(field => field.name.startsWith('present')).map(field => field.prefill)).toEqual([5, 1, 0])
  await walk.step('moderator', 'open_vote', walk.checkIn(5, { presentOnline: 1 }))
  await village.pass(minute)
  for (const [who, choice] of [
    ['rep6', 'for'],
    ['rep8', 'for'],
  ] as const)
    granted(await as(who)('ballot.cast', { motionId: box, choice })) // rep8 comes late, by phone
  for (const unitId of ['rep1', 'rep2', 'rep3'])
    granted(await as('recorder')('ballot.castInHall', { motionId: box, unitId, choice: 'for' }))
  granted(await as('recorder')('paper.issue', { key: key('a paper for rep4'), motionId: box, unitId: 'rep4' }))
  expect(await walk.refusal('moderator', 'close_vote')).toBe('no-open-vote')
  await village.pass(3 * hour + 2 * minute)
  await countOf(village, box, [{ against: 1 }], ['rep1', 'recorder'])
  await village.pass(0)
  expect((await walk.topic()).counted).toMatchObject({
    motionId: box,
    lateArrivals: 1,
    votesYes: 5,
    votesNo: 1,
    votesAbstain: 0,
    votesInvalid: 0,
    votesUnreturned: 1,
  })
  await walk.step('moderator', 'close_vote')
  const announce = granted(await as('recorder')('topic.view', { id: walk.id })).steps.find(step => step.name === 'announce')
  expect(announce?.fields.find(field => field.name === 'votesYes')?.prefill).toBe(5)
  const told = {
    lateArrivals: 1,
    votesYes: 5,
    votesNo: 1,
    votesAbstain: 0,
    votesInvalid: 0,
    votesUnreturned: 1,
    assemblyMinutes: '主持林主持',
    resolutionText: '同意修三公里村道',
    ...walk.promise(),
  }
  expect(await walk.refusal('recorder', 'announce', { ...told, votesYes: 6, votesUnreturned: 0 })).toBe('as-counted')
  await walk.keyed('recorder', 'announce', told)
  expect(await walk.state()).toBe('resolution_posting')
})
