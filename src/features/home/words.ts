import { venueNames } from '@/domain/session/sessions'
import type { HomeView } from './store'

type Todo = HomeView['todo'][number]
type Session = HomeView['sessions'][number]

export const todoNames: Record<Todo['kind'], string> = {
  confirm: '等您确认',
  step: '等您办',
  fix: '请您补充',
  rate: '请您评价',
  objection: '等您答复',
}

/** 「村委会二楼议事厅，也可线上参加」. */
export const placeWords = ({ mode, place }: Session): string =>
  mode === 'online' ? '线上开，手机就能参加' : mode === 'both' ? `${place}，也可线上参加` : place

export const signedWords = ({ signedUp, present, coming }: Session): string =>
  present ? '您已签到' : signedUp ? `您已报名${venueNames[signedUp]}` : coming > 0 ? `已有 ${coming} 人报名` : '还没有人报名'

/** A notice's body begins with its matter, 《…》: that is the headline, the rest the line below. */
export function headline({ title, body }: Pick<HomeView['outcomes'][number], 'title' | 'body'>): {
  readonly title: string
  readonly line: string | undefined
} {
  const [, matter, rest] = /^《(.+?)》[：:]?\s*([\s\S]*)$/.exec(body) ?? []
  return matter ? { title: matter, line: rest || undefined } : { title: body || title, line: undefined }
}
