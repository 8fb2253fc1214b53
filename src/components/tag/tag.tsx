import { Text } from '@tarojs/components'
import { classes } from '../classes'
import look from './tag.module.scss'

/** green: under way or done · amber: waiting · blue: a kind · red: urgent or overdue · grey: over. The words say it too. */
export type Tone = 'green' | 'amber' | 'blue' | 'red' | 'grey'

export function Tag({ children, tone = 'green' }: { readonly children: string; readonly tone?: Tone | undefined }) {
  return <Text className={classes(look.tag, look[tone])}>{children}</Text>
}
