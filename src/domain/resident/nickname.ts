import { grant, refuse, type Decision } from '../ground/decision'
import { closedName, masked, roleNames, type Person } from './people'
import { checkText, type TextRefusal } from '../ground/text'

export const nicknameLength = 12

/**
 * Names of offices and bodies, and what stands where no name is shown: a nickname with one of these in it would speak for somebody else.
 */
const taken = [
  ...Object.values(roleNames),
  closedName,
  '已注销',
  '村委',
  '居委',
  '书记',
  '主任',
  '支部',
  '监委',
  '监督委',
  '主持人',
  '议事厅',
  '政府',
  '法律顾问',
  '镇长',
  '村长',
  '干部',
  '官方',
  '系统',
  '管理员',
]
/** Brackets and stars are how the village itself writes an office, or a name half hidden. */
const marks = /[*()[\]【】〔〕「」『』\n]/u

/** A nickname, trimmed; empty: none. It stands beside the masked name, so it must not look like an office or like another signature. */
export function checkNickname(raw: string): Decision<string, TextRefusal | 'nickname-imitates'> {
  if (raw.trim() === '') return grant('')
  const checked = checkText(raw, nicknameLength)
  if (!checked.ok) return checked
  const plain = checked.value.normalize('NFKC')
  if (/[\p{Cf}\u2028\u2029]/u.test(plain)) return refuse('control-characters') // what nobody sees would hide an office from the next line
  if (marks.test(plain)) return refuse('nickname-imitates')
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '')
  if (taken.some(name => letters.includes(name))) return refuse('nickname-imitates')
  return letters === '' ? refuse('empty-text') : checked
}

/** 「阿朱（朱*）」 where a person speaks under their name: a nickname never stands alone. */
export const signed = ({ name, nickname }: Pick<Person, 'name' | 'nickname'>): string =>
  nickname ? `${nickname}（${masked(name)}）` : masked(name)
