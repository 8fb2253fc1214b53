import { isOpenToAll } from '@/domain/procedure/states'
import type { Store } from '../../../ports'
import { visiblePhotos } from '../../ground/visible-photos'
import { meetingsShown } from '../major-matter'
import { photosOn, progress, resultShown } from '../topic-page'
import type { Seen } from './seen'

/**
 * Whatever of the page carries pictures, and those of them that this reader may see; all are looked up together. `shown` are the pictures
 * that are the page's own.
 */
export async function picturesShown(store: Store, seen: Seen) {
  const { topic, journal, people, actor, readsText, readsTalk, own } = seen
  const meetings = meetingsShown(topic, people, actor)
  const done = resultShown(topic)
  const pages = photosOn(topic, journal).filter(({ label }) => (label !== '议题照片' || readsText) && (label !== '进展照片' || readsTalk))
  const shown = pages.flatMap(({ ids }) => ids)
  const photos = await visiblePhotos(
    store,
    [...shown, ...meetings.flatMap(meeting => meeting.told.flatMap(one => one.photoIds))].slice(0, 1000),
    actor,
  )
  const mayPoint = actor !== null && isOpenToAll(topic.state)
  const reportWords = mayPoint && readsText && !own && !topic.wordsHidden
  // One's own picture is taken back, not reported.
  const reportPhotos = pages
    .filter(({ on, ids }) => mayPoint && on === 'topic' && !(own && ids === topic.photoIds))
    .flatMap(({ label, ids }) => photos.of(ids).map((id, index) => ({ id, label: `${label} ${index + 1}` })))
  const photoIds = readsText ? topic.photoIds : []
  return {
    shown,
    page: {
      mayReport: reportWords || reportPhotos.length > 0,
      reportWords,
      reportPhotos,
      photoIds: photos.of(photoIds),
      photosWaiting: photos.waiting(photoIds),
      meetings: meetings.map(meeting => ({ ...meeting, told: meeting.told.map(one => ({ ...one, photoIds: photos.of(one.photoIds) })) })),
      progress: (readsTalk ? progress(journal) : []).map(step => ({ ...step, photoIds: photos.of(step.photoIds) })),
      resultShown: done && { ...done, photoIds: photos.of(done.photoIds) },
    },
  }
}
