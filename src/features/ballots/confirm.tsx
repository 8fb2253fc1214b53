import { View } from '@tarojs/components'
import { Dialog } from '@/components/dialog/dialog'
import { answerWords, type Answer } from '@/domain/answers'
import type { MotionView } from './store'
import { afterCasting, askTitle } from './words'
import look from './ballots.module.scss'

interface ConfirmProps {
  readonly card: MotionView['card']
  readonly choice: Answer
  readonly busy: boolean
  onCast(): void
  onBack(): void
}

/** Asks once more, in words, the choice large. */
export function ConfirmDialog({ open, card, choice, busy, onCast, onBack }: ConfirmProps & { readonly open: boolean }) {
  return (
    <Dialog open={open} title={askTitle(answerWords(choice, card.options))} confirm={`投出：${answerWords(choice, card.options)}`} busy={busy} onConfirm={onCast} onCancel={onBack}>
      <View className={look.chosen}>{answerWords(choice, card.options)}</View>
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
      <View className={look.chosen}>{answerWords(choice, card.options)}</View>
      <View className='body'>{afterCasting(card)}</View>
    </>
  )
}
