import type { Chance } from '../../ports'

/** The same numbers for the same seed, everywhere (mulberry32): the demo village is made, not drawn. Never for real votes. */
export interface Dice {
  /** 0 to n - 1. */
  below(n: number): number
  pick<T>(from: readonly T[]): T
  /** So many different ones, in no order. */
  some<T>(from: readonly T[], n: number): T[]
  hex(length: number): string
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    pick: from => from[below(from.length)]!,
    some(from, n) {
      const left = [...from]
      return Array.from({ length: Math.min(n, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
    hex: length => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}

/** Seeded chance for the story of the demo village, so that every start tells the same one. */
export const seededChance = (from: Dice): Chance => ({ id: () => from.hex(32), below: from.below })
