import type { Output, Refusal } from '@/contract'
import type { Client } from '@/platform/talk-to-server/client'

export type ListedBallot = Output<'ballot.list'>['ballots'][number]
export type WholeList =
  | { readonly ok: true; readonly ballots: readonly ListedBallot[]; readonly total: number }
  | { readonly ok: false; readonly refusal: Refusal<'ballot.list'> }

/** The whole published list, page by page. Nothing about the voter is sent; half a list is no list, so a lost page throws. */
export async function wholeList(
  call: Client,
  motionId: string,
  onRead: (read: number, total: number) => void = () => undefined,
): Promise<WholeList> {
  const ballots: ListedBallot[] = []
  for (let after: string | undefined; ; ) {
    const reply = await call('ballot.list', { motionId, after })
    if (!reply.ok) return reply
    ballots.push(...reply.value.ballots)
    onRead(ballots.length, reply.value.total)
    after = reply.value.next ?? undefined
    if (after === undefined) return { ok: true, ballots, total: reply.value.total }
  }
}
