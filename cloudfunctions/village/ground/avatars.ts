import { initial, isStaff, type Person } from '@/domain/resident/people'
import type { Store } from '../../ports'

/** A picture that passed, or the one character that stands where there is none. */
export interface Avatar {
  readonly photoId: string | null
  readonly letter: string
}

/** To oneself one is drawn with one's picture, passed or not. */
export const ownAvatar = ({ name, avatarId }: Person): Avatar => ({ photoId: avatarId ?? null, letter: initial(name) })

/**
 * Whose pictures this reader may see: those that passed, and one's own. Who speaks for an office does so under its name, with no picture.
 */
export async function avatarsFor(
  store: Store,
  people: readonly Person[],
  viewer: Person | null,
): Promise<(person: Person | undefined, named: boolean) => Avatar> {
  const ids = people.flatMap(person => person.avatarId ?? [])
  const photos = ids.length > 0 ? await store.getMany('photos', [...new Set(ids)]) : []
  const seen = new Set(
    photos
      .filter(({ use, check, ownerId }) => use === 'avatar' && (check === 'clean' || check === 'by-person' || ownerId === viewer?.id))
      .map(({ id }) => id),
  )
  return (person, named) => {
    if (!person || !named) return { photoId: null, letter: initial(null) }
    const picture = person.avatarId !== undefined && !isStaff(person) && seen.has(person.avatarId) ? person.avatarId : null
    return { photoId: picture, letter: initial(person.name) }
  }
}
