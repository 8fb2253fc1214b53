import type { Ballot, SecretBallot } from '@/domain/vote/ballot/ballots'
import { isMeeting, type Motion } from '@/domain/vote/motions'
import { inListOrder, unitSeal, type NamedBallot, type NamelessBallot, type RecordedBallot } from '@/domain/vote/record/ballot-list'
import { masked } from '@/domain/resident/people'
import type { Store } from '../../ports'
import { eachRow } from '../ground/all-rows'

type Said = Pick<Motion, 'id' | 'form' | 'closesAt' | 'channels'>
/**
 * A named ballot that counts; paper handed out says what it says in the box. A ballot that a slow server wrote after the close was refused
 * to nobody: what counts is when it was cast.
 */
const counts = (motion: Said, { choice, castAt }: Ballot): boolean => choice !== null && (isMeeting(motion) || castAt < motion.closesAt)
const nameless = (motion: Said, { id, choice }: SecretBallot): NamelessBallot => ({ receipt: id.slice(motion.id.length + 1), choice })

/** A named ballot as the record has it, with the means to open its seal for who may. */
export function namedOnRecord(key: string, { unitId, name = '', choice, channel = 'phone' }: Ballot, openly: boolean): NamedBallot {
  return {
    unit: unitSeal(key, unitId, name),
    who: openly ? name : masked(name),
    choice: choice ?? '',
    channel,
    ...(openly ? { of: unitId } : {}),
  }
}

const papers = 'paper:'
/** One page of the ballots as they count: the named ones first, then whatever lies without a name. */
export async function listedPage(
  store: Store,
  motion: Said,
  after: string | undefined,
): Promise<{ readonly rows: readonly Ballot[]; readonly nameless: readonly NamelessBallot[]; readonly next: string | null }> {
  const match = { motionId: motion.id }
  if (motion.form === 'named' && !after?.startsWith(papers)) {
    const page = await store.list('ballots', { match, limit: 500, after })
    return {
      rows: page.rows.filter(ballot => counts(motion, ballot)),
      nameless: [],
      next: page.next ?? (motion.channels?.includes('paper') ? papers : null),
    }
  }
  const from = motion.form === 'named' ? after?.slice(papers.length) : after
  const page = await store.list('secretBallots', { match, limit: 1000, ...(from ? { after: from } : {}) })
  return {
    rows: [],
    nameless: page.rows.map(ballot => nameless(motion, ballot)),
    next: page.next === null || motion.form === 'secret' ? page.next : papers + page.next,
  }
}

/** Every ballot that counts, in the order of the published list. */
export async function publishedList(store: Store, motion: Said, key: string): Promise<readonly RecordedBallot[]> {
  const ballots: RecordedBallot[] = []
  const match = { motionId: motion.id }
  if (motion.form === 'named')
    for await (const ballot of eachRow(store, 'ballots', { match }))
      if (counts(motion, ballot)) ballots.push(namedOnRecord(key, ballot, false))
  if (motion.form === 'secret' || motion.channels?.includes('paper'))
    for await (const ballot of eachRow(store, 'secretBallots', { match })) ballots.push(nameless(motion, ballot))
  return inListOrder(ballots)
}
