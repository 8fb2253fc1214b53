import { matters, matterCodes, type MatterCode } from './matters'
import { compositions, type Composed } from './composition'
import type { OrgKind } from './rule-sets'
import type { Row } from './settings'

/** What a village decided of its order that is no figure; what is not here is the default. */
export interface Switches {
  /** Reading a: the members' assembly is the fourth deliberation; reading b: it follows as a fifth (procedures §2.3-2). */
  readonly collectiveSequence?: 'replace_fourth' | 'additional_fifth'
  readonly townReportForVillage?: boolean
  readonly committeeActsAsCollective?: boolean
  readonly charterGives?: readonly MatterCode[]
  /** A change of these rules wants the town's approval beside the second key. */
  readonly townApproves?: boolean
}
/** What a topic keeps from its opening day: a switch turned later does not move a topic that is under way onto another road. */
export type KeptSwitches = Pick<Switches, 'collectiveSequence' | 'townReportForVillage'>

type Common = Row & { readonly id: SwitchId }
export type SwitchSetting =
  | (Common & { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>>; readonly default: string })
  | (Common & { readonly kind: 'yes' })
  | (Common & { readonly kind: 'codes'; readonly options: Readonly<Record<string, string>> })
  | (Common & { readonly kind: 'text'; readonly most: number })
  | (Common & { readonly kind: 'makeUp'; readonly body: Composed })
export type SwitchId = 'kind' | keyof Switches | 'onlineVoteByLaw' | `makeUp.${Composed}`

const byCharter = Object.fromEntries(
  matterCodes.filter(code => matters[code].decidedBy.CMRA === 'charter').map(code => [code, matters[code].name]),
)
const makeUp = (body: Composed, label: string): SwitchSetting => ({
  kind: 'makeUp',
  id: `makeUp.${body}`,
  body,
  label,
  says: '一共多少人、代表多少人、妇女代表多少人；不合法定比例就不能发开会通知',
  article: compositions[body].article,
  tag: 'A',
})

/** The switches of a place of this kind, each with what it rests on. */
export const switchesIn = (kind: OrgKind): readonly SwitchSetting[] => [
  kind === 'village' ? makeUp('VRA', '村民代表会议由谁组成') : makeUp('RRA', '居民代表会议由谁组成'),
  makeUp('CMRA', '成员代表大会由谁组成'),
  {
    kind: 'choice',
    id: 'kind',
    label: '是村还是社区',
    says: '村按村委会组织法，社区按居委会组织法',
    options: { village: '村', community: '社区' },
    default: 'village',
    article: 'village.whole',
    tag: 'A',
  },
  {
    kind: 'choice',
    id: 'collectiveSequence',
    label: '集体的大事怎样排次序',
    says: '两种理解都有，村里选一种',
    default: 'replace_fourth',
    article: 'custom.own.town-first',
    tag: 'D',
    options: {
      replace_fourth: '成员大会就是第四议：党员大会、报告镇街、成员大会',
      additional_fifth: '多议一次：村里先表决，报告镇街，再开成员大会',
    },
  },
  {
    kind: 'yes',
    id: 'townReportForVillage',
    label: '村里自己的大事也先报告镇街',
    says: '是报告，不是审批；镇街过期不回就继续',
    article: 'village.6',
    tag: 'D',
  },
  {
    kind: 'yes',
    id: 'committeeActsAsCollective',
    label: '没有设集体经济组织，村委会代行',
    says: '集体的事照样要全体成员三分之二以上',
    article: 'village.28-4',
    tag: 'A',
  },
  {
    kind: 'codes',
    id: 'charterGives',
    label: '章程交给成员代表大会定的事',
    says: '章程写明了的才打勾；法律说只能成员大会定的，不在里面',
    options: byCharter,
    article: 'collective.28.charter',
    tag: 'A',
  },
  {
    kind: 'text',
    id: 'onlineVoteByLaw',
    label: '哪一条章程允许线上投票',
    says: '写上章程第几条；没有写明，线上投票只作参考',
    most: 60,
    article: 'custom.own',
    tag: 'D',
  },
  {
    kind: 'yes',
    id: 'townApproves',
    label: '改规矩还要镇街同意',
    says: '村委会提出、监督委员确认以后，再由镇街同意才算数',
    article: 'custom.own',
    tag: 'D',
  },
]
