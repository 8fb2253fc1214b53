import { receiptHash } from '@/domain/vote/ballot/ballots'
import { dayOf, startOf } from '@/domain/ground/calendar'
import { seedOf, topicId, type Act } from './hands'
import type { HallVote, Matter } from './matter'
import { dice } from './random'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The same every time, so that an address of the demo village can be written down. */
export const hallMotionId = (key: string): string => dice(seedOf(`${key} hall motion`)).hex(32)

const said = ['for', 'for', 'for', 'against', 'for', 'abstain', 'for'] as const

/**
 * A vote of the representatives in the hall, around this moment: noticed days ago, opened this hour, voted on by phone, on the hall's
 * device and on paper. `running` still takes votes; `counting` is closed, and one of two tellers has counted the first batch.
 */
export function hallVoteOf({ key }: Matter, { text, form, stands }: HallVote, now: number): Act[] {
  const id = hallMotionId(key)
  const opensAt = Math.floor((now - (stands === 'running' ? 80 : 240) * minute) / (5 * minute)) * 5 * minute
  const closesAt = stands === 'running' ? opensAt + 5 * hour : now - 30 * minute
  const put = startOf(dayOf(opensAt)) - 4 * day + 21 * hour
  const act = (at: number, does: Act['does']): Act => ({ at, matter: key, does })
  return [
    act(put, async ({ do: ask, topic, personOf }) => {
      const { rev } = await topic(key)
      await ask('moderator', 'motion.put', {
        id,
        topicId: topicId(key),
        rev,
        text,
        body: 'VRA',
        form,
        opensAt,
        closesAt,
        channels: ['phone', 'hall', 'paper'],
        tellerIds: [personOf('recorder').id, personOf('leader').id],
        scrutineerId: personOf('supervisor').id,
      })
    }),
    act(opensAt - 20 * minute, async ({ do: ask, ports }) => {
      const { rows } = await ports.store.list('rollPlaces', {
        match: { orgId: (await ports.store.get('topics', topicId(key)))?.orgId ?? '', body: 'VRA' },
        limit: 100,
      })
      for (const { unitId } of rows.slice(0, came)) await ask('recorder', 'vote.admit', { motionId: id, unitId })
    }),
    act(opensAt + 2 * minute, async ({ do: ask }) => {
      await ask('moderator', 'vote.open', { motionId: id })
    }),
    act(opensAt + 12 * minute, async ({ do: ask, ports, from, personOf }) => {
      const { rows } = await ports.store.list('rollPlaces', {
        match: { orgId: (await ports.store.get('topics', topicId(key)))?.orgId ?? '', body: 'VRA' },
        limit: 100,
      })
      // The representative on the identity list has not voted yet, so that whoever takes that part still may.
      const here = rows.slice(0, came).filter(({ personId }) => personId !== personOf('representative').id)
      const votes = (n: number) => ({
        motionId: id,
        choice: said[n % said.length] ?? 'for',
        ...(form === 'secret' ? { receiptHash: receiptHash(from.hex(32)) } : {}),
      })
      for (const [n, { unitId }] of here.slice(0, 14).entries()) await ask('recorder', 'ballot.castInHall', { ...votes(n), unitId })
      for (const { unitId } of here.slice(14, 14 + paperGiven))
        await ask('leader', 'paper.issue', { key: from.hex(32), motionId: id, unitId })
      await ask('leader', 'paper.spoil', { key: from.hex(32), motionId: id, reason: '写错了' })
      for (const [n, { personId }] of here.slice(14 + paperGiven, stands === 'running' ? 36 : came).entries()) {
        const [account] = (await ports.store.list('accounts', { match: { personId }, limit: 1 })).rows
        if (!account) continue
        const { choice, receiptHash: hash } = votes(n)
        if (hash === undefined) await ask(account.id, 'ballot.cast', { motionId: id, choice })
        else await ask(account.id, 'ballot.castSecret', { motionId: id, choice, receiptHash: hash })
      }
    }),
    ...(stands === 'counting'
      ? [
          act(closesAt + 12 * minute, async ({ do: ask }) => {
            await ask('recorder', 'paper.count', { motionId: id, batch: 1, found: { for: 8, against: 2, abstain: 1, invalid: 1 } })
          }),
        ]
      : []),
  ]
}

/** Two over the quorum of fifty-two. */
const came = 54
/** Papers given out; all but none come back. */
const paperGiven = 12
