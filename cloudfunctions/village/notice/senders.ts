import type { SendingWay } from '@/domain/notice/ways'
import type { Ports, Sender } from '../../ports'
import { byWeChat } from './by-wechat'

/** Each way by which messages go out, and what sends by it; null where this village or its host has no such way. */
export const senders: Record<SendingWay, (ports: Ports) => Sender | null> = { wechat: byWeChat }
