import type { Output } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { Client } from '@/platform/talk-to-server/client'
import { lost, type Roll } from './words'

export type People = Output<'roll.people'>['people']

/** Every page of a roll's names, as far as the asker may read them; or why not, in words. */
export async function everyone(call: Client, body: Roll['body']): Promise<{ readonly people: People } | { readonly says: string }> {
  const people: People = []
  let after: string | null = ''
  while (after !== null) {
    const asked: { readonly body: Roll['body']; readonly after?: string } = after === '' ? { body } : { body, after }
    const reply = await call('roll.people', asked).catch(() => null)
    if (!reply?.ok) return { says: reply ? refusalWords[reply.refusal] : lost }
    people.push(...reply.value.people)
    after = reply.value.next
  }
  return { people }
}
