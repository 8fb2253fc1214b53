import { grant, refuse, type Decision } from '../ground/decision'
import { kindOf, type Org } from './org'
import { inWords } from '../ground/share'
import { checkComposition, malformedMakeUp, type MakeUp } from '../law/composition'
import { citation } from '../law/articles'
import { isMatterCode, matters } from '../law/matters'
import { ruleSetOn, type OrgKind, type RuleSetId } from '../law/rule-sets'
import { wants } from '../law/wants'
import {
  checkSetting,
  isShare,
  numberChosen,
  settingRefusalWords,
  settingsIn,
  type Chosen,
  type Setting,
  type SettingRefusal,
  type SettingValue,
} from '../law/settings'
import { switchesIn, type SwitchSetting } from '../law/switches'

export type Choosable = Setting | SwitchSetting
export type ChoiceValue = SettingValue | boolean | string | readonly string[] | MakeUp
export type ChoiceRefusal = SettingRefusal | 'same-as-now'

/** What a village chose of days and shares, as a topic opened today keeps it. */
export const chosenOf = (org: Org): Chosen => ({ supportsNeeded: org.supportsNeeded, ...org.chosen })

export const ruleSetOf = (org: Org, day: string): RuleSetId => ruleSetOn(kindOf(org), day)

/** Everything this village may choose: figures first, then its order and the make-up of its bodies. */
export const choosable = (org: Org, ruleSet: RuleSetId): readonly Choosable[] => [...settingsIn(ruleSet), ...switchesIn(kindOf(org))]

const isSwitch = (setting: Choosable): setting is SwitchSetting => setting.kind !== 'number' && setting.kind !== 'share'
const isMakeUp = (value: ChoiceValue): value is MakeUp => typeof value === 'object' && 'members' in value
const isFigure = (value: ChoiceValue): value is SettingValue =>
  typeof value === 'number' || (typeof value === 'object' && 'numerator' in value)
const isTexts = (value: ChoiceValue): value is readonly string[] => Array.isArray(value)
const isOrgKind = (value: ChoiceValue): value is OrgKind => value === 'village' || value === 'community'

/** What is in force; of a body whose make-up nobody recorded, null. */
export function valueNow(org: Org, ruleSet: RuleSetId, setting: Choosable): ChoiceValue | null {
  if (setting.kind === 'number') return numberChosen(ruleSet, setting.id, chosenOf(org))
  if (setting.kind === 'share') {
    const stored = org.chosen?.[setting.id]
    return stored !== undefined && checkSetting(ruleSet, setting.id, stored).ok ? stored : setting.default
  }
  if (setting.kind === 'makeUp') return org.makeUps?.[setting.body] ?? null
  switch (setting.id) {
    case 'kind':
      return kindOf(org)
    case 'onlineVoteByLaw':
      return org.onlineVoteByLaw ?? ''
    case 'collectiveSequence':
      return org.switches?.collectiveSequence ?? 'replace_fourth'
    case 'charterGives':
      return org.switches?.charterGives ?? []
    case 'townReportForVillage':
    case 'committeeActsAsCollective':
    case 'townApproves':
      return org.switches?.[setting.id] ?? false
    default:
      return null
  }
}

function checkSwitch(setting: SwitchSetting, value: ChoiceValue): Decision<ChoiceValue, ChoiceRefusal> {
  const malformed = refuse('setting-malformed')
  switch (setting.kind) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(setting.options, value) ? grant(value) : malformed
    case 'yes':
      return typeof value === 'boolean' ? grant(value) : malformed
    case 'text':
      return typeof value === 'string' && [...value.trim()].length <= setting.most ? grant(value.trim()) : malformed
    case 'codes':
      return isTexts(value) && value.every(code => Object.hasOwn(setting.options, code)) ? grant([...new Set(value)].sort()) : malformed
    case 'makeUp':
      return isMakeUp(value) && malformedMakeUp(value) === null ? grant(value) : malformed
  }
}

