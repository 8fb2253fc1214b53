/** Time's errands, one at a time: a run asked for while one is under way comes after it. */
export interface Ticker {
  /** Runs until nothing is left to do. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** `sweep` says whether it left something undone. A sweep that fails is reported and tried again at the next beat. */
export function startTicker(sweep: () => Promise<{ readonly more: boolean }>, everyMs: number, failed: (error: unknown) => void): Ticker {
  let line: Promise<void> = Promise.resolve()
  let waiting = false

  async function untilDone(): Promise<void> {
    // Each sweep is bounded in itself; one that never ends would be a fault of ours, and must not hold the village's clock for ever.
    for (let sweeps = 0; sweeps < 1000; sweeps += 1) if (!(await sweep()).more) return
    throw new Error('tick did not come to an end')
  }

  function enqueue(work: () => Promise<void>): Promise<void> {
    const turn = line.then(work)
    line = turn.catch(() => undefined)
    return turn
  }

  const timer = setInterval(() => {
    if (waiting) return
    waiting = true
    void enqueue(untilDone)
      .catch(failed)
      .finally(() => {
        waiting = false
      })
  }, everyMs)

  return {
    settle: () => enqueue(untilDone),
    async stop() {
      clearInterval(timer)
      await line
    },
  }
}
