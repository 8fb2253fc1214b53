import type { Village } from './village'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The village's time now. */
export async function now(village: Village): Promise<number> {
  const me = await village.ask(null, 'me.view', {})
  if (!me.ok) throw new Error(me.refusal)
  return me.value.now
}

/** Lets time pass until this moment, and a minute more; whatever fell due has then been done. */
export async function until(village: Village, moment: number): Promise<void> {
  const minutes = Math.ceil((moment - (await now(village))) / minute) + 1
  if (minutes > 0) await village.advance(`PT${minutes}M`)
}
