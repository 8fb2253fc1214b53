import { View } from '@tarojs/components'
import look from './facts.module.scss'

export interface Fact {
  readonly label: string
  readonly value: string
}

/** Who, when, where: a label and its answer, one under the other where it is narrow. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <View className={look.facts}>
      {facts.map(({ label, value }) => [
        <View key={`${label}?`} className={look.label}>
          {label}
        </View>,
        <View key={label} className={look.value}>
          {value}
        </View>,
      ])}
    </View>
  )
}
