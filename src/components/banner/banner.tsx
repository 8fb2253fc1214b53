import { Text, View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { classes } from '../classes'
import { Button } from '../button/button'
import look from './banner.module.scss'

export interface BannerProps {
  /** amber: waiting, offline · red: it failed · green: it is done · blue: good to know. */
  readonly tone: 'amber' | 'red' | 'green' | 'blue'
  readonly children: string
  readonly action?: { readonly label: string; onTap(): void } | undefined
}

const sign = { amber: '!', red: '!', green: '✓', blue: 'i' } as const

/** Something the whole page should know. Spoken when it appears. */
export function Banner({ tone, children, action }: BannerProps) {
  return (
    <View className={classes(look.banner, look[tone])} {...role('status', undefined, { 'aria-live': 'polite' })}>
      <Text className={look.sign} {...hidden}>
        {sign[tone]}
      </Text>
      <View className={look.words}>{children}</View>
      {action ? (
        <Button look='quiet' onTap={action.onTap}>
          {action.label}
        </Button>
      ) : null}
    </View>
  )
}
