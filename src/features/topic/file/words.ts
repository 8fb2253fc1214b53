import { dayOf, spokenTime } from '@/domain/ground/calendar'
import { states } from '@/domain/procedure/states'
import type { Deed, FileView, Stage } from './store'

/** 「2026年11月25日」: a file is read years later. */
export const fullDay = (at: number): string => {
  const [year, month, day] = dayOf(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
export const fullTime = (at: number): string => `${fullDay(at)} ${spokenTime(at).slice(-5)}`

/** 「3月2日至3月17日」 with their years; where it goes on, 「至今」. */
export const spanWords = ({ from, until }: Stage): string => {
  const ended = until === null ? '至今' : fullDay(until)
  return fullDay(from) === ended ? ended : `${fullDay(from)}${until === null ? '' : '至'}${ended}`
}

/** 「87.5%」, rounded down: a share is never said to be more than it is. */
export const shareWords = ({ should, present }: NonNullable<Deed['meeting']>): string =>
  should === 0 ? '—' : `${Math.floor((present * 1000) / should) / 10}%`

const rests: Record<NonNullable<Deed['confidence']>, string> = {
  A: '法律条文',
  B: '公开的党内法规或文件',
  'C+': '通行做法',
  C: '通行做法',
  D: '默认做法，村里可以定',
  S: '中山市的做法',
}
/** What it rests on, and whether that is law. */
export const basisWords = ({ article, confidence }: Deed): string =>
  article === null ? '' : confidence === null ? article : `${article}（${rests[confidence]}）`

export const handsWords = ({ by, laidBy, at }: Deed): string =>
  [laidBy === '' ? by : `${laidBy}提出，${by}确认`, fullTime(at)].filter(Boolean).join(' · ')
export const keptWords = ({ kept }: Deed): string => (kept.length === 0 ? '' : `${kept.join('、')}：档案里有，按规定只给有关的人看`)

export const wholeWords = ({ missing, asked }: FileView): string =>
  missing.length === 0 ? `档案齐全：到现在该有的 ${asked} 样都在` : `还缺 ${missing.length} 样`
export const stateWords = ({ state }: FileView): string => states[state].name

/** What no file system takes in a name is left out. */
export const docxName = ({ title }: FileView): string => `一事一档-${title.replace(/[\\/:*?"<>|\r\n]/g, '')}.docx`
