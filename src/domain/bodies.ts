import { atLeastTwoThirds, moreThanHalf, type Share } from './share'

/** Who may be asked to vote on an ordinary matter. The full rule packs follow; a motion keeps the version it was put under. */
export type BodyId = 'VRA' | 'VA_HOUSEHOLD' | 'POLL'

export interface Body {
  readonly name: string
  /** A plain gloss for who has never heard the name. */
  readonly says: string
  readonly unit: 'person' | 'household'
  /** Of the roll, who must take part. Null: nobody decides here, views are only counted. */
  readonly quorum: Share | null
  /** Of those taking part, who must be for. */
  readonly majority: Share | null
  /** Full days between notice and opening. A floor no village may go under where the law sets one. */
  readonly noticeDays: number
  readonly noticeFloor: number
  readonly article: string
}

export const rulePack = 'village-2026'

export const bodies: Record<BodyId, Body> = {
  VRA: {
    name: '村民代表会议',
    says: '村民选出的代表和村委会成员一起定',
    unit: 'person',
    quorum: atLeastTwoThirds,
    majority: moreThanHalf,
    noticeDays: 3,
    noticeFloor: 0,
    article: '村民委员会组织法第三十条',
  },
  VA_HOUSEHOLD: {
    name: '户代表会议（村民会议）',
    says: '每户一名代表，一户一票',
    unit: 'household',
    quorum: atLeastTwoThirds,
    majority: moreThanHalf,
    noticeDays: 10,
    noticeFloor: 10,
    article: '村民委员会组织法第二十五条、第二十六条',
  },
  POLL: {
    name: '意见征询',
    says: '听听大家的想法，不作决定',
    unit: 'person',
    quorum: null,
    majority: null,
    noticeDays: 0,
    noticeFloor: 0,
    article: '村民委员会组织法第三十三条',
  },
}

export const unitWord = (body: BodyId): string => (bodies[body].unit === 'household' ? '户' : '人')
