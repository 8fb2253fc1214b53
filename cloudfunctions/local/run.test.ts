import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runVillage, settingsFrom } from './run'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'village-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (env: Readonly<Record<string, string>>) => runVillage(settingsFrom({ PORT: '0', ...env }, folder), () => undefined)
async function me(address: string): Promise<unknown> {
  const answer = await fetch(`${address}/api`, {
    method: 'POST',
    headers: { 'x-demo-identity': 'moderator' },
    body: JSON.stringify({ name: 'me.view', input: {} }),
  })
  return await answer.json()
}

describe('a village on this machine', () => {
  test('opens as its settings say, for guests, whatever a header claims; later it is what its database says', async () => {
    const first = await open({ ORG_NAME: '五湾村', ORG_GROUPS: '3' })
    expect(await me(first.address)).toMatchObject({
      ok: true,
      value: { person: null, org: { name: '五湾村', hall: '五湾村议事厅', groups: 3, demo: false } },
    })
    await first.stop()
    const again = await open({ ORG_NAME: '别的村' })
    expect(await me(again.address)).toMatchObject({ value: { org: { name: '五湾村' } } })
    await again.stop()
  })
  test('is never opened as a demonstration when it is real', async () => {
    await (await open({ ORG_ID: 'wuwan' })).stop()
    await expect(open({ ORG_ID: 'wuwan', DEMO: '1' })).rejects.toThrow('不是示范村')
  })
  test('says which setting is wrong', () => {
    expect(() => settingsFrom({ PORT: 'web' }, folder)).toThrow('PORT')
  })
})
