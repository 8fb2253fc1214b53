import { grant, refuse, type Decision } from '../ground/decision'
import { isNoEasier, inWords, type Share } from '../ground/share'
import { terms, type TermId } from './terms'
import { citation, type ArticleId } from './articles'
import type { Tag } from './laws'
import { bodyNames, type RuleId } from './names'
import type { Portion, Rule } from './rule'
import { ruleIn, ruleSets, rulesIn, type RuleSetId } from './rule-sets'

export interface Row {
  readonly id: string
  readonly label: string
  /** One plain line for whoever sets it. */
  readonly says: string
  /** What a figure rests on; where `tag` is C or D it is a proposal and the village's own to change. */
  readonly article: ArticleId
  readonly tag: Tag
}

/** So many of something: days, people. */
export interface NumberSetting extends Row {
  readonly kind: 'number'
  readonly unit: string
  readonly default: number
  readonly least: number
  readonly most: number
  /** The setting this one may not exceed: the days for objecting lie inside the days of the posting. */
  readonly within?: string
}

/** A share of the roll or of those present. A village may ask for more than the law, never for less. */
export interface ShareSetting extends Row {
  readonly kind: 'share'
  readonly rule: RuleId
  readonly part: 'quorum' | 'pass'
  readonly default: Share
  /** The law's own share; null where the law is silent. */
  readonly floor: Share | null
}

export type Setting = NumberSetting | ShareSetting
export type SettingValue = number | Share
/** What a village has chosen, by setting. What is not here has its default. */
export type Chosen = Readonly<Record<string, SettingValue>>

const longest = 365

const term = (
  id: TermId,
  settingId: string,
  label: string,
  says: string,
  more: { readonly least?: number; readonly most?: number; readonly within?: string } = {},
): NumberSetting => {
  const {
    counting,
    days,
    floor,
    ceiling,
    source,
    tag,
  }: { counting: string; days: number; floor: number; ceiling: number | null; source: ArticleId; tag: Tag } = terms[id]
  const { within } = more
  return {
    kind: 'number',
    id: settingId,
    label,
    says,
    unit: counting === 'working' ? '个工作日' : counting === 'months' ? '个月' : '天',
    default: days,
    article: source,
    tag,
    least: Math.max(floor, more.least ?? 1),
    most: ceiling ?? more.most ?? longest,
    ...(within === undefined ? {} : { within }),
  }
}

/** How long a posting hangs: its default and floor are those of the rule set, which differ between times and kinds of place. */
const postingSetting = (ruleSet: RuleSetId): NumberSetting => {
  const { days, floor, article } = ruleSets[ruleSet].posting
  return {
    kind: 'number',
    id: 'postingDays',
    label: '公示几天',
    says: '结论、决议和结果在公示栏贴几天',
    unit: '天',
    default: days,
    least: Math.max(1, floor),
    most: longest,
    article,
    tag: floor > 0 ? 'A' : 'D',
  }
}

/** What a village may choose that is the same under every law. */
// biome-ignore format: a row a line
const ofEveryVillage: readonly NumberSetting[] = [
  term('T08', 'objectionDays', '几天内可以提异议', '从公示那天算起，要在公示期里面', { within: 'postingDays' }),
  term('T01', 'acceptanceDays', '几天内答复受理', '有人提了事以后', { most: 30 }),
  term('T02', 'resubmissionDays', '退回后几天内补充', '过期没补就算撤回', { most: 90 }),
  term('T03', 'reviewDays', '几天内审定分类', '附议够了以后', { most: 30 }),
  term('T06', 'minutesDays', '几天内公布纪要', '散会以后', { most: 30 }),
  term('T13', 'legalityDays', '几天内做完合法性审核', '交给法律顾问以后', { most: 30 }),
  term('T14', 'townReplyDays', '镇街几天内答复', '过期没答复就照办，并记下来', { most: 30 }),
  term('T15', 'conveningDays', '联名够了几天内通知开会', '法律说应当召集，没说几天', { most: 60 }),
  term('T18', 'ratingDays', '打分几天', '办完以后请大家评', { most: 90 }),
  { kind: 'number', id: 'largeAmount', label: '多少钱算大额', says: '花到这个数，议事会不能定，要走四议两公开', unit: '元', default: 100_000, least: 1_000, most: 100_000_000, article: 'custom.own', tag: 'D' },
  { kind: 'number', id: 'supportsNeeded', label: '几个人附议才审议', says: '普通议题要有几位居民附议', unit: '人', default: 5, least: 1, most: 100, article: 'custom.own', tag: 'D' },
]

const binds = (tag: Tag): boolean => tag === 'A' || tag === 'B'

function share(rule: Rule, part: 'quorum' | 'pass', portion: Portion): ShareSetting {
  const { name } = bodyNames[rule.id]
  return {
    kind: 'share',
    id: `${part}.${rule.id}`,
    rule: rule.id,
    part,
    default: portion.share,
    floor: binds(portion.tag) ? portion.share : null,
    article: rule.article,
    tag: portion.tag,
    label: part === 'quorum' ? `${name}：多少人到会才能开` : `${name}：多少人同意才通过`,
    says:
      `${part === 'pass' && portion.of === 'present' ? '到会的' : '全体的'}${inWords(portion.share)}` +
      `${binds(portion.tag) ? '，可以定得更高，不能更低' : ''}`,
  }
}

