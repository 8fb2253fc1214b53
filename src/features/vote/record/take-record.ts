import type { Refusal } from '@/contract'
import { inListOrder } from '@/domain/vote/record/ballot-list'
import { ballotOfRow } from '@/domain/vote/record/ballot-row'
import type { Client } from '@/platform/talk-to-server/client'
import { wholeList } from './published-list'

export type TakenRecord =
  | { readonly ok: true; readonly name: string; readonly text: string }
  | { readonly ok: false; readonly refusal: Refusal<'record.view'> | Refusal<'ballot.list'> }

const fileName = (text: string): string => `表决记录-${text.replace(/[\\/:*?"<>|“”\s]/g, '').slice(0, 20)}.json`

/** The record as a file: its head and the whole list, in the order it is published in. Half a record is none: a lost page throws. */
export async function takeRecord(call: Client, motionId: string): Promise<TakenRecord> {
  const head = await call('record.view', { motionId })
  if (!head.ok) return head
  const list = await wholeList(call, motionId)
  if (!list.ok) return list
  const { record } = head.value
  return {
    ok: true,
    name: fileName(record.motion.text),
    text: `${JSON.stringify({ ...record, ballots: inListOrder(list.ballots.map(ballotOfRow)) }, null, 1)}\n`,
  }
}
