import { retention } from '@/domain/resident/retention'
import { dayWords, untilWords } from '@/platform/phone/time'
import type { View } from './store'

const long = (days: number): string => (days >= 365 ? `${Math.round(days / 365)} 年` : `${days} 天`)

/** How long what is kept, and why, from the very table that time sweeps by. */
export const keeping: readonly string[] = [
  ...Object.values(retention).map(({ what, days, why }) => `${what}：留 ${long(days)}，${why}。`),
  '议题、讨论、表决和公示：长期留档，是村里决定事情的依据（组织法第五十七条）。',
]

export const goes: readonly string[] = [
  '姓名、昵称、头像、组别、手机号、微信登记',
  '没交的草稿、没有用上的照片、消息、赞同和感谢、报名、说过哪里不对',
]
export const stays: readonly string[] = [
  '提过的议题和上面的照片、说过的话、附议和评价，名字换成“一位已注销的居民”',
  '记名投的票，法律要留档；表决名册上的名字也留在名册上',
]

/** Who sees the picture, and where. */
export const avatarWords = ({ avatar }: View): string =>
  avatar === null
    ? '可以不放头像，不放就用您的姓'
    : avatar === 'shown'
      ? '留言时选了显示名字，大家就看得到这张头像'
      : avatar === 'hidden'
        ? '这张头像收起来了，只有您自己看得到'
        : '头像要先检查，大家还看不到；最晚 24 小时'

/** What was put away, why, and what is being done about it. */
export const putAwayWords = ({ kind, text, why, answerBy }: View['putAway'][number], now: number): string =>
  `${kind === 'avatar' ? '这张头像' : `昵称“${text}”`}收起来了：${why}。${answerBy === null ? '' : `您不服，监督委员 ${untilWords(answerBy, now)} 前答复。`}`

export function factsOf(view: View): { readonly label: string; readonly value: string }[] {
  return [
    { label: '姓名', value: view.name },
    ...(view.group > 0 ? [{ label: '村民小组', value: `${view.group} 组` }] : []),
    { label: '身份', value: view.roleNames.join('、') },
    ...(view.householdSize === null ? [] : [{ label: '同户登记', value: `${view.householdSize} 人` }]),
    { label: '手机号', value: view.phone ?? '没有留' },
    ...(view.boundSince ? [{ label: '微信登记', value: dayWords(view.boundSince, view.now) }] : []),
    ...view.rolls.map(({ body, until }) => ({ label: '名册', value: `${body}${until === null ? '' : '（已离开）'}` })),
  ]
}
