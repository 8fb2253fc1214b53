import { Image, View } from '@tarojs/components'
import { role } from '../aria'
import { Card } from '../card/card'
import { Countdown } from '../countdown/countdown'
import { Stack } from '../row/row'
import look from './code-card.module.scss'

export interface CodeCardProps {
  readonly code: string
  readonly until: number
  readonly now: number
  readonly picture: string | null
  /** What the other one does with it. */
  readonly says: string
}

/** Six digits to be read out, and the same to be scanned where there is a picture of it. */
export function CodeCard({ code, until, now, picture, says }: CodeCardProps) {
  const spoken = '登记码，可以扫'
  return (
    <Card>
      <Stack>
        <View className='sub'>{says}</View>
        <View className={look.digits} {...role('img', `登记码 ${[...code].join(' ')}`)}>{`${code.slice(0, 3)} ${code.slice(3)}`}</View>
        {picture === null ? null : (
          <Image
            className={look.picture}
            src={picture}
            mode='aspectFit'
            {...(process.env.TARO_ENV === 'h5' ? { imgProps: { alt: spoken } } : { 'aria-label': spoken })}
          />
        )}
        <View className='centre sub'>
          <Countdown until={until} now={now} before='还能用' over='过期了，请再要一个' />
        </View>
      </Stack>
    </Card>
  )
}
