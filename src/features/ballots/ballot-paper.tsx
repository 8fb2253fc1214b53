import { View } from '@tarojs/components'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { choiceNames, type Choice } from '@/domain/motions'
import type { MotionView } from './store'
import { afterCasting, askTitle } from './words'
import look from './ballots.module.scss'

const options = (['for', 'against', 'abstain'] as const).map(value => ({ value, label: choiceNames[value] }))

/** The three rows, as on paper. */
export function BallotPaper({ choice, locked, onChoose }: { readonly choice: Choice | null; readonly locked: boolean; onChoose(choice: Choice): void }) {
  return <Choices label='您的选择' hideLabel options={options} value={choice} disabled={locked} onChange={onChoose} />
}

interface ConfirmProps {
  readonly card: MotionView['card']
  readonly choice: Choice
  readonly busy: boolean
  onCast(): void
  onBack(): void
}

/** Asks once more, in words, the choice large. */
export function ConfirmDialog({ open, card, choice, busy, onCast, onBack }: ConfirmProps & { readonly open: boolean }) {
  return (
    <Dialog open={open} title={askTitle(choice)} confirm={`投出：${choiceNames[choice]}`} busy={busy} onConfirm={onCast} onCancel={onBack}>
      <View className={look.chosen}>{choiceNames[choice]}</View>
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
      <View className={look.chosen}>{choiceNames[choice]}</View>
      <View className='body'>{afterCasting(card)}</View>
    </>
  )
}
