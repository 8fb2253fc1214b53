import { grant, refuse } from '@/domain/decision'
import { isStaff } from '@/domain/people'
import { sceneOf, type CodeKind } from '@/domain/scene'
import type { Refusal } from '@/contract'
import type { Org } from '@/domain/org'
import type { Store } from '../../ports'
import type { Handler } from '../handler'

/** Where every code lands: the first page, which knows the way on. */
const landing = 'pages/home/index'

export const viewCode: Handler<'code.view'> = async ({ kind, id }, { store, org, actor, codes }) => {
  if (!isStaff(actor)) return refuse('not-your-role')
  const named = await nameOf(store, org, kind, id)
  if (!named.ok) return named
  const scene = sceneOf({ kind, id: kind === 'village' ? org.id : id })
  if (scene === null) return refuse('no-code')
  const bytes = await codes.of(scene, landing).catch(() => null)
  // Paper is not paper without its code: better said than printed empty.
  return bytes === null ? refuse('no-code') : grant({ picture: `data:${mimeOf(bytes)};base64,${Buffer.from(bytes).toString('base64')}`, name: named.value })
}

type Named = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly refusal: Extract<Refusal<'code.view'>, 'no-such-topic' | 'no-such-session'> }

async function nameOf(store: Store, org: Org, kind: CodeKind, id: string): Promise<Named> {
  if (kind === 'village') return grant(org.hall)
  const found = kind === 'topic' ? await store.get('topics', id) : await store.get('sessions', id)
  if (!found || found.orgId !== org.id) return refuse(kind === 'topic' ? 'no-such-topic' : 'no-such-session')
  return grant(found.title)
}

const mimeOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 ? 'image/png' : 'image/svg+xml')
