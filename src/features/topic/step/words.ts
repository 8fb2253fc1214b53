import type { AnyRefusal } from '@/contract'
import { refusalWords } from '@/contract/refusal-words'
import type { StepThat } from '@/domain/procedure/tracks/steps'

/** No answer came. */
export type Silence = 'no-answer'
export const troubleWords = (trouble: AnyRefusal | Silence): string =>
  trouble === 'no-answer' ? '网络不好，没有送到。您填的都还在，请再交一次' : refusalWords[trouble]

const onRecord = '交上去就记录在案，不能撤回。'
/** What a step that cannot be undone does, asked before it is done. */
const consequences: Readonly<Record<StepThat<{ look: 'danger' }>, string>> = {
  withdraw: '撤回后这件事不再往下走，附议过的人会收到通知。以后可以再提。',
  step_back: '您不再是提出人，这件事由共同提出人接着办，他们会收到通知。',
  reject: '提出人和附议的人会看到原因和申诉的办法。',
  give_up_meeting: '这件事就此撤下，不再表决，附议的人和镇街会收到通知。以后可以再提。',
  suspend: '马上停下来，谁都不能再往下办，直到镇街或者监督委员会恢复。大家会看到文号和原因。',
  suspend_unlawful: onRecord,
  suspend_emergency: '马上停下来，最多七天。七天内没有处理结果，就自动恢复。',
  annul: '这个决定不再算数，已经公示、执行的都停下。大家会看到文号和原因，这一步不能撤回。',
}
export const consequenceOf = (step: string): string => (consequences as Readonly<Record<string, string>>)[step] ?? onRecord

/** Whose second key it waits for. */
export const secondKeyLine = ({ confirmedBy }: { readonly confirmedBy?: string | undefined }): string =>
  `提交后由${confirmedBy ?? '村务监督委员会'}确认，确认了才生效`
