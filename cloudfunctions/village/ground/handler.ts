import type { GuestName, OperationName, OwnRefusal, Parsed, Reply } from '@/contract'
import type { Org } from '@/domain/village/org'
import type { Person } from '@/domain/resident/people'
import type { Ports } from '../../ports'
import type { Own } from './own'

export interface Context extends Ports {
  readonly org: Org
  readonly actor: Person
  /** How a row is had by its id: this village's, or none. */
  readonly own: Own
  /** What the host vouches for; only content checks need it. */
  readonly openid: string
}
export type GuestContext = Omit<Context, 'actor'> & { readonly actor: Person | null }

type HandlerReply<Name extends OperationName> =
  | Extract<Reply<Name>, { ok: true }>
  | { readonly ok: false; readonly refusal: OwnRefusal<Name> | 'bad-input' | 'busy' }

export type Handler<Name extends OperationName> = (
  input: Parsed<Name>,
  context: Name extends GuestName ? GuestContext : Context,
) => Promise<HandlerReply<Name>>
/** An operation without a handler, or a handler refusing with a code the contract lacks, does not compile. */
export type Handlers = { readonly [Name in OperationName]: Handler<Name> }
