import { grant, refuse, type Decision } from './decision'

export type TextRefusal = 'empty-text' | 'too-long' | 'control-characters' | 'id-number-in-text' | 'phone-number-in-text'

// Half of a character (a lone surrogate) is none either: no database keeps it.
const control = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u
const gap = '[\\s\\-_.·—]*'
const run = (digit: string, times: number) => Array.from({ length: times }, () => digit).join(gap)
// 18 digits whose 7th to 14th could be a birthday, or the old 15; written with or without gaps.
const idNumber = new RegExp(
  `(?<!\\d)[1-9]${gap}${run('\\d', 5)}${gap}(?:1${gap}9|2${gap}0)${gap}${run('\\d', 2)}${gap}[01]${gap}` +
    `\\d${gap}[0-3]${gap}\\d${gap}${run('\\d', 3)}${gap}[\\dXx](?!\\d)`,
)
const oldIdNumber = /(?<!\d)[1-9]\d{7}(?:0\d|1[0-2])[0-3]\d{4}(?!\d)/
const mobile = new RegExp(`(?<!\\d)(?:\\+?86${gap})?1${gap}[3-9]${gap}${run('\\d', 9)}(?!\\d)`)
const landline = /(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)/

/** Whether there is something in it that nobody sees and no database keeps. */
export const hasControlCharacters = (text: string): boolean => control.test(text)

/**
 * Words a person may publish: trimmed, line ends made one kind, at most `most` characters.
 * Refuses ID numbers and telephone numbers, full-width digits included: they are others' to give away (procedures §5.4 TR-01, §6.2).
 */
export function checkText(raw: string, most: number): Decision<string, TextRefusal> {
  const text = raw.replace(/\r\n?/g, '\n').trim()
  if (text === '') return refuse('empty-text')
  if ([...text].length > most) return refuse('too-long')
  if (hasControlCharacters(text)) return refuse('control-characters')
  const plain = text.normalize('NFKC')
  if (idNumber.test(plain) || oldIdNumber.test(plain)) return refuse('id-number-in-text')
  if (mobile.test(plain) || landline.test(plain)) return refuse('phone-number-in-text')
  return grant(text)
}
