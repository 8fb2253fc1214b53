/** What migrant workers said to a special member, in their words, without their names, and with their consent. */
export interface Opinion {
  readonly id: string
  readonly orgId: string
  /** The topic it speaks to; for a new matter, the topic it became. */
  readonly topicId: string
  readonly collectorId: string
  readonly words: string
  readonly setting: Setting
  readonly voices: number
  readonly at: number
  /** Left out: shown. `held`: a person looks at it first. */
  readonly visible?: 'shown' | 'held' | 'hidden'
}

export const settings = { one: '一个人', several: '几个人一起', workplace: '厂里 / 宿舍' } as const
export type Setting = keyof typeof settings
export const opinionLength = 500
/** More than this many voices in one record is a slip of the finger. */
export const voicesAtMost = 500
