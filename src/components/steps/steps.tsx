import { View } from '@tarojs/components'
import { role } from '../aria'
import { classes } from '../classes'
import look from './steps.module.scss'

/** How far through a short form: the screen is the `at`th of `of`, from 1. */
export function Steps({ at, of }: { readonly at: number; readonly of: number }) {
  return (
    <View className={look.steps} {...role('img', `第 ${at} 步，共 ${of} 步`)}>
      {Array.from({ length: of }, (_, index) => (
        <View key={index} className={classes(look.step, index < at && look.done)} />
      ))}
    </View>
  )
}
