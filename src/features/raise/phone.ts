import { drawKey } from '@/platform/chance'
import { photoData, photoUrl, pickPhotos } from '@/platform/photos'
import { call } from '@/platform/transport'
import { drawer } from './drawer'
import type { Phone } from './raise'

/** This phone, as writing needs it. */
export const phone: Phone = {
  drawKey, now: Date.now, kept: drawer.all, keep: drawer.keep, drop: drawer.drop, pick: pickPhotos, urlOf: photoUrl,
  send: async path => call('photo.add', { data: await photoData(path) }),
}
