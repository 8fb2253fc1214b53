import { whenBackOnline } from '@/platform/talk-to-server/network'
import { kept } from '@/platform/files/storage'
import { call } from '@/platform/talk-to-server/transport'
import { isNote } from './notebook'
import { createQueue, isQueue } from './queue'

/** The one queue of this phone: both pages look into it, and it empties itself when the network is back. */
export const queue = createQueue(call, kept('opinions-waiting', isQueue))
whenBackOnline(() => void queue.getState().send())

export const noteDraft = kept('opinion-draft', isNote)
