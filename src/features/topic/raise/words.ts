import { refusalWords } from '@/contract/refusal-words'
import { dayOf, spokenDay } from '@/domain/ground/calendar'
import { wordLimits } from '@/domain/topic/topic'
import { photosRefused } from '@/platform/files/photo-words'
import type { Faults, Part, Step, Words } from './draft'
import type { Raise } from './raise'

export const headings: Record<Step, string> = { 1: '是什么事，在哪里？', 2: '影响到谁，怎么办好？', 3: '看一遍，交上去' }

export const labels: Record<Part, string> = {
  title: '一句话说是什么事',
  what: '说说怎么回事',
  where: '在哪里',
  affected: '影响到谁',
  suggestion: '您觉得怎么办好',
}
export const hints: Record<Part, string> = {
  title: '比如“村口到小学的路灯坏了”',
  what: '什么时候开始的，有多严重',
  where: '写到路口、门牌、村民小组都行',
  affected: '比如“上学的孩子和走夜路的老人”',
  suggestion: '说说您的想法，没想好就写“请村里想办法”',
}
const missing: Record<Part, string> = {
  title: '先用一句话说是什么事',
  what: '说说怎么回事，一两句也行',
  where: '写上在哪里，好去看',
  affected: '写上影响到谁',
  suggestion: '写上您觉得怎么办好，没想好就写“请村里想办法”',
}

/** What is wrong with a part; a text that grows too long is told while it is typed. Nothing typed is cut off. */
export function faultWords(part: Part, words: Words, faults: Faults): string | undefined {
  const length = [...words[part].trim()].length
  if (length > wordLimits[part]) return `写得太长了，最多 ${wordLimits[part]} 字，现在 ${length} 字`
  const fault = faults[part]
  return fault === undefined || fault === 'too-long' ? undefined : fault === 'empty-text' ? missing[part] : refusalWords[fault]
}

/** The quiet line below the buttons: how safe the words are, or what is still wrong above. */
export function footNote({ handing, faults, photos, mending, saved }: Raise): string {
  const wrong = (Object.keys(faults) as Part[]).map(part => `“${labels[part]}”`)
  if (handing.at === 'wrong' && wrong.length > 0) return `还要看一下：${wrong.join('、')}`
  if (photos.some(({ at }) => at === 'sending')) return '照片还在传，传好就能交'
  if (mending) return '写的都存在手机里，退出也不会丢'
  return saved === 'hall' ? '写的都已存好，换手机也能接着写' : '写的都已存好，退出也不会丢'
}

export const answerWords = (answerBy: number | null): string =>
  answerBy === null ? '议事厅看过就答复您。' : `议事厅 ${spokenDay(dayOf(answerBy - 1))}前答复您。`
export const saidWords = (said: NonNullable<Raise['said']>): string =>
  said === 'no-answer' ? '没连上，请再点一次' : said === 'photos-refused' ? photosRefused : refusalWords[said]
