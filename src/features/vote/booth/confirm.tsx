import { View } from '@tarojs/components'
import { Dialog } from '@/components/dialog/dialog'
import type { Answer } from '@/domain/vote/question/answers'
import type { MotionView } from './store'
import { afterCasting, answerLines, askTitle, leftOut, withAnswer } from './words'
import look from './ballots.module.scss'

interface ConfirmProps {
  readonly card: MotionView['card']
  readonly choice: Answer
  readonly busy: boolean
  onCast(): void
  onBack(): void
}

/** The answer large, line by line. */
function Chosen({ card, choice }: Pick<ConfirmProps, 'card' | 'choice'>) {
  const lines = answerLines(choice, card),
    left = leftOut(choice, card)
  return (
    <>
      <View className={lines.length > 1 || (lines[0] ?? '').length > 8 ? look.list : look.chosen}>
        {lines.map(line => (
          <View key={line}>{line}</View>
        ))}
      </View>
      {left ? <View className='sub strong'>{left}</View> : null}
    </>
  )
}

/** Asks once more, in words, the choice large. */
export function ConfirmDialog({ open, card, choice, busy, onCast, onBack }: ConfirmProps & { readonly open: boolean }) {
  return (
    <Dialog
      open={open}
      title={askTitle(choice, card)}
      confirm={withAnswer('投出', choice, card)}
      busy={busy}
      onConfirm={onCast}
      onCancel={onBack}
    >
      <Chosen card={card} choice={choice} />
      <View className='sub'>{afterCasting(card)}</View>
    </Dialog>
  )
}

/** The same question as a whole screen, for who sees one thing at a time. */
export function ConfirmScreen({ card, choice }: Pick<ConfirmProps, 'card' | 'choice'>) {
  return (
    <>
      <View className='sub'>{card.text}</View>
      <View className='h3'>您选的是</View>
      <Chosen card={card} choice={choice} />
      <View className='body'>{afterCasting(card)}</View>
    </>
  )
}
