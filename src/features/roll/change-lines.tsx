import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Stats } from '@/components/stats/stats'
import { Tag } from '@/components/tag/tag'
import { Row, Stack } from '@/components/row/row'
import { changeNames, type Change, type Laid } from './words'

const tones = { added: 'green', gone: 'red', changed: 'blue' } as const

/** How many come, go and change, and what the roll will be. */
export function Sums({
  sums,
}: {
  readonly sums: Pick<Laid, 'added' | 'gone' | 'changed' | 'same' | 'size' | 'sizeNow' | 'byName' | 'fresh'>
}) {
  return (
    <Stack>
      <Stats
        stats={[
          { label: '新加', value: sums.added },
          { label: '去掉', value: sums.gone, tone: sums.gone > 0 ? 'amber' : undefined },
          { label: '换人', value: sums.changed },
        ]}
      />
      <View className='body'>
        没变 {sums.same}；名册从 {sums.sizeNow} 变成 {sums.size}。
      </View>
      {sums.fresh > 0 ? <View className='small'>有 {sums.fresh} 人村里没有登记过，会一起登记。</View> : null}
      {sums.byName > 0 ? <View className='small'>⚠ 有 {sums.byName} 人要核对是不是同一个人，下面标了“请核对”。</View> : null}
    </Stack>
  )
}

/** The difference, line by line. */
export function ChangeLines({ lines }: { readonly lines: readonly Change[] }) {
  if (lines.length === 0) return null
  return (
    <Card>
      <Stack>
        {lines.map((line, at) => (
          <View key={at}>
            <Row>
              <Tag tone={tones[line.kind]}>{changeNames[line.kind]}</Tag>
              <View className='body'>
                {line.name}
                {line.group > 0 ? `（${line.group} 组）` : ''}
                {line.was === null ? '' : `，原来是${line.was}`}
              </View>
            </Row>
            {line.how === null || !(line.doubtful || line.kind === 'added') ? null : (
              <View className='small'>
                {line.doubtful ? '⚠ ' : ''}
                {line.how}
              </View>
            )}
          </View>
        ))}
      </Stack>
    </Card>
  )
}
