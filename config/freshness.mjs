import { readdir, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

const skipped = /\.test\.tsx?$|\.contract\.ts$|\/journeys\/|README\.md$/

async function newest(place) {
  const found = await stat(place).catch(() => null)
  if (!found) return 0
  if (!found.isDirectory()) return skipped.test(place) ? 0 : found.mtimeMs
  const inside = await readdir(place)
  return Math.max(0, ...(await Promise.all(inside.map(name => newest(path.join(place, name))))))
}

/** Whether what was built is missing, or older than something it is built from. */
export async function isStale(output, sources) {
  const built = await stat(output).catch(() => null)
  if (!built) return true
  return Math.max(...(await Promise.all(sources.map(newest)))) > built.mtimeMs
}

/**
 * Sets a built file's time to the start of its build. Builders do not touch a file whose content stays the same, so it would look older
 * than its sources for ever; and with the end of the build, a source changed meanwhile would look built.
 */
export const builtAt = (output, when) => utimes(output, when, when)
