import { cameBy, cloudPorts } from '../adapters/wechat/ports'
import { tick } from './tick'

const ports = cloudPorts()

/** Function 2: everything time does, at the timer's call and at nobody else's. It ends by itself before the function's time limit; the next call goes on. */
export const main = async () => (cameBy('wx_trigger') ? tick(ports, { budgetMs: 15_000 }) : { ok: false, refusal: 'not-the-timer' })
