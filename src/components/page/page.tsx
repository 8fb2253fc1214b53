import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { heading as headingOf, hidden, role } from '../aria'
import { Banner } from '../banner/banner'
import { classes } from '../classes'
import { TabBar } from '../tab-bar/tab-bar'
import { Tap } from '../tap/tap'
import { useFrame } from './frame'
import look from './page.module.scss'

export interface PageProps {
  /** In the bar above, as in the page's config. A tab page has no bar in a browser. */
  readonly title: string
  /** The page's own sentence, large. Without it the title is the page's first heading. */
  readonly heading?: string | undefined
  /** At the right of the heading: 「大字」. */
  readonly aside?: ReactNode
  /** The key of the tab this page is; draws the tab bar. */
  readonly tab?: string | undefined
  /** Buttons at the bottom, within reach of a thumb. Two are put in a Pair. */
  readonly actions?: ReactNode
  /** A quiet line below those buttons. */
  readonly note?: string | undefined
  /** For a screen on a wall: no width limit, no padding, no bar. */
  readonly bare?: boolean | undefined
  /** Large type here whatever this person chose, as in elder mode. */
  readonly large?: boolean | undefined
  /** The page can be used without a network and says so itself. */
  readonly worksOffline?: boolean | undefined
  readonly children?: ReactNode
}

/** Every page's root: size of type, landmarks, heading, bottom bar, safe areas, and the word that there is no network. */
export function Page({ title, heading, aside, tab, actions, note, bare, large, worksOffline, children }: PageProps) {
  const { elder, online, back } = useFrame()
  const root = classes('screen', (elder || large) && 'elder', look.page, bare && look.bare)
  if (bare)
    return (
      <View className={root} {...role('main', title)}>
        {children}
      </View>
    )
  const headed = heading !== undefined || tab !== undefined
  const firstHeading = headingOf(1)
  return (
    <View className={root}>
      {process.env.TARO_ENV === 'h5' && tab === undefined ? (
        <View className={look.bar} {...role('banner')}>
          <Tap className={look.back} label='返回' onTap={back}>
            <View className={look.arrow} {...hidden} />
          </Tap>
          <View className={look.title} {...(headed ? {} : firstHeading)}>
            {title}
          </View>
        </View>
      ) : null}
      <View className={classes(look.body, (actions || tab) && look.above)} {...role('main')}>
        {headed ? (
          <View className={tab ? look.tabHead : look.head}>
            <View className={classes(tab ? 'h2' : 'h1', look.heading)} {...firstHeading}>
              {heading ?? title}
            </View>
            {aside}
          </View>
        ) : null}
        {online || worksOffline ? null : <Banner tone='amber'>没有网络。能看到的是上次打开时的样子。</Banner>}
        {children}
      </View>
      {actions ? (
        <View className={look.actions} {...role('region', '可以做的事')}>
          {actions}
          {note ? <View className={look.note}>{note}</View> : null}
        </View>
      ) : null}
      {tab ? <TabBar at={tab} /> : null}
    </View>
  )
}
