import { useState } from 'react'
import type { StoreApi } from 'zustand/vanilla'
import { drawKey } from '@/platform/phone/chance'
import { isText, kept } from '@/platform/files/storage'
import { call } from '@/platform/talk-to-server/transport'
import { createDiscussion, type Discussion, type Drawer } from './store'

const place = (topicId: string) => kept(`said:${topicId}`, isText)
const drawer: Drawer = {
  read: topicId => place(topicId).get() ?? '',
  keep(topicId, words) {
    if (words === '') place(topicId).remove()
    else place(topicId).set(words)
  },
}

/** The store and not its state: what is typed must not draw the whole page anew at each letter. */
export const useDiscussion = (): StoreApi<Discussion> => useState(() => createDiscussion(call, drawKey, drawer))[0]
