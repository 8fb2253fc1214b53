/** Moves the demo village's time forward by an ISO 8601 duration (`P1D`). False where there is no such clock. */
export async function moveDemoClock(advance: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return false
  try {
    const answer = await fetch('/demo/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance }),
    })
    return answer.ok
  } catch {
    return false
  }
}
