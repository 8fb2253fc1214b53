/** How an interface that touches personal data ended: what was asked for, a no, or no answer at all. */
export type Asked<T> = { readonly at: 'given'; readonly value: T } | { readonly at: 'declined' } | { readonly at: 'failed' }

interface Refused {
  readonly errno?: number
  readonly errMsg?: string
}

/**
 * What a refusal was. WeChat shows its own privacy sheet before the interface; 103 and 104 say that the person did not agree to it, now or
 * ten seconds ago. A tap on 「拒绝」 in the interface's own sheet is the same answer. Nothing is asked again by us, and nothing is lost.
 */
export function refusalOf({ errno, errMsg = '' }: Refused): { readonly at: 'declined' } | { readonly at: 'failed' } {
  return errno === 103 || errno === 104 || /deny|cancel|privacy permission is not authorized/i.test(errMsg)
    ? { at: 'declined' }
    : { at: 'failed' }
}

/** The answer of WeChat's avatar button: a file on this phone. */
export const avatarOf = (answer: Refused & { readonly avatarUrl?: string }): Asked<string> =>
  answer.avatarUrl ? { at: 'given', value: answer.avatarUrl } : refusalOf(answer)

/** The answer of WeChat's phone button: a code that holds once, for five minutes. */
export const phoneCodeOf = (answer: Refused & { readonly code?: string }): Asked<string> =>
  answer.code ? { at: 'given', value: answer.code } : refusalOf(answer)
