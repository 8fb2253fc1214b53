import type { Codes } from '../../ports'
import type { CloudCodes } from './database'

/**
 * WeChat's own codes, without limit in number. `checkPath` is off: the page need not be in the released version when the paper is printed.
 */
export const wechatCodes = (cloud: CloudCodes): Codes => ({
  async of(scene, page) {
    const { buffer } = await cloud.openapi.wxacode.getUnlimited({ scene, page, checkPath: false, width: 640 })
    return buffer
  },
})
