import { refuse } from '@/domain/ground/decision'
import { callerId, cameBy, cloudPorts, orgId } from '../adapters/wechat/ports'
import { sharedReads } from '../adapters/wechat/shared-reads'
import { createServe } from './serve'

const ports = cloudPorts()
const serve = createServe({ ...ports, store: sharedReads(ports.store, ports.clock) }, orgId)

/** Function 1: everything a person asks, from the mini-program and from nowhere else. */
export const main = async (event: unknown) => (cameBy('wx_client', 'wx_devtools') ? serve(event, callerId()) : refuse('bad-input'))
