import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { classes } from '../classes'
import { useFrame } from '../page/frame'
import { Tap } from '../tap/tap'
import look from './tab-bar.module.scss'

/** The five ways through the app. Drawn by the page on both targets, because WeChat's own bar cannot grow its words. */
export function TabBar({ at }: { readonly at: string }) {
  const { tabs, openTab } = useFrame()
  return (
    <View className={look.bar} {...role('navigation', '主要栏目')}>
      {tabs.map(({ key, label, icon, badge }) => {
        const here = key === at
        return (
          <Tap
            key={key}
            as='link'
            className={classes(look.tab, here && look.here)}
            label={badge ? `${label} ${badge > 99 ? '99+' : badge} 条没看` : undefined}
            more={
              here
                ? { [process.env.TARO_ENV === 'h5' ? 'aria-current' : 'aria-selected']: process.env.TARO_ENV === 'h5' ? 'page' : true }
                : undefined
            }
            onTap={() => {
              if (!here) openTab(key)
            }}
          >
            <View className={classes(look.icon, look[here ? `${icon}-here` : icon])} {...hidden} />
            {label}
            {badge ? <Text className={look.badge}>{badge > 99 ? '99+' : badge}</Text> : null}
          </Tap>
        )
      })}
    </View>
  )
}
