import { refusedFor } from '@/domain/notice/consents'
import { templateKeys, templates, type Template, type TemplateKey } from '@/domain/notice/templates'
import type { Push, PushOutcome } from '../../ports'

export interface CloudPush {
  readonly openapi: {
    readonly subscribeMessage: {
      send(message: {
        readonly touser: string
        readonly templateId: string
        readonly page: string
        readonly miniprogramState: string
        readonly lang: 'zh_CN'
        readonly data: Readonly<Record<string, { readonly value: string }>>
      }): Promise<unknown>
    }
  }
}

/** A template as the village drew it from WeChat's library: its id, and what its fields are called there (`thing1`, `time4`). */
interface Drawn {
  readonly id: string
  readonly lasting: boolean
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The village's way to phones, from its settings: `PUSH_TEMPLATES`, a JSON object of `{"vote":{"id":"…","fields":{"matter":"thing1",…}}}`,
 * with `"lasting":true` where WeChat gave the village a long-term template.
 * A template with a field left out would lose every message, so it counts as not set. Null where none is.
 */
export function pushFrom(cloud: CloudPush, env: Readonly<Record<string, string | undefined>>): Push | null {
  const drawn = drawnFrom(env.PUSH_TEMPLATES)
  if (drawn.size === 0) return null
  const stage = env.MINIPROGRAM_STATE || 'formal'
  return {
    templates: Object.fromEntries([...drawn].map(([key, { id, lasting }]) => [key, { id, lasting }])),
    async send({ openid, template, values, page }) {
      const to = drawn.get(template)
      if (!to) return 'unknown-template'
      const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [to.fields[name] ?? name, { value }]))
      try {
        await cloud.openapi.subscribeMessage.send({ touser: openid, templateId: to.id, page, miniprogramState: stage, lang: 'zh_CN', data })
        return 'sent'
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

function drawnFrom(text: string | undefined): Map<TemplateKey, Drawn> {
  const drawn = new Map<TemplateKey, Drawn>()
  if (!text) return drawn
  const given = parsed(text)
  for (const key of templateKeys) {
    const one = isRecord(given) ? given[key] : undefined
    if (!isRecord(one) || typeof one.id !== 'string' || one.id === '' || !isRecord(one.fields)) continue
    const fields: Record<string, string> = {}
    for (const { name, type } of (templates[key] as Template).fields) {
      const called = one.fields[name]
      if (typeof called === 'string' && new RegExp(`^${type}\\d+$`).test(called)) fields[name] = called
    }
    if (Object.keys(fields).length === templates[key].fields.length) drawn.set(key, { id: one.id, lasting: one.lasting === true, fields })
  }
  return drawn
}

/** Where the setting is no JSON, messages do not go out by WeChat; the village runs on. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const outcomes: Readonly<Record<number, PushOutcome>> = {
  ...refusedFor,
  43108: 'busy',
  45168: 'bad-message',
  47003: 'bad-message',
  40003: 'bad-message',
  40037: 'unknown-template',
  // WeChat says itself that it did nothing: busy, or asked too often.
  [-1]: 'retry',
  45009: 'retry',
}
/** No connection was made, so no message can have gone out. (Where a connection fell silent, one may have.) */
const unreached = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/

/** What WeChat's refusal means for the one it was for. A silence may be a message sent, so it is never tried again. */
function outcomeOf(error: unknown): PushOutcome {
  if (!isRecord(error)) return 'unsure'
  const known = typeof error.errCode === 'number' ? outcomes[error.errCode] : undefined
  return known ?? (unreached.test(`${String(error.code)} ${String(error.message)}`) ? 'retry' : 'unsure')
}
