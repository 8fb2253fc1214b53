import type * as v from 'valibot'
import type { Role } from '@/domain/resident/people'

/** Who may ask: anyone at all, who is known to the village, or who holds one of these offices. The door asks, not the handler. */
export type Who = 'anyone' | 'resident' | readonly Role[]

/**
 * An operation's row. A look changes nothing: a phone asks it a second time by itself where the answer was lost. A deed is sent again by
 * the person alone, under the same key.
 */
export interface Operation<
  Kind extends 'look' | 'deed',
  Asker extends Who,
  In extends v.GenericSchema,
  Out extends v.GenericSchema,
  Refusal extends string,
> {
  readonly kind: Kind
  readonly who: Asker
  /**
   * Said only where it differs from the kind: anybody may look, a deed is from sixteen on (procedures §6.4). From which age one votes is
   * for the body's roll to say.
   */
  readonly leastAge?: Kind extends 'look' ? 16 : 0
  /** What the door keeps for a minute and must read anew after this deed, or its author would be answered by the old choice. */
  readonly freshens?: Kind extends 'deed' ? 'village' : never
  readonly input: In
  readonly output: Out
  readonly refusals: readonly Refusal[]
}

/** A row without `kind` or `who` does not compile. */
export const operation = <
  Kind extends 'look' | 'deed',
  const Asker extends Who,
  In extends v.GenericSchema,
  Out extends v.GenericSchema,
  const Refusal extends string,
>(
  row: Operation<Kind, Asker, In, Out, Refusal>,
) => row

/** From which age this may be asked: a look at any, a deed from sixteen, where its row says nothing else. */
export const leastAge = ({ kind, leastAge }: { readonly kind: 'look' | 'deed'; readonly leastAge?: 0 | 16 }): 0 | 16 =>
  leastAge ?? (kind === 'look' ? 0 : 16)
