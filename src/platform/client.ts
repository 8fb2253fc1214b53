import type { Input, OperationName, Reply } from '@/contract'

/** Carries one request to wherever `serve` runs. */
export type Transport = (request: { readonly name: string; readonly input: unknown }) => Promise<unknown>

export interface Client {
  <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Reply<Name>>
}

/** Nothing answered, or not in our language: what was asked may or may not have been done. */
export class NoAnswer extends Error {}

export const createClient = (send: Transport): Client => async (name, input) => {
  const reply = await send({ name, input }).catch(() => undefined)
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new NoAnswer('not a reply')
  return reply as Reply<typeof name>
}
