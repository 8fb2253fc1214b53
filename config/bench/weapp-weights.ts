import path from 'node:path'
import { weighPackages } from '../weapp/packages'
import { atMost, type Bench, type Figure } from './figure'

/** Bytes as they lie in dist/weapp, uncompressed: what WeChat's limits count. */
export const weappWeights: Bench = async ({ root, pages }) => {
  await pages('weapp')
  const { main, subpackages, whole } = weighPackages(path.join(root, 'dist/weapp'))
  const each: [string, Figure][] = Object.entries(subpackages).map(([folder, bytes]) => [folder, atMost(200, bytes / 1000, 'KB')])
  return { main: atMost(500, main / 1000, 'KB'), ...Object.fromEntries(each), whole: atMost(1200, whole / 1000, 'KB') }
}
