import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { refusalWords } from '@/contract/refusal-words'
import { askable, askConsent } from '@/platform/talk-to-server/consent'
import type { Picked } from '@/platform/talk-to-server/helping'
import type { Casting, MotionView } from '../booth/store'
import { missedWords, phaseOf, receiptProves, saidBack, unsureWords } from '../booth/words'
import look from '../booth/ballots.module.scss'

type At<Moment extends Casting['at']> = Extract<Casting, { readonly at: Moment }>

const inFours = (receipt: string): string => (receipt.match(/.{1,4}/g) ?? []).join(' ')

/** The ballot is in the box: what was kept, and what may still be done. */
export function Cast({
  casting,
  view,
  helper,
  onChange,
  onCopy,
}: {
  readonly casting: At<'cast'>
  readonly view: MotionView
  readonly helper: Picked | null
  onChange(): void
  onCopy(receipt: string): void
}) {
  const { card, now } = view
  const { choice, receipt } = casting
  const secret = card.form === 'secret'
  return (
    <Card edge='green'>
      <View className={look.stack} {...role('status', undefined, { 'aria-live': 'polite' })}>
        <Heading level={2} size={2}>
          ✓ 您的票投好了
        </Heading>
        {choice ? <View className='body'>您投的是：{saidBack(choice, card)}</View> : null}
        {helper ? <View className='sub'>{helper.words}帮忙读、讲，记下来了；选了什么没有告诉任何人。</View> : null}
        {secret ? <View className='sub'>无记名票，不能更改。您选了什么，谁也看不到。</View> : null}
        {secret && receipt ? (
          <>
            <View className='sub'>您的回执（已存在这部手机里）</View>
            <View className={look.receipt}>{inFours(receipt)}</View>
            <View className='small'>{receiptProves}</View>
            <Button look='ghost' onTap={() => onCopy(receipt)}>
              复制回执
            </Button>
          </>
        ) : null}
        {secret && !receipt ? <View className='small'>回执在投票用的那部手机里，这部手机上没有。</View> : null}
        {askable('posting') ? (
          <Button look='ghost' onTap={() => askConsent('posting', 'vote')}>
            出了结果，用微信告诉我
          </Button>
        ) : null}
        {!secret && phaseOf(card, now) === 'open' ? (
          <Button look='ghost' onTap={onChange}>
            改一改我的选择
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** The village did not take it: what happened and how to go on. The choice stays chosen. */
export function Refused({ casting, onBack }: { readonly casting: At<'refused'>; readonly onBack: (() => void) | null }) {
  return (
    <Card edge='red'>
      <View className={look.stack} {...role('alert')}>
        <Heading level={2} size={3}>
          {missedWords(casting.refusal) ? '投票截止了' : '没有投出'}
        </Heading>
        <View className='body'>{missedWords(casting.refusal) ?? refusalWords[casting.refusal]}</View>
        {onBack ? (
          <Button look='ghost' onTap={onBack}>
            回去再看看
          </Button>
        ) : null}
      </View>
    </Card>
  )
}

/** No answer came. The way on is the same ballot again. */
export function Unsure({ casting, view }: { readonly casting: At<'unsure'>; readonly view: MotionView }) {
  return (
    <Card edge='amber'>
      <View className={look.stack} {...role('alert')}>
        <Heading level={2} size={3}>
          不确定投到了没有
        </Heading>
        <View className='body'>您选的是：{saidBack(casting.choice, view.card)}</View>
        <View className='sub'>{unsureWords}</View>
      </View>
    </Card>
  )
}
