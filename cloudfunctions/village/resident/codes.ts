import { grant, refuse } from '@/domain/ground/decision'
import { type Person } from '@/domain/resident/people'
import { sceneOf } from '@/domain/resident/scene'
import type { Parsed, Refusal } from '@/contract'
import type { Org } from '@/domain/village/org'
import type { Store } from '../../ports'
import { maySee } from '../topic/take-step'
import type { Handler } from '../ground/handler'

/** Where every code lands: the first page, which knows the way on. */
export const landing = 'pages/home/index'

export const viewCode: Handler<'code.view'> = async ({ kind, id }, { store, org, actor, codes }) => {
  const named = await nameOf(store, org, kind, id, actor)
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

async function nameOf(store: Store, org: Org, kind: Parsed<'code.view'>['kind'], id: string, actor: Person): Promise<Named> {
  if (kind === 'village') return grant(org.hall)
  if (kind === 'topic') {
    const topic = await store.get('topics', id)
    return topic && topic.orgId === org.id && maySee(topic, actor) ? grant(topic.title) : refuse('no-such-topic')
  }
  const session = await store.get('sessions', id)
  return session && session.orgId === org.id ? grant(session.title) : refuse('no-such-session')
}

export const pictureOf = (bytes: Uint8Array): string => `data:${mimeOf(bytes)};base64,${Buffer.from(bytes).toString('base64')}`
const mimeOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/svg+xml')
