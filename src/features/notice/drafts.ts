import { chosenIdentity } from '@/platform/talk-to-server/identity'
import { kept } from '@/platform/files/storage'
import type { ObjectionDraft, ObjectionDrafts } from './objection-store'

const isDraft = (raw: unknown): raw is ObjectionDraft =>
  typeof raw === 'object' &&
  raw !== null &&
  'objectionId' in raw &&
  typeof raw.objectionId === 'string' &&
  'reason' in raw &&
  typeof raw.reason === 'string'

/** In a browser several demo people share one phone; nobody finds another's words. */
const drawer = (topicId: string) => kept(`objection:${chosenIdentity.get() ?? 'me'}:${topicId}`, isDraft)

export const draftsOnThisPhone: ObjectionDrafts = {
  of: topicId => drawer(topicId).get(),
  keep: (topicId, draft) => void drawer(topicId).set(draft),
  drop: topicId => drawer(topicId).remove(),
}
