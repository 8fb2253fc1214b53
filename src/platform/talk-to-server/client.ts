import type { Input, OperationName, Reply } from '@/contract'

/** Carries one request to wherever `serve` runs. */
export type Transport = (request: { readonly name: string; readonly input: unknown }) => Promise<unknown>

export interface Client {
  <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Reply<Name>>
}

/** Nothing answered, or not in our language: what was asked may or may not have been done. */
export class NoAnswer extends Error {}

const isReply = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'ok' in raw

export const createClient =
  (send: Transport): Client =>
  async (name, input) => {
    const reply = await send({ name, input }).catch(() => undefined)
    if (!isReply(reply)) throw new NoAnswer('not a reply')
    return reply as Reply<typeof name>
  }

/** Operations that only look. What is not named so is asked once: whether it is sent again is for the person to say, under the same key. */
const onlyLooks = /\.(view|list|find|hall|similar|mine|bodies|inOffice|form)$/

/** A look whose answer was lost is asked once more: a weak signal drops one of two, seldom both. */
export const askingTwice =
  (send: Transport): Transport =>
  async request => {
    const reply = await send(request).catch(() => undefined)
    return isReply(reply) || !onlyLooks.test(request.name) ? reply : send(request)
  }
