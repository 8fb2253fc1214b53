import type { AnyRefusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'

/** No answer came. */
export type Silence = 'no-answer'
export const troubleWords = (trouble: AnyRefusal | Silence): string =>
  trouble === 'no-answer' ? '网络不好，没有送到。您填的都还在，请再交一次' : refusalWords[trouble]

/** What a step that cannot be undone does, asked before it is done. */
const consequences: Readonly<Record<string, string>> = {
  withdraw: '撤回后这件事不再往下走，附议过的人会收到通知。以后可以再提。',
  reject: '提出人和附议的人会看到原因和申诉的办法。',
}
export const consequenceOf = (step: string): string => consequences[step] ?? '交上去就记录在案，不能撤回。'

export const secondKeyLine = '提交后由村务监督委员会确认，确认了才生效'
