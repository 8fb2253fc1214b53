import { View } from '@tarojs/components'
import { basisLines, type Basis } from './words'
import look from './article.module.scss'

/** What something rests on, and under it what each article wants in plain words; an older village sends none. */
export function Article({ cites, basis }: { readonly cites: string; readonly basis: readonly Basis[] | undefined }) {
  return (
    <View className={look.article}>
      <View className='small'>依据：{cites}</View>
      {basisLines(basis).map(line => (
        <View key={line} className={`small ${look.wants}`}>
          {line}
        </View>
      ))}
    </View>
  )
}
