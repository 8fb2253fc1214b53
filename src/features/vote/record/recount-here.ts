import type { Verified } from '@/domain/vote/record/verify'

/** The rules and the law's figures weigh more than a phone's page may: fetched by the computer that recounts, and only then. */
export async function recountHere(record: unknown): Promise<Verified> {
  if (process.env.TARO_ENV === 'h5') {
    const { verifyRecord } = await import('@/domain/vote/record/verify')
    return verifyRecord(record)
  }
  return { ok: false, checks: [], fault: '请在电脑上打开' }
}
