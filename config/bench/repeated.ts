export const median = (values: readonly number[]): number => quantile(values, 0.5)
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** So many at once: as one is done the next begins, in the order given. */
export async function crowd(atOnce: number, works: readonly (() => Promise<unknown>)[]): Promise<void> {
  let next = 0
  const one = async () => {
    for (let work = works[next++]; work; work = works[next++]) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
