import { View } from '@tarojs/components'
import { Button } from '../button/button'
import { useFrame } from '../page/frame'
import look from '../error-state/error-state.module.scss'

export interface NoPermissionProps {
  /** Who may: 「这里由主持人办理」. */
  readonly title: string
  /** Why, and whom to ask. */
  readonly line?: string | undefined
}

/** A page that is not this person's: says whose it is, and gives the way back. */
export function NoPermission({ title, line }: NoPermissionProps) {
  const { phone, dial, back } = useFrame()
  return (
    <View className={look.state}>
      <View className='h2'>{title}</View>
      {line ? <View className='sub'>{line}</View> : null}
      <View className={look.actions}>
        <Button onTap={back}>返回</Button>
        {phone ? (
          <Button look='ghost' onTap={() => dial(phone)}>
            打电话给议事厅 {phone}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
