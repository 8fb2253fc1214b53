import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Card } from '@/components/card/card'
import type { Tried } from './entries'

/** How the numbers come out while they are being typed: the sum, the article, and what would be recorded. */
export function Judged({ tried }: { readonly tried: Tried | null }) {
  if (!tried || (tried.judged.length === 0 && tried.missing.length === 0)) return null
  const { judged, missing, against, becomes } = tried
  const bad = against || missing.length > 0
  return (
    <View {...role('status')}>
      <Card edge={bad ? 'amber' : 'green'}>
        {becomes ? (
          <View className='h3'>
            {bad ? '✕ ' : '✓ '}
            {becomes}
          </View>
        ) : null}
        {missing.map(line => (
          <View key={line} className='body'>
            还不行：{line}
          </View>
        ))}
        {judged.map(line => (
          <View key={line} className='small'>
            {line}
          </View>
        ))}
      </Card>
    </View>
  )
}
