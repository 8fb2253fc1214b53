import { drawKey } from '@/platform/phone/chance'
import { photoData, photoUrl, pickPhotos } from '@/platform/files/photos'
import { call } from '@/platform/talk-to-server/transport'
import { drawer } from './drawer'
import type { Phone } from './raise'

/** This phone, as writing needs it. */
export const phone: Phone = {
  drawKey,
  now: Date.now,
  kept: drawer.all,
  keep: drawer.keep,
  drop: drawer.drop,
  pick: pickPhotos,
  urlOf: photoUrl,
  send: async path => call('photo.add', { data: await photoData(path) }),
}
