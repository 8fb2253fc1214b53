/** The SDK throws errors, and at times the server's bare answer. */
export const wordsOf = (fault: unknown): string => {
  const {
    code = '',
    errCode = '',
    message = '',
    errMsg = '',
  } = Object(fault) as { readonly [name in 'code' | 'errCode' | 'message' | 'errMsg']?: string | number }
  return [code, errCode, message, errMsg].join(' ')
}
export const isConflict = (fault: unknown): boolean => /conflict/i.test(wordsOf(fault))
export const isDuplicate = (fault: unknown): boolean => /E11000|duplicate key/i.test(wordsOf(fault))
export const isTooMuch = (fault: unknown): boolean => /-602001|size exceed limit/i.test(wordsOf(fault))
/** The key that was taken, as the server's message names it. Its wording is not promised: used for counting alone, never to decide. */
export const duplicateIn = (fault: unknown): string | undefined => /dup key: \{ _id: "([^"]*)"/.exec(wordsOf(fault))?.[1]
export const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(wordsOf(fault)))
