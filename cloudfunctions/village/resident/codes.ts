import { grant, refuse } from '@/domain/ground/decision'
import { sceneOf } from '@/domain/resident/scene'
import type { Parsed, Refusal } from '@/contract'
import { maySee } from '../topic/take-step'
import type { Context, Handler } from '../ground/handler'

/** Where every code lands: the first page, which knows the way on. */
export const landing = 'pages/home/index'

export const viewCode: Handler<'code.view'> = async ({ kind, id }, context) => {
  const { org, codes } = context
  const named = await nameOf(context, kind, id)
  if (!named.ok) return named
  const scene = sceneOf({ kind, id: kind === 'village' ? org.id : id })
  if (scene === null) return refuse('no-code')
  const bytes = await codes.of(scene, landing).catch(() => null)
  // Paper is not paper without its code: better said than printed empty.
  return bytes === null ? refuse('no-code') : grant({ picture: pictureOf(bytes), name: named.value })
}

type Named =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: Extract<Refusal<'code.view'>, 'no-such-topic' | 'no-such-session'> }

async function nameOf({ own, org, actor }: Context, kind: Parsed<'code.view'>['kind'], id: string): Promise<Named> {
  if (kind === 'village') return grant(org.hall)
  if (kind === 'topic') {
    const topic = await own('topics', id)
    return topic && maySee(topic, actor) ? grant(topic.title) : refuse('no-such-topic')
  }
  const session = await own('sessions', id)
  return session ? grant(session.title) : refuse('no-such-session')
}

export const pictureOf = (bytes: Uint8Array): string => `data:${mimeOf(bytes)};base64,${Buffer.from(bytes).toString('base64')}`
const mimeOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/svg+xml')
