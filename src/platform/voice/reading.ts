interface Shown {
  readonly at: 'shown'
  readonly stale: boolean
}

/** How a screen asks anew for what it shows, and keeps an answer that came too late from standing over a newer one. */
export function createReading() {
  let asked = 0
  return {
    /**
     * What is shown already (`before`) stays meanwhile, and where no answer comes it stays and is called old. Null: no answer, or one that
     * nobody waits for any more.
     */
    async read<Before extends Shown, Reply>(
      before: Before | null,
      show: (seen: Before | { readonly at: 'loading' | 'failed' }) => void,
      ask: () => Promise<Reply>,
    ): Promise<Reply | null> {
      const ticket = ++asked
      if (!before) show({ at: 'loading' })
      const reply = await ask().catch(() => null)
      if (ticket !== asked) return null
      if (reply === null) show(before ? { ...before, stale: true } : { at: 'failed' })
      return reply
    },
    /** For a further page: whether since now nothing has been asked anew. */
    watch(): () => boolean {
      const ticket = asked
      return () => ticket === asked
    },
  }
}

/** A list and its next page: a row that moved meanwhile is not shown twice. */
export function joined<Row extends { readonly id: string }>(rows: readonly Row[], further: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...further.filter(({ id }) => !known.has(id))]
}
