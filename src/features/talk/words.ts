import { commentLength } from '@/domain/talk/discussion'
import { refusalWords } from '@/contract/refusal-words'
import type { Discussion, Saying } from './store'

/** What stands under the field after an attempt; nothing while one writes. */
export function sayingError(saying: Saying): string | undefined {
  if (saying.at === 'wrong')
    return saying.why === 'empty-text'
      ? '还没写内容'
      : saying.why === 'too-long'
        ? `写得太长了，最多 ${commentLength} 字`
        : refusalWords[saying.why]
  return saying.at === 'refused' ? refusalWords[saying.refusal] : undefined
}

const saidWords = (visible: 'shown' | 'held' | 'hidden'): string =>
  visible === 'shown' ? '说好了，大家看得到了' : '收到了。这条要请人看一看，24 小时内告诉您'

/** A short word after something was said or nodded to. */
export function talkToast({
  saying,
  nodSays,
}: Pick<Discussion, 'saying' | 'nodSays'>): { readonly text: string; readonly tone: 'plain' | 'red' } | null {
  if (saying.at === 'said') return { text: saidWords(saying.visible), tone: 'plain' }
  if (nodSays === null) return null
  return { text: nodSays === 'no-answer' ? '没连上，请再点一次' : refusalWords[nodSays], tone: 'red' }
}
