import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import type { TopicView } from './topic-store'
import { supportLine } from './words'
import look from './topic.module.scss'

interface SupportBarProps {
  readonly topic: TopicView
  onSupport(): void
  onSay(): void
}

/** At the bottom, within reach of a thumb: support it, say something. */
export function SupportBar({ topic, onSupport, onSay }: SupportBarProps) {
  const { card, maySupport } = topic
  const supporting = maySupport && !card.mine
  const line = supportLine(topic)
  return (
    <View className={look.bar}>
      {supporting && line ? <View className='small centre'>{line}</View> : null}
      {mayTalk(topic) || supporting ? null : <View className='small centre'>登记为本村居民后，可以附议、说话</View>}
      <Pair>
        {mayTalk(topic) ? (
          <Button look={supporting ? 'ghost' : 'main'} onTap={onSay}>
            说几句
          </Button>
        ) : null}
        {supporting ? (
          <Button look={card.supported ? 'ghost' : 'main'} pressed={card.supported} onTap={onSupport}>
            {card.supported ? '已附议，撤回' : '附议'}
          </Button>
        ) : null}
      </Pair>
    </View>
  )
}

/** Talk is open while supports are; who may not support then is a passer-by. */
export const mayTalk = ({ discussion, maySupport }: TopicView): boolean => discussion.open && maySupport
export const hasBar = ({ maySupport, card, discussion }: TopicView): boolean => discussion.open || (maySupport && !card.mine)
