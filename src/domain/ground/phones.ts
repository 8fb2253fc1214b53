/**
 * One way to write a number, so that the register's and WeChat's are the same: `+86` and eleven digits, or another country's with its code.
 * Null: no mobile number.
 */
export function normalPhone(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^00/, '+')
  const home = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(bare)?.[1]
  if (home) return `+86${home}`
  return /^\+(?!86)[1-9]\d{6,14}$/.test(bare) ? bare : null
}

/** 「138****1234」, for its owner to know which; nobody else sees even that. */
export function maskedPhone(phone: string): string {
  const bare = phone.replace(/^\+86/, '')
  return `${bare.slice(0, bare.length >= 11 ? 3 : 2)}****${bare.slice(-4)}`
}
