export type Choice = 'for' | 'against' | 'abstain'
export const choiceNames: Record<Choice, string> = { for: '赞成', against: '反对', abstain: '弃权' }

/**
 * How a question is answered. `yes-no` and `one` decide; the others only gather views (procedures §5.6.3: approval and ranking for polls
 * and deliberations alone).
 */
export type Method = 'yes-no' | 'one' | 'approve' | 'rank' | 'score'

export interface MotionOption {
  /** `a`, `b`, `c` …, in the order of the paper. */
  readonly id: string
  readonly text: string
}

/**
 * What a ballot says, in the one way each answer is written: `for`, `against`, `abstain`; one option `b`; approved `a+c`, by id; ranked
 * `c>a`, best first; scored `a=5,c=0`, by id. `invalid` stands on paper alone: more than one mark, unreadable, a foreign sign.
 */
export type Answer = string

export const choices: readonly Choice[] = ['for', 'against', 'abstain']
export const isChoice = (answer: Answer): answer is Choice => (choices as readonly string[]).includes(answer)

/** A ballot's answer as people say it. Options are named by their text, or by their letter where the list is not at hand. */
export function answerWords(answer: Answer, options: readonly MotionOption[] = []): string {
  if (answer === 'invalid') return '无效票'
  if (isChoice(answer)) return choiceNames[answer]
  const text = (id: string) => options.find(option => option.id === id)?.text ?? id
  if (answer.includes('>'))
    return answer
      .split('>')
      .map((id, at) => `${at + 1}. ${text(id)}`)
      .join('，')
  if (answer.includes('='))
    return answer
      .split(',')
      .map(part => {
        const [id = '', points = ''] = part.split('=')
        return `${text(id)} ${points} 分`
      })
      .join('，')
  return answer.split('+').map(text).join('、')
}

export const mostPoints = 5

const eachOnceIn = (ids: readonly string[], options: readonly MotionOption[]): boolean =>
  ids.length > 0 && new Set(ids).size === ids.length && ids.every(id => options.some(option => option.id === id))
const inOrder = (ids: readonly string[]): boolean => ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)

/** Whether a ballot answers this question, written in its one way. Abstaining is always an answer. */
export function answerFits(
  { method = 'yes-no', options = [] }: { readonly method?: Method | undefined; readonly options?: readonly MotionOption[] | undefined },
  answer: Answer,
): boolean {
  if (answer === 'abstain') return true
  switch (method) {
    case 'yes-no':
      return isChoice(answer)
    case 'one':
      return options.some(option => option.id === answer)
    case 'approve': {
      const ids = answer.split('+')
      return eachOnceIn(ids, options) && inOrder(ids)
    }
    case 'rank':
      return eachOnceIn(answer.split('>'), options)
    case 'score': {
      const parts = answer.split(',').map(part => part.split('='))
      const ids = parts.map(([id = '']) => id)
      return (
        eachOnceIn(ids, options) &&
        inOrder(ids) &&
        parts.every(([, points = '', more]) => more === undefined && /^[0-9]$/.test(points) && Number(points) <= mostPoints)
      )
    }
  }
}
