import { inListOrder, type RecordedBallot } from '@/domain/vote/record/ballot-list'
import { ballotOfRow } from '@/domain/vote/record/ballot-row'
import { granted, type Ask } from './small-village'

/** The record as anybody puts it together from what the door gives. */
export async function recordOf(ask: Ask, motionId: string) {
  const { record } = granted(await ask('record.view', { motionId }))
  const ballots: RecordedBallot[] = []
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const page = granted(await ask('ballot.list', { motionId, ...(after === undefined ? {} : { after }) }))
    ballots.push(...page.ballots.map(ballotOfRow))
    after = page.next ?? undefined
  }
  return { ...record, ballots: inListOrder(ballots) }
}
