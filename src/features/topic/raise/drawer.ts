import { kept } from '@/platform/files/storage'
import { emptyDraft, type Draft, type Step } from './draft'

const isTexts = (raw: unknown): raw is readonly string[] => Array.isArray(raw) && raw.every(one => typeof one === 'string')

/** A draft of an older version of the app, or of a newer one, is read as far as it goes. */
function isDraft(raw: unknown): raw is Draft {
  if (
    typeof raw !== 'object' ||
    raw === null ||
    !('id' in raw) ||
    typeof raw.id !== 'string' ||
    !('words' in raw) ||
    typeof raw.words !== 'object' ||
    raw.words === null
  )
    return false
  const blank = emptyDraft('')
  const given = raw as unknown as Draft
  return (
    Object.keys(blank.words).every(part => typeof given.words[part as keyof Draft['words']] === 'string') &&
    isTexts(given.photoIds) &&
    ([1, 2, 3] as readonly Step[]).includes(given.step)
  )
}

const ids = kept('drafts', isTexts)
const place = (id: string) => kept(`draft:${id}`, isDraft)

/** The phone's own drawer: each draft under its key, so that a letter typed rewrites one draft and not all. */
export const drawer = {
  all: (): readonly Draft[] => (ids.get() ?? []).flatMap(id => place(id).get() ?? []),
  keep(draft: Draft) {
    const known = ids.get() ?? []
    if (!known.includes(draft.id)) ids.set([...known, draft.id])
    place(draft.id).set(draft)
  },
  drop(id: string) {
    place(id).remove()
    ids.set((ids.get() ?? []).filter(one => one !== id))
  },
}
