import { afterAll, beforeAll, describe } from 'vitest'
import { storeContract } from '../store.contract'
import { startCloudBase, type CloudBase } from './stand-in/cloud-base'

describe('CloudBase store, through the real SDK', () => {
  let cloudBase: CloudBase
  beforeAll(async () => { cloudBase = await startCloudBase() })
  afterAll(async () => { await cloudBase.stop() })
  storeContract(async () => cloudBase.environment().store)
})
