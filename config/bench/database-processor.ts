import { readFileSync } from 'node:fs'
import pg from 'pg'

const ticksPerSecond = 100

/**
 * Seconds of the processor that a PostgreSQL's own processes took, looked up every half second: those of a connection are gone when it
 * closes. Null where the system does not tell.
 */
export async function watchDatabase(url: string): Promise<() => Promise<number | null>> {
  const client = new pg.Client({ connectionString: url }),
    began = new Map<number, number>(),
    last = new Map<number, number>()
  await client.connect()
  const look = async () => {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()')
    for (const { pid } of rows) {
      const seconds = processorOf(pid)
      if (seconds === null) continue
      if (!began.has(pid)) began.set(pid, last.size === 0 ? seconds : 0)
      last.set(pid, seconds)
    }
  }
  await look()
  let watching = true
  const watch = (async () => {
    while (watching) {
      await new Promise(resolve => {
        setTimeout(resolve, 500)
      })
      await look()
    }
  })()
  return async () => {
    watching = false
    await watch
    await client.end()
    return last.size === 0 ? null : [...last].reduce((sum, [pid, seconds]) => sum + seconds - (began.get(pid) ?? 0), 0)
  }
}

function processorOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  } catch {
    return null
  }
}
