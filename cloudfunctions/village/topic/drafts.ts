import { grant, refuse } from '@/domain/ground/decision'
import { hasControlCharacters } from '@/domain/ground/text'
import { wordParts } from '@/domain/topic/raising'
import { allRows } from '../ground/all-rows'
import type { Handler } from '../ground/handler'
import { photoRefusal } from './raising'

const draftLength = 12_000

export const saveDraft: Handler<'draft.save'> = async (input, { store, org, actor, clock }) => {
  if (wordParts.some(part => input[part].length > draftLength)) return refuse('too-long')
  if (wordParts.some(part => hasControlCharacters(input[part]))) return refuse('control-characters')
  const photos = await photoRefusal(store, input.photoIds, actor.id)
  if (photos) return refuse(photos)
  const savedAt = clock.now()
  return store.commit(async tx => {
    const earlier = await tx.get('drafts', input.id)
    if (earlier && earlier.ownerId !== actor.id) return refuse('not-your-draft')
    // A save still on its way when the topic was handed in must not bring the draft back.
    if (await tx.get('topics', input.id)) return refuse('already-raised')
    await tx.put('drafts', { ...input, orgId: org.id, ownerId: actor.id, savedAt })
    return grant({ savedAt })
  })
}

export const listDrafts: Handler<'draft.list'> = async (_, { store, actor }) => {
  const drafts = await allRows(store, 'drafts', { match: { ownerId: actor.id }, order: { by: 'savedAt', descending: true } })
  return grant({ drafts: drafts.map(draft => ({ ...draft, photoIds: [...draft.photoIds] })) })
}

export const discardDraft: Handler<'draft.discard'> = ({ id }, { store, actor }) =>
  store.commit(async tx => {
    const draft = await tx.get('drafts', id)
    if (draft && draft.ownerId !== actor.id) return refuse('not-your-draft')
    if (draft) await tx.remove('drafts', id)
    return grant({})
  })
