import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { hidden, role } from '@/components/aria'
import { classes } from '@/components/classes'
import { Unseen } from '@/components/looked/looked'
import { useLive } from '@/platform/talk-to-server/use-live'
import { Page } from '@/components/page/page'
import { clockWords, whenWords } from '@/platform/phone/time'
import type { WallState, WallView } from './wall-store'
import { clockLeft, presentLine } from './words'
import look from './hall.module.scss'

const asksEvery = 5

/** The wall of the hall: what is spoken of, the code at the door, who has come, what time it is. */
export function WallScreen({ wall }: { readonly wall: StoreApi<WallState> }) {
  const { seen, refresh } = useStore(wall)
  const [, tick] = useState(0)
  useLive(() => tick(count => count + 1), 1)
  useLive(refresh, asksEvery)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title='议事厅大屏'
        seen={seen}
        look='page'
        rows={2}
        notYours={{
          title: seen.at === 'refused' && seen.refusal === 'not-your-role' ? '会场大屏由主持人或记录员打开' : undefined,
          line: '您可以回到议事会页面签到。',
        }}
        onRetry={refresh}
      />
    )
  return (
    <Page title='议事厅大屏' bare>
      <Wall view={seen.view} now={seen.view.now + Date.now() - seen.heardAt} lost={seen.stale} />
    </Page>
  )
}

const shownItems = 3

function Wall({ view, now, lost }: { readonly view: WallView; readonly now: number; readonly lost: boolean }) {
  const { title, code, codeChangesAt, present, needed, startsAt, agenda } = view
  return (
    <View className={look.hall}>
      <View className={look.left}>
        <View className={look.quiet}>
          {whenWords(startsAt, now)} {now < startsAt ? '开始' : '开始的'}
        </View>
        <View className={classes(look.question, [...title].length > 28 && look.long)} {...role('heading', undefined, { 'aria-level': 1 })}>
          {title}
        </View>
        {code === null ? (
          <Shut over={now >= startsAt} />
        ) : (
          <View className={classes(look.panel, look.door)}>
            <View className={look.quiet}>签到码</View>
            <View className={look.code}>
              {code.slice(0, 3)} {code.slice(3)}
            </View>
            <View className={look.says}>打开“议事”，输入这六个数字</View>
            <View className={look.says}>没有手机的，请找记录员</View>
            <View className={look.quiet} {...hidden}>
              {clockLeft(codeChangesAt - now)} 后换新的，旧的还能用 5 分钟
            </View>
          </View>
        )}
      </View>
      <View className={look.right}>
        <View className={look.panel}>
          <View className={look.now}>
            <View className={look.quiet}>现在</View>
            <View className={look.clock} {...hidden}>
              {clockWords(now)}
            </View>
          </View>
          {lost ? <View className={look.lost}>没有网络，数字可能不是最新的</View> : null}
        </View>
        <View className={look.panel}>
          <View className={look.quiet}>到会</View>
          <View className={look.present}>
            {present} <Text className={look.of}>人，至少 {needed} 人</Text>
          </View>
          <View className={look.track} {...hidden}>
            <View className={look.bar} style={{ width: `${needed > 0 ? Math.min(100, Math.round((present / needed) * 100)) : 100}%` }} />
          </View>
          <View className={look.says} aria-live='polite'>
            {presentLine(present, needed)}
          </View>
        </View>
        <View className={classes(look.panel, look.agenda)}>
          <View className={look.quiet}>议程</View>
          {agenda.slice(0, shownItems).map((item, index) => (
            <View key={index} className={look.item}>
              {index + 1}　{item.title}
            </View>
          ))}
          {agenda.length > shownItems ? <View className={look.quiet}>还有 {agenda.length - shownItems} 项</View> : null}
        </View>
      </View>
    </View>
  )
}

function Shut({ over }: { readonly over: boolean }) {
  return (
    <View className={classes(look.panel, look.door)}>
      <View className={look.soon}>{over ? '签到结束了' : '还没到签到时间'}</View>
      <View className={look.says}>{over ? '会后 1 小时就不再签到' : '开会前 1 小时开始签到'}</View>
    </View>
  )
}
