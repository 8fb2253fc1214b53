import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findChromium } from './browser'
import { freshPages } from './pages.mjs'
import { freshServer } from './serve.mjs'
import { openVillage } from '../src/journeys/support/village'

/** Before all journeys: what they walk through is built, a browser is found, and the demo village is loaded once, to be copied. */
export default async function prepare(project) {
  await freshPages('h5')
  await freshServer()
  const chromium = findChromium()
  const data = await mkdtemp(path.join(tmpdir(), 'village-loaded-'))
  await (await openVillage(data)).close()
  project.provide('chromium', chromium)
  project.provide('loadedVillage', data)
  return () => rm(data, { recursive: true, force: true })
}
