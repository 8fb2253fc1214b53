import { open, readFile, rename } from 'node:fs/promises'
import type { Clock } from '../ports'

export interface MovingClock extends Clock {
  /** Moves the village's time forward; true time goes on from there, also after a restart. */
  advance(milliseconds: number): Promise<void>
}

/** The machine's clock, ahead by what the file says. */
export async function movingClock(file: string): Promise<MovingClock> {
  let ahead = await readFile(file, 'utf8').then(aheadIn, () => 0)
  return {
    now: () => Date.now() + ahead,
    async advance(milliseconds) {
      const next = ahead + milliseconds
      const half = `${file}.half`
      const handle = await open(half, 'w')
      try {
        await handle.writeFile(JSON.stringify({ ahead: next }))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(half, file)
      ahead = next
    },
  }
}

function aheadIn(text: string): number {
  const read: unknown = JSON.parse(text)
  const ahead = typeof read === 'object' && read !== null && 'ahead' in read ? read.ahead : 0
  if (typeof ahead !== 'number' || !Number.isSafeInteger(ahead) || ahead < 0)
    throw new Error('clock.json is damaged: delete it, or start with --fresh')
  return ahead
}
