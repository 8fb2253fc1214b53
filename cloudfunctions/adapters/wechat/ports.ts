import { randomBytes, randomInt } from 'node:crypto'
import cloud from 'wx-server-sdk'
import type { Ports } from '../../ports'
import { isRestDay } from '../rest-days'
import { isAlarm, wechatAlarm } from './alarm'
import { wechatCodes } from './codes'
import { vaultFrom } from '../vault'
import { pushFrom } from './push'
import { wechatContentCheck } from './content-check'
import { wechatFiles } from './files'
import { wechatPhones } from './phones'
import { wechatStore } from './store'

export const orgId = process.env.ORG_ID ?? ''
const alarmKey = process.env.ALARM_KEY ?? ''
const clock = { now: Date.now }

/**
 * The village's ports in WeChat's cloud. Functions run in UTC; nothing here asks the machine for its time zone, `calendar.ts` counts in +8.
 */
export function cloudPorts(): Ports {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  return {
    store: wechatStore(cloud.database({ throwOnNotFound: false })),
    clock,
    alarm: wechatAlarm(
      { addDelayedFunctionTask: task => cloud.openapi.cloudbase.addDelayedFunctionTask(task) },
      () => cloud.getWXContext().ENV,
      clock,
      alarmKey,
    ),
    contentCheck: wechatContentCheck(cloud, process.env.FILES_ROOT ?? ''),
    files: wechatFiles(cloud, process.env.FILES_ROOT ?? ''),
    chance: { id: () => randomBytes(16).toString('hex'), below: n => randomInt(n) },
    codes: wechatCodes(cloud),
    phones: wechatPhones(cloud),
    vault: vaultFrom(process.env.VAULT_KEY),
    isRestDay,
    push: pushFrom(cloud, { PUSH_TEMPLATES: process.env.PUSH_TEMPLATES, MINIPROGRAM_STATE: process.env.MINIPROGRAM_STATE }),
  }
}

/**
 * Whether the call came only by these ways. Any client may call any function by its name, so each function says whom it hears; a call
 * through other functions (「wx_client,scf」) names each way it took.
 */
export function cameBy(...ways: readonly string[]): boolean {
  const { SOURCE } = cloud.getWXContext()
  return typeof SOURCE === 'string' && SOURCE !== '' && SOURCE.split(',').every(way => ways.includes(way))
}

/** Whether tick was called by an alarm it, or api, had set. */
export const cameByAlarm = (event: unknown): boolean => isAlarm(event, alarmKey)

export const callerId = (): string | undefined => cloud.getWXContext().OPENID
