import { channelOf, type Ballot, type Mark, type SecretBallot } from '@/domain/vote/ballot/ballots'
import type { Channel } from '@/domain/vote/channels'
import { KeyTaken, Overtaken, type Store, type Tx } from '../../ports'

/** A named ballot in its unit's one row. Null: it stands; else the way by which the unit has its vote already. */
export async function putNamed(store: Store, ballot: Ballot): Promise<Channel | null> {
  if ((await store.insertMissing('ballots', [ballot])) === 1) return null
  return store.commit(tx => changeNamed(tx, ballot))
}

/** The same way again: another choice replaces the first, the same is the same ballot. Another way is shut. */
export async function changeNamed(tx: Tx, ballot: Ballot): Promise<Channel | null> {
  const there = await tx.get('ballots', ballot.id)
  if (there && channelOf(there) !== channelOf(ballot)) return channelOf(there)
  if (there?.choice !== ballot.choice) await tx.put('ballots', ballot)
  return null
}

const mostTries = 5

/**
 * A secret ballot and its unit's mark, in one commit of two rows that do not point at each other. The mark's key forbids a second; the
 * receipt's hash makes a retry the same ballot. `also`: what must hold at that moment; it refuses by answering.
 */
export async function putSecret<R extends string>(
  store: Store,
  mark: Mark,
  ballot: SecretBallot,
  also?: (tx: Tx) => Promise<R | null>,
): Promise<{ readonly taken: Channel } | { readonly refused: R } | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    try {
      return await store.commit(async tx => {
        const refused = (await also?.(tx)) ?? null
        if (refused !== null) return { refused }
        await tx.insert('marks', mark)
        await tx.insert('secretBallots', ballot)
        return null
      })
    } catch (fault) {
      if (!(fault instanceof KeyTaken)) throw fault
      const [there, cast] = await Promise.all([store.get('marks', mark.id), store.get('secretBallots', ballot.id)])
      // The receipt is somebody else's: a phone draws each anew.
      if (!there && cast) return { taken: channelOf(mark) }
      // Paper was given back just now: the unit may vote again.
      if (!there) continue
      return channelOf(there) === channelOf(mark) && cast?.choice === ballot.choice ? null : { taken: channelOf(there) }
    }
  }
  throw new Overtaken('paper was given out and taken back again and again')
}
