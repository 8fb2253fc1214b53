import { View } from '@tarojs/components'
import { Button } from '../button/button'
import look from './list-end.module.scss'

export interface ListEndProps {
  readonly state: 'more' | 'loading' | 'failed' | 'end'
  onMore(): void
  /** What stands at the very end. */
  readonly end?: string | undefined
}

/** What follows the last card of a list. A button, not only scrolling: who cannot scroll to the end can still tap. */
export function ListEnd({ state, onMore, end = '就这些了' }: ListEndProps) {
  return (
    <View className={look.end}>
      {state === 'end' ? (
        <View className='small'>{end}</View>
      ) : (
        <Button look='ghost' busy={state === 'loading'} onTap={onMore}>
          {state === 'failed' ? '没打开，再试一次' : '再看一些'}
        </Button>
      )}
    </View>
  )
}