function settingsOfRule(rule: Rule): readonly Setting[] {
  if (rule.kind !== 'vote' || rule.ballot === 'secret-paper') return []
  const { id, notice, quorum, pass } = rule
  const shares = [share(rule, 'quorum', quorum), share(rule, 'pass', pass)]
  if (rule.recordOnly) return shares
  const days: NumberSetting = {
    kind: 'number',
    id: `notice.${id}`,
    label: `${bodyNames[id].name}：提前几天通知`,
    says: '通知和开会之间要隔够这么多整天',
    unit: '天',
    default: notice.days,
    least: notice.floor,
    most: 60,
    article: notice.article,
    tag: notice.floor > 0 ? 'A' : 'D',
  }
  return [days, ...shares]
}

/** Everything a village under these rules may choose, each with its default, its bounds and its article: a screen can be drawn from it. */
export const settingsIn = (ruleSet: RuleSetId): readonly Setting[] => [
  postingSetting(ruleSet),
  ...ofEveryVillage,
  ...rulesIn(ruleSet).flatMap(settingsOfRule),
]

export const settingIn = (ruleSet: RuleSetId, id: string): Setting | undefined => settingsIn(ruleSet).find(setting => setting.id === id)

export const isShare = (value: SettingValue): value is Share => typeof value === 'object'
const isPossible = ({ numerator, denominator, reach }: Share): boolean =>
  Number.isInteger(numerator) &&
  Number.isInteger(denominator) &&
  numerator > 0 &&
  denominator <= 100 &&
  (reach === 'at-least' ? numerator <= denominator : numerator < denominator)

export type SettingRefusal = 'no-such-setting' | 'setting-malformed' | 'below-the-law' | 'out-of-bounds' | 'longer-than-posting'

/**
 * Whether a village may choose this value. A figure the law fixes is a floor: below it, the article says why not (`settingRefusalWords`).
 */
export function checkSetting(
  ruleSet: RuleSetId,
  id: string,
  value: SettingValue,
  chosen: Chosen = {},
): Decision<SettingValue, SettingRefusal> {
  const setting = settingIn(ruleSet, id)
  if (!setting) return refuse('no-such-setting')
  if (setting.kind === 'share') {
    if (!isShare(value) || !isPossible(value)) return refuse('setting-malformed')
    return setting.floor && !isNoEasier(value, setting.floor) ? refuse('below-the-law') : grant(value)
  }
  if (isShare(value) || !Number.isInteger(value)) return refuse('setting-malformed')
  if (value < setting.least) return refuse(binds(setting.tag) ? 'below-the-law' : 'out-of-bounds')
  if (value > setting.most) return refuse('out-of-bounds')
  if (setting.within !== undefined && value > numberChosen(ruleSet, setting.within, chosen)) return refuse('longer-than-posting')
  return grant(value)
}

/** Why a value is refused, with the figure and its article. */
export function settingRefusalWords(setting: Setting, refusal: SettingRefusal): string {
  const source = `（${citation(setting.article)}）`
  if (refusal === 'below-the-law')
    return (
      `${setting.label}：不能低于` +
      `${setting.kind === 'share' ? inWords(setting.floor ?? setting.default) : ` ${setting.least} ${setting.unit}`}` +
      `${source}`
    )
  if (refusal === 'longer-than-posting') return `${setting.label}：要在公示期里面`
  if (refusal === 'out-of-bounds' && setting.kind === 'number')
    return `${setting.label}：${setting.least} 到 ${setting.most} ${setting.unit}`
  return `${setting.label}：填得不对`
}

/** The number in force: what was chosen, never below the law whatever is stored. */
export function numberChosen(ruleSet: RuleSetId, id: string, chosen: Chosen): number {
  const setting = settingIn(ruleSet, id)
  if (setting?.kind !== 'number') throw new Error(`${ruleSet} has no number ${id}`)
  const stored = chosen[id]
  const wished = typeof stored === 'number' && Number.isInteger(stored) ? stored : setting.default
  const most = setting.within === undefined ? setting.most : Math.min(setting.most, numberChosen(ruleSet, setting.within, chosen))
  return Math.min(Math.max(wished, setting.least), most)
}

function shareChosen(ruleSet: RuleSetId, id: string, chosen: Chosen, legal: Share): Share {
  const stored = chosen[id]
  return stored !== undefined && isShare(stored) && checkSetting(ruleSet, id, stored, chosen).ok ? stored : legal
}

/** A rule as this village has it: its notice and shares as chosen, never easier than the law. Undefined where the set has no such rule. */
export function ruleAsChosen(ruleSet: RuleSetId, id: RuleId, chosen: Chosen): Rule | undefined {
  const rule = ruleIn(ruleSet, id)
  if (rule?.kind !== 'vote' || rule.ballot === 'secret-paper') return rule
  const { notice, quorum, pass } = rule
  return {
    ...rule,
    notice: rule.recordOnly ? notice : { ...notice, days: numberChosen(ruleSet, `notice.${id}`, chosen) },
    quorum: { ...quorum, share: shareChosen(ruleSet, `quorum.${id}`, chosen, quorum.share) },
    pass: { ...pass, share: shareChosen(ruleSet, `pass.${id}`, chosen, pass.share) },
  }
}
