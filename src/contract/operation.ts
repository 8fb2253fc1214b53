import type * as v from 'valibot'

export interface Operation<In extends v.GenericSchema, Out extends v.GenericSchema, Refusal extends string> {
  readonly input: In
  readonly output: Out
  readonly refusals: readonly Refusal[]
  /** May be asked by someone the village does not know: reading needs no login. */
  readonly guest?: true
}

export const operation = <In extends v.GenericSchema, Out extends v.GenericSchema, const Refusal extends string>(
  spec: Operation<In, Out, Refusal>,
) => spec
export const guestOperation = <In extends v.GenericSchema, Out extends v.GenericSchema, const Refusal extends string>(
  spec: Operation<In, Out, Refusal>,
) => ({ ...spec, guest: true }) as const
