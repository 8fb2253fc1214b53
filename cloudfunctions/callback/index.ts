import { cameBy, cloudPorts, orgId } from '../adapters/wechat/ports'
import { callback } from './callback'

const ports = cloudPorts()

/**
 * Function 3: what WeChat tells us later. Its message push has no way of its own among those the SDK names, so it comes as
 * 「wx_unknown」; phones, developer tools, HTTP callers and other functions have theirs, and are refused.
 */
export const main = async (event: unknown) =>
  cameBy('wx_unknown')
    ? callback(ports, orgId, event, line => {
        console.info(line)
      })
    : { ok: false, refusal: 'not-the-push' }