/** Whether this village may choose this value; a figure the law fixes is a floor. */
export function checkChoice(org: Org, ruleSet: RuleSetId, id: string, value: ChoiceValue): Decision<ChoiceValue, ChoiceRefusal> {
  const setting = choosable(org, ruleSet).find(one => one.id === id)
  if (!setting) return refuse('no-such-setting')
  const checked = isSwitch(setting)
    ? checkSwitch(setting, value)
    : isFigure(value)
      ? checkSetting(ruleSet, id, value, chosenOf(org))
      : refuse('setting-malformed')
  if (!checked.ok) return checked
  const now = valueNow(org, ruleSet, setting)
  return now !== null && valueWords(setting, now) === valueWords(setting, checked.value) ? refuse('same-as-now') : checked
}

/** The village with this chosen; what it said before stays in its history. */
export function withChoice(org: Org, setting: Choosable, value: ChoiceValue): Org {
  if (!isSwitch(setting)) {
    if (!isFigure(value)) return org
    const next: Org = { ...org, chosen: { ...org.chosen, [setting.id]: value } }
    return setting.id === 'supportsNeeded' && typeof value === 'number' ? { ...next, supportsNeeded: value } : next
  }
  if (setting.kind === 'makeUp') return isMakeUp(value) ? { ...org, makeUps: { ...org.makeUps, [setting.body]: value } } : org
  if (setting.id === 'kind') return isOrgKind(value) ? { ...org, kind: value } : org
  if (setting.id === 'onlineVoteByLaw') return { ...org, onlineVoteByLaw: typeof value === 'string' && value !== '' ? value : null }
  return { ...org, switches: { ...org.switches, [setting.id]: value } }
}

/** A value as a villager would say it. */
export function valueWords(setting: Choosable, value: ChoiceValue): string {
  if (setting.kind === 'number') return `${String(value)} ${setting.unit}`
  if (setting.kind === 'share') return isFigure(value) && isShare(value) ? inWords(value) : ''
  if (isMakeUp(value))
    return [
      `一共 ${value.members} 人`,
      ...(value.representatives === undefined ? [] : [`代表 ${value.representatives} 人`]),
      ...(value.womenRepresentatives === undefined ? [] : [`妇女代表 ${value.womenRepresentatives} 人`]),
    ].join('，')
  if (setting.kind === 'yes') return value === true ? '是' : '否'
  if (setting.kind === 'choice') return setting.options[String(value)] ?? ''
  if (isTexts(value)) return value.length === 0 ? '没有' : value.map(code => (isMatterCode(code) ? matters[code].name : code)).join('、')
  return value === '' ? '没有' : String(value)
}

export const defaultWords = (setting: Choosable): string =>
  setting.kind === 'number' || setting.kind === 'share' || setting.kind === 'choice'
    ? valueWords(setting, setting.default)
    : setting.kind === 'makeUp'
      ? '还没有登记'
      : setting.kind === 'yes'
        ? '否'
        : '没有'

/** 法律底线; null where the law draws none. */
export function floorWords(setting: Choosable): string | null {
  if (setting.kind === 'share') return setting.floor ? inWords(setting.floor) : null
  if (setting.kind === 'makeUp') return wants[setting.article]
  if (setting.kind !== 'number' || (setting.tag !== 'A' && setting.tag !== 'B')) return null
  return `${setting.least} ${setting.unit}`
}

/** Why a value is refused, with its figure and article. */
export const whyNot = (setting: Choosable, refusal: SettingRefusal): string =>
  isSwitch(setting) ? `${setting.label}：填得不对` : settingRefusalWords(setting, refusal)

/** What is wrong with a body as it is recorded, with its arithmetic and article; null where nothing is, or nothing is known. */
export function compositionWarning(org: Pick<Org, 'makeUps'>, setting: Choosable): string | null {
  const recorded = setting.kind === 'makeUp' ? org.makeUps?.[setting.body] : undefined
  if (setting.kind !== 'makeUp' || !recorded) return null
  const judgement = checkComposition(setting.body, recorded)
  return 'valid' in judgement && !judgement.valid ? judgement.why : null
}

export const sourceWords = ({ article }: Choosable): string => citation(article)
