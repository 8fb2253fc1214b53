import { urlOf } from '@/platform/screen/navigation'
import type { NoticeView } from './store'
import { kindOf } from './words'

/**
 * What somebody who passes a notice on sends: the notice, which hangs on the wall for all. Nothing of who sends it, nor of what they voted.
 */
export function passedOn(view: NoticeView): { readonly title: string; readonly path: string; readonly query: string } {
  const path = urlOf('notice/index', { id: view.notice.id })
  return { title: `${kindOf(view.notice).name}：${view.topicTitle}`, path, query: path.split('?')[1] ?? '' }
}
