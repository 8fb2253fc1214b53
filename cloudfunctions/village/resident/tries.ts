import type { GuestContext } from '../ground/handler'

const hour = 3_600_000

/**
 * Whether this WeChat may try once more in this hour. A try is counted before it is made, whether it succeeds or not: otherwise many sent
 * at the same moment would count as one, and digits could be guessed.
 */
export const mayTry = ({ store, org, openid, clock }: GuestContext, what: 'bind' | 'bindcode', most: number): Promise<boolean> =>
  store.commit(async tx => {
    const id = `${what}:${openid}`,
      now = clock.now()
    const before = await tx.get('codeTries', id)
    const fresh = before !== undefined && now - before.since < hour
    const tries = fresh ? before.wrong : 0
    if (tries >= most) return false
    await tx.put('codeTries', { id, orgId: org.id, wrong: tries + 1, since: fresh ? before.since : now })
    return true
  })
