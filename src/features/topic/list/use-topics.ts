import { useState } from 'react'
import { useStore } from 'zustand'
import { drawKey } from '@/platform/phone/chance'
import { call } from '@/platform/talk-to-server/transport'
import { createTopicList, type TopicList } from './list-store'
import { createTopicPage, type TopicPage } from '../topic-store'

const list = createTopicList(call)

export const useTopicList = (): TopicList => useStore(list)
/** Each page has its own: a merged topic stands above the one it came from. */
export const useTopicPage = (): TopicPage => useStore(useState(() => createTopicPage(call, drawKey))[0])
