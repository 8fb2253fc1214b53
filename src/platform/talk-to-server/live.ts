/**
 * Looks again every so many seconds between `wake` and `rest`; `look` at once. One look at a time: while an answer is awaited, the next
 * turn is left out.
 */
export function live(ask: () => Promise<void> | void, seconds: number) {
  let timer: ReturnType<typeof setInterval> | undefined
  let awaited = false
  async function look() {
    if (awaited) return
    awaited = true
    try {
      await ask()
    } finally {
      awaited = false
    }
  }
  return {
    look,
    wake() {
      timer ??= setInterval(() => void look(), seconds * 1000)
    },
    rest() {
      clearInterval(timer)
      timer = undefined
    },
  }
}
