import { refuse } from '@/domain/decision'
import { callerId, cameBy, cloudPorts, orgId } from '../adapters/wechat/ports'
import { createServe } from './serve'

const serve = createServe(cloudPorts(), orgId)

/** Function 1: everything a person asks, from the mini-program and from nowhere else. */
export const main = async (event: unknown) => (cameBy('wx_client', 'wx_devtools') ? serve(event, callerId()) : refuse('bad-input'))
