/**
 * Every rule a matter may be decided, demanded or talked over by; the ids are the book's (procedures §5.6.1), and a motion keeps
 * one as its body.
 */
export type RuleId =
  | 'VA_PERSON'
  | 'VA_HOUSEHOLD'
  | 'VRA'
  | 'VG_PERSON'
  | 'VG_HOUSEHOLD'
  | 'RA_PERSON'
  | 'RA_HOUSEHOLD'
  | 'RRA'
  | 'CMA'
  | 'CMA_ART15'
  | 'CMRA'
  | 'CB'
  | 'LAND_MEMBERS'
  | 'PMM'
  | 'PCM'
  | 'TCM'
  | 'VC_MTG'
  | 'CCC'
  | 'FUND_VRA'
  | 'RECALL'
  | 'PETITION_VA'
  | 'PETITION_VA_BY_REPS'
  | 'PETITION_VRA'
  | 'PETITION_RA'
  | 'PETITION_RA_BY_HOUSEHOLDS'
  | 'PETITION_RA_BY_REPS'
  | 'PETITION_RRA'
  | 'RECALL_DEMAND'
  | 'RECALL_DEMAND_BY_REPS'
  | 'DELIB'
  | 'POLL'
export type BodyId = RuleId

/** What is counted as one. A seat is one of the 组成人员: a representative, or a committee member who is none. */
export type Unit =
  | 'person'
  | 'household'
  | 'seat'
  | 'member'
  | 'representative'
  | 'director'
  | 'party_member'
  | 'committee_member'
  | 'coordinator'
  | 'registered_voter'
  | 'participant'
  | 'resident'

export interface BodyName {
  readonly name: string
  readonly unit: Unit
  /** Only views are counted here: nothing ever passes. */
  readonly views?: true
}

/** All a phone needs to name a body; its gloss (`glosses.ts`) and how it counts and passes (`rule-sets.ts`) come from the server. */
export const bodyNames: Record<RuleId, BodyName> = {
  VA_PERSON: { name: '村民会议', unit: 'person' },
  VA_HOUSEHOLD: { name: '户代表会议（村民会议）', unit: 'household' },
  VRA: { name: '村民代表会议', unit: 'seat' },
  VG_PERSON: { name: '村民小组会议', unit: 'person' },
  VG_HOUSEHOLD: { name: '村民小组户代表会议', unit: 'household' },
  RA_PERSON: { name: '居民会议', unit: 'person' },
  RA_HOUSEHOLD: { name: '户代表会议（居民会议）', unit: 'household' },
  RRA: { name: '居民代表会议', unit: 'seat' },
  CMA: { name: '成员大会', unit: 'member' },
  CMA_ART15: { name: '成员大会（非成员享受权益）', unit: 'member' },
  CMRA: { name: '成员代表大会', unit: 'representative' },
  CB: { name: '理事会', unit: 'director' },
  LAND_MEMBERS: { name: '成员大会（土地事项）', unit: 'member' },
  PMM: { name: '党员大会', unit: 'party_member' },
  PCM: { name: '党组织委员会会议', unit: 'party_member' },
  TCM: { name: '两委联席会议', unit: 'committee_member' },
  VC_MTG: { name: '村委会会议', unit: 'committee_member' },
  CCC: { name: '社区建设协调委员会', unit: 'coordinator' },
  FUND_VRA: { name: '村民代表会议（一事一议）', unit: 'household' },
  RECALL: { name: '罢免投票', unit: 'registered_voter' },
  PETITION_VA: { name: '村民联名提议开村民会议', unit: 'person' },
  PETITION_VA_BY_REPS: { name: '村民代表联名提议开村民会议', unit: 'representative' },
  PETITION_VRA: { name: '村民代表联名提议开村民代表会议', unit: 'representative' },
  PETITION_RA: { name: '居民联名提议开居民会议', unit: 'person' },
  PETITION_RA_BY_HOUSEHOLDS: { name: '户代表联名提议开居民会议', unit: 'household' },
  PETITION_RA_BY_REPS: { name: '居民代表联名提议开居民会议', unit: 'representative' },
  PETITION_RRA: { name: '居民代表联名提议开居民代表会议', unit: 'representative' },
  RECALL_DEMAND: { name: '选民联名要求罢免', unit: 'registered_voter' },
  RECALL_DEMAND_BY_REPS: { name: '代表联名要求罢免', unit: 'representative' },
  DELIB: { name: '协商', unit: 'participant', views: true },
  POLL: { name: '意见征询', unit: 'resident', views: true },
}

export const ruleIds = Object.keys(bodyNames) as RuleId[]
export const isRuleId = (text: string): text is RuleId => Object.hasOwn(bodyNames, text)

export const isByHousehold = (body: RuleId): boolean => bodyNames[body].unit === 'household'
/** 「户」 where households are counted, else 「人」. */
export const unitWord = (body: RuleId): string => (isByHousehold(body) ? '户' : '人')
