import { afterAll } from 'vitest'
import type { Row, Table } from '../../ports'
import { startCloudBase } from '../../adapters/wechat/stand-in/cloud-base'
import { keepVillagesIn } from './fresh-store'

/**
 * Before every file of `config/vitest.cloudbase.config.ts`: each small village gets an environment of CloudBase's, through the real SDK.
 */
const cloudBase = await startCloudBase()
afterAll(() => cloudBase.stop())

keepVillagesIn(seed => {
  const { store, load } = cloudBase.environment()
  for (const [table, rows] of Object.entries(seed)) load(table as Table, rows as readonly Row<Table>[])
  return store
})
