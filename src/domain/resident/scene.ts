/** Where a code leads: the app's home page, a topic, the door of a session, or to becoming known by the six digits it holds. */
export type CodeKind = 'village' | 'topic' | 'session' | 'bind'
export interface Place {
  readonly kind: CodeKind
  readonly id: string
}

/** WeChat gives a mini-program code 32 characters. */
export const sceneLength = 32

const marks: Record<CodeKind, string> = { village: 'v', topic: 't', session: 's', bind: 'b' }
const kinds = Object.keys(marks) as CodeKind[]
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const drawn = /^[0-9a-f]{32}$/
const short = /^[A-Za-z0-9._-]{1,30}$/

/**
 * An id drawn on a phone is 32 hex digits, all that a code holds: three digits are two letters of 64. By hand, since phones have no `btoa`.
 */
const packed = (id: string): string =>
  `${id}0`
    .match(/.{3}/g)
    ?.map(three => {
      const bits = parseInt(three, 16)
      return `${alphabet[bits >> 6] ?? ''}${alphabet[bits & 63] ?? ''}`
    })
    .join('') ?? ''

function unpacked(letters: string): string | null {
  const values = [...letters].map(letter => alphabet.indexOf(letter))
  if (values.length !== 22 || values.includes(-1)) return null
  let id = ''
  for (let at = 0; at < 22; at += 2) id += (((values[at] ?? 0) << 6) | (values[at + 1] ?? 0)).toString(16).padStart(3, '0')
  return id.endsWith('0') ? id.slice(0, 32) : null
}

/** What is written into the code; null for an id that does not fit into one. */
export function sceneOf({ kind, id }: Place): string | null {
  if (kind === 'village') return marks.village
  if (drawn.test(id)) return `${marks[kind]}${packed(id)}`
  return short.test(id) ? `${marks[kind]}.${id}` : null
}

/** Where a code leads; null where it is none of ours. */
export function placeIn(scene: string): Place | null {
  const kind = kinds.find(each => marks[each] === scene[0])
  const rest = scene.slice(1)
  if (kind === undefined) return null
  if (kind === 'village') return rest === '' ? { kind, id: '' } : null
  const id = rest.startsWith('.') ? rest.slice(1) : unpacked(rest)
  // Each place has one code: what would be written otherwise is none of ours.
  return id !== null && sceneOf({ kind, id }) === scene ? { kind, id } : null
}
