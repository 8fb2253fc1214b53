import Taro from '@tarojs/taro'
import type { Output } from '@/contract'
import type { TemplateKey } from '@/domain/notice/templates'
import { drawKey } from '../phone/chance'
import type { Client } from './client'
import { kept, type Kept } from '../files/storage'
import { call } from './transport'

export type Known = Output<'consent.view'>['templates']

export interface ConsentPhone {
  readonly call: Client
  /** Which ids the village's templates have, as last heard. */
  readonly known: Kept<Known>
  /** WeChat's own question. */
  ask(ids: readonly string[]): Promise<Readonly<Record<string, string>>>
  draw(): Promise<string>
}

const atOnce = 5
const answers = ['accept', 'reject', 'ban', 'filter'] as const

/**
 * Asks whether WeChat may bring what comes of this. To be called first thing in a tap, before anything is awaited: WeChat shows its
 * question to a finger and to nothing else. Whatever comes of it, the tap's own errand goes on.
 */
export function createAsk({ call, known, ask, draw }: ConsentPhone): (...keys: readonly TemplateKey[]) => Promise<void> {
  let heard = false
  return async (...keys) => {
    const here = (known.get() ?? []).filter(one => keys.includes(one.template))
    // WeChat does not take lasting and single consents in one question.
    const asked = here.filter(one => one.lasting === here[0]?.lasting).slice(0, atOnce)
    const asking = asked.length > 0 ? ask(asked.map(one => one.id)).catch(() => null) : null
    const said = await asking
    const told = asked.flatMap(({ template, id }) => {
      const answer = answers.find(one => one === said?.[id])
      return answer ? [{ template, answer }] : []
    })
    try {
      if (told.length > 0) await call('consent.record', { tap: await draw(), answers: told })
      if (heard) return
      const reply = await call('consent.view', {})
      if (reply.ok) heard = known.set(reply.value.templates)
    } catch {
      // The village did not hear of it: that costs a message by WeChat, never the errand.
    }
  }
}

const isKnown = (raw: unknown): raw is Known =>
  Array.isArray(raw) && raw.every(one => typeof one === 'object' && one !== null && 'id' in one && 'template' in one)

const known = kept('templates', isKnown)
const inWeChat =
  process.env.TARO_ENV === 'weapp'
    ? createAsk({
        call,
        draw: drawKey,
        known,
        ask: async ids =>
          (await Taro.requestSubscribeMessage({ tmplIds: [...ids], entityIds: [] })) as unknown as Readonly<Record<string, string>>,
      })
    : null

export const askConsent = (...keys: readonly TemplateKey[]): void => void inWeChat?.(...keys)

/** Whether there is something to ask: elsewhere than in WeChat, or where the village has no such template, there is not. */
export const askable = (key: TemplateKey): boolean =>
  process.env.TARO_ENV === 'weapp' && (known.get() ?? []).some(one => one.template === key)
