import { View } from '@tarojs/components'
import { role } from '../aria'
import { Button } from '../button/button'
import { useFrame } from '../page/frame'
import look from './error-state.module.scss'

export interface ErrorStateProps {
  /** What happened: 「没打开」 unless said. */
  readonly title?: string | undefined
  readonly reason?: string | undefined
  onRetry(): void
}

/** What happened, how to go on, and whom to call. */
export function ErrorState({ title = '没打开', reason = '可能是网络不好。您填的东西都还在。', onRetry }: ErrorStateProps) {
  const { phone, dial } = useFrame()
  return (
    <View className={look.state} {...role('alert')}>
      <View className='h2'>{title}</View>
      <View className='sub'>{reason}</View>
      <View className={look.actions}>
        <Button onTap={onRetry}>再试一次</Button>
        {phone ? (
          <Button look='ghost' onTap={() => dial(phone)}>
            打电话给议事厅 {phone}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
