import type { DeedName, Input, LookName, OperationName, Reply } from '@/contract'

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

type Verb<Name extends OperationName> = Name extends `${string}.${infer Last}` ? Last : never
/**
 * The last words of all operations that only look. The contract's rows stay on the server, so the phone knows a look by its name: a look
 * whose last word is not here does not compile, nor does a word that some deed has too.
 */
const onlyLooks: { readonly [Last in Verb<LookName>]: Last extends Verb<DeedName> ? never : true } = {
  view: true,
  list: true,
  find: true,
  hall: true,
  similar: true,
  mine: true,
  bodies: true,
  inOffice: true,
  form: true,
  tryStep: true,
  log: true,
  counts: true,
  sheet: true,
  helpers: true,
  families: true,
  part: true,
  history: true,
  signers: true,
  people: true,
  changes: true,
  disputes: true,
}
const isLook = (name: string): boolean => Object.hasOwn(onlyLooks, name.slice(name.lastIndexOf('.') + 1))

/**
 * A look whose answer was lost is asked once more: a weak signal drops one of two, seldom both. A deed is asked once: whether it is sent
 * again is for the person to say, under the same key.
 */
export const askingTwice =
  (send: Transport): Transport =>
  async request => {
    const reply = await send(request).catch(() => undefined)
    return isReply(reply) || !isLook(request.name) ? reply : send(request)
  }
