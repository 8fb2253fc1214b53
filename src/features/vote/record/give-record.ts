import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { giveFile } from '@/platform/files/take-away'
import { takeRecord } from './take-record'

/** Puts the record among the person's downloads; what to tell them. */
export async function giveRecord(call: Client, motionId: string): Promise<string> {
  try {
    const taken = await takeRecord(call, motionId)
    if (!taken.ok) return refusalWords[taken.refusal]
    await giveFile(taken.name, taken.text)
    return '存好了'
  } catch {
    return '没有下载成，可能是网络不好，请再试一次'
  }
}
