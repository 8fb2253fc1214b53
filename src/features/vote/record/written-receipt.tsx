import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { TextField } from '@/components/field/text-field'
import { underReceipt } from './check'
import type { ListedBallot } from './published-list'
import type { MotionView } from '../booth/store'
import { foundWords } from '../booth/words'

/**
 * For who voted on the hall's device and took the receipt away on a photograph. It is looked up here, in the list already read: it goes
 * nowhere.
 */
export function WrittenReceipt({ ballots, card }: { readonly ballots: readonly ListedBallot[]; readonly card: MotionView['card'] }) {
  const [written, write] = useState('')
  const [says, say] = useState<string | null>(null)
  const look = () => {
    const found = underReceipt(written, ballots)
    say(
      found === null
        ? '名单里没有这张回执。请看看有没有抄错，一共 32 个数字和字母；还是没有，请找村务监督委员会核查。'
        : foundWords(found, card),
    )
  }
  return (
    <>
      <TextField
        label='在会场平板投的，填回执'
        value={written}
        most={40}
        placeholder='拍下来的那 32 位'
        onChange={value => {
          write(value)
          say(null)
        }}
        onDone={look}
      />
      <Button look='ghost' disabled={written.trim() === ''} onTap={look}>
        查这张回执
      </Button>
      <View className='body' aria-live='polite'>
        {says ?? ''}
      </View>
    </>
  )
}
