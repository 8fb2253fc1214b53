import { View } from '@tarojs/components'
import { hidden, role } from '../aria'
import { arrowKeys } from '../choices/arrow-keys'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './stars.module.scss'

export interface StarsProps {
  readonly label: string
  /** 0: not yet rated. */
  readonly value: number
  /** Without it the stars are only shown. */
  readonly onChange?: ((value: number) => void) | undefined
}

const meaning = ['', '很不满意', '不满意', '一般', '满意', '很满意'] as const

/** One to five, with the meaning in words. */
export function Stars({ label, value, onChange }: StarsProps) {
  const five = [1, 2, 3, 4, 5]
  return (
    <View className={look.stars}>
      <View className={look.label} {...hidden}>
        {label}
      </View>
      {onChange ? (
        <View className={look.row} {...role('radiogroup', label)}>
          {five.map(star => (
            <Tap
              key={star}
              as='radio'
              className={classes(look.star, star <= value && look.on)}
              label={`${star} 星，${meaning[star]}`}
              on={star === value}
              more={arrowKeys(star === (value || 1))}
              onTap={() => onChange(star)}
            >
              {star <= value ? '★' : '☆'}
            </Tap>
          ))}
        </View>
      ) : (
        <View className={look.shown} {...role('img', `${label} ${value} 星`)}>
          {five.map(star => (star <= Math.round(value) ? '★' : '☆')).join('')}
        </View>
      )}
      <View className={look.meaning}>{onChange ? (meaning[value] ?? '') : value ? value.toFixed(1) : '还没有人评'}</View>
    </View>
  )
}
