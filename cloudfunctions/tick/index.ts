import { cameBy, cloudPorts } from '../adapters/wechat/ports'
import { tick } from './tick'

const ports = cloudPorts()

/** Function 2: everything time does, at the timer's call and at nobody else's. A sweep cut off by the function's time limit goes on at the next minute. */
export const main = async () => (cameBy('wx_trigger') ? tick(ports) : { ok: false, refusal: 'not-the-timer' })
