import type { Input, OperationName, Output } from '@/contract'
import type { Village } from './village'

/** What was answered; a refusal ends the journey. */
export async function told<Name extends OperationName>(
  village: Village,
  who: string | null,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await village.ask(who, name, input)
  if (!reply.ok) throw new Error(`${name} as ${who} was refused: ${reply.refusal}`)
  return reply.value
}
