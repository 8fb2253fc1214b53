const year = 365

interface Rule {
  /** In the words of the page that says it. */
  readonly what: string
  readonly days: number
  readonly why: string
}

/**
 * How long what is no decision is kept (个人信息保护法第十九条: no longer than its purpose needs). What belongs to a decision is not here and
 * is never swept: evidence of it is kept for good (procedures §6.6).
 */
export const retention = {
  drafts: { what: '没交、也没再动过的草稿', days: 180, why: '放久了多半不提了，照片也一起删' },
  codeTries: { what: '输错签到码、登记没成的次数', days: 1, why: '只用来防止有人乱试' },
  bindCodes: { what: '登记用的码', days: 1, why: '过期就没用了，只防答复丢了再点' },
  messages: { what: '消息', days: year, why: '公示和记录里还查得到' },
  contacts: { what: '留了手机号、一直没用微信登记的', days: 2 * year, why: '没有用上就不再留' },
  registerDeeds: { what: '登记改动的记录', days: 3 * year, why: '备查' },
  corrections: { what: '说过哪里不对，和答复', days: 3 * year, why: '备查' },
  rollDisputes: { what: '说过名册哪里不对，和答复', days: 3 * year, why: '备查；名册改了什么长期留' },
} as const satisfies Record<string, Rule>
export type Swept = keyof typeof retention

const hour = 3_600_000
/** From three to four at night, Beijing time: nobody waits, and a cloud that bills every look is not asked all day. */
export const isSweepingHour = (now: number): boolean => Math.floor(now / hour + 8) % 24 === 3

/** The last instant that is past keeping; a row of this very instant has had its full time. */
export const keptUntil = (what: Swept, now: number): number => now - retention[what].days * 86_400_000
