import type { Method, MotionOption } from './answers'
import { bodyNames, type BodyId } from '../../law/names'
import { grant, refuse, type Decision } from '../../ground/decision'
import type { Motion } from '../motions'
import { checkText, type TextRefusal } from '../../ground/text'

export const questionLength = 200
export const optionLength = 100
export const fewestOptions = 2
export const mostOptions = 8
/** Questions of one meeting: more than a page of ballots nobody reads with care. */
export const mostQuestions = 8

export const methodNames: Record<Method, string> = {
  'yes-no': '赞成、反对、弃权',
  one: '几个方案选一个',
  approve: '可以选几项',
  rank: '排先后',
  score: '打分',
}

/** What deciding bodies may be asked with; the others only gather views (procedures §5.6.3). */
export const decides = (method: Method): boolean => method === 'yes-no' || method === 'one'

/** A question as somebody wrote it down. Absent method: for, against or abstain. */
export interface Asked {
  readonly text: string
  readonly method?: Method | undefined
  readonly options?: readonly string[] | undefined
}
export type AskRefusal = TextRefusal | 'options-wrong' | 'method-only-gathers'

const letters = 'abcdefgh'

/**
 * A question fit to be put to this body: words that may be published; where options are chosen two to eight of them, no two alike, in the
 * order given; approving, ranking and scoring only where views alone are gathered.
 */
export function askQuestion(
  { text, method = 'yes-no', options }: Asked,
  body: BodyId,
): Decision<Pick<Motion, 'text' | 'method' | 'options'>, AskRefusal> {
  const said = checkText(text, questionLength)
  if (!said.ok) return said
  if (method === 'yes-no') return options === undefined ? grant({ text: said.value }) : refuse('options-wrong')
  if (!decides(method) && bodyNames[body].views !== true) return refuse('method-only-gathers')
  const listed: MotionOption[] = []
  for (const [at, option] of (options ?? []).entries()) {
    const checked = checkText(option, optionLength)
    if (!checked.ok) return checked
    listed.push({ id: letters[at] ?? '', text: checked.value })
  }
  const different = new Set(listed.map(option => option.text.replace(/\s+/g, ' ')))
  if (listed.length < fewestOptions || listed.length > mostOptions || different.size < listed.length) return refuse('options-wrong')
  return grant({ text: said.value, method, options: listed })
}

/** The one key of a second ballot, so that it can be put only once. */
export const secondBallotId = (motionId: string): string => `${motionId}.2`

/** A question as the journal and the notice tell it, its options with it. */
export const questionTold = ({ text, options = [] }: Pick<Motion, 'text' | 'options'>): string =>
  options.length === 0 ? text : `${text}（${options.map(option => option.text).join('；')}）`
