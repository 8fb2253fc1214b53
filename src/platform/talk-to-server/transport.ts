import Taro from '@tarojs/taro'
import { askingTwice, createClient, type Transport } from './client'
import { chosenIdentity } from './identity'

const patience = 15_000

/** A browser asks the server it came from. */
const overHttp: Transport = async request => {
  const given = new AbortController()
  const timer = setTimeout(() => given.abort(), patience)
  try {
    const identity = chosenIdentity.get()
    const answer = await fetch('/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(identity === null ? {} : { 'x-demo-identity': identity }) },
      body: JSON.stringify(request),
      signal: given.signal,
    })
    return (await answer.json()) as unknown
  } finally {
    clearTimeout(timer)
  }
}

let opened = false
/** The mini-program asks the village's cloud function; WeChat itself vouches for who asks. */
const overCloud: Transport = async request => {
  if (!opened) {
    const env = process.env.TARO_APP_CLOUD_ENV
    Taro.cloud.init({ traceUser: true, ...(env ? { env } : {}) })
    opened = true
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), patience)
  })
  try {
    const answer = await Promise.race([Taro.cloud.callFunction({ name: 'api', data: request }), tooLate])
    return answer?.result
  } finally {
    clearTimeout(timer)
  }
}

/** The client every feature is given. */
export const call = createClient(askingTwice(process.env.TARO_ENV === 'h5' ? overHttp : overCloud))
