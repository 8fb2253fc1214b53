import { View } from '@tarojs/components'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { answerWords, choices, type Answer } from '@/domain/answers'
import type { MotionView } from './store'
import { afterCasting, askTitle } from './words'
import look from './ballots.module.scss'

const options = choices.map(value => ({ value, label: answerWords(value) }))

/** The three rows, as on paper. */
export function BallotPaper({ choice, locked, onChoose }: { readonly choice: Answer | null; readonly locked: boolean; onChoose(choice: Answer): void }) {
  return <Choices label='您的选择' hideLabel options={options} value={choice} disabled={locked} onChange={onChoose} />
}

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
