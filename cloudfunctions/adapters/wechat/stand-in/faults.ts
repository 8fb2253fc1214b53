import type { Asked } from './actions'

/**
 * What may befall a request: the server refuses it for another's sake, answers too late having done nothing or having done it, the line
 * breaks after it was done, or the gateway fails.
 */
export const faultKinds = ['conflict', 'timed-out-before', 'timed-out-after', 'dropped', 'http-500'] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  readonly kind: FaultKind
  /** Which request it befalls, counted from now; the first if not said. */
  readonly at?: number
  /** Of which requests; of all if not said. */
  readonly when?: (asked: Asked) => boolean
}

export class Faults {
  private readonly armed: { readonly fault: Fault; left: number }[] = []
  add(fault: Fault): void {
    this.armed.push({ fault, left: fault.at ?? 1 })
  }
  clear(): void {
    this.armed.length = 0
  }
  /** Whether all of them have happened. */
  get spent(): boolean {
    return this.armed.length === 0
  }
  next(asked: Asked): FaultKind | null {
    for (const [n, one] of this.armed.entries()) {
      if (one.fault.when && !one.fault.when(asked)) continue
      one.left -= 1
      if (one.left > 0) continue
      this.armed.splice(n, 1)
      return one.fault.kind
    }
    return null
  }
}
