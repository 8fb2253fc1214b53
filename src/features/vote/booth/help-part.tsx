import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Facts } from '@/components/facts/facts'
import { Sheet } from '@/components/dialog/dialog'
import { Heading } from '@/components/heading/heading'
import { HelperChoice } from '@/components/helper-choice/helper-choice'
import { Pair, Row } from '@/components/row/row'
import { unitWord } from '@/domain/law/names'
import type { Helping, Picked } from '@/platform/talk-to-server/helping'
import type { MotionView, Vote } from './store'
import look from './ballots.module.scss'

/** 「有人帮我」, or who helps now. */
export function HelpLine({ helper, onTap }: { readonly helper: Picked | null; onTap(): void }) {
  if (!helper)
    return (
      <View className={look.help}>
        <Button look='quiet' onTap={onTap}>
          有人帮我
        </Button>
      </View>
    )
  return (
    <View className={look.help}>
      <Row apart>
        <View className='sub'>{helper.words}在帮忙，只读、只讲</View>
        <Button look='quiet' onTap={onTap}>
          换人
        </Button>
      </Row>
    </View>
  )
}

/** Who helps, told to both what a helper may not. Stands last on the page, as sheets do. */
export function HelpSheet({
  helping,
  vote,
  onHelped,
}: {
  readonly helping: StoreApi<Helping>
  readonly vote: StoreApi<Vote>
  onHelped(): void
}) {
  const { open, listed, kind, personId, name, wrong, begin, leave, chooseKind, choosePerson, write, done } = useStore(helping)
  const helper = useStore(vote, state => state.helper)
  const { helpedBy } = vote.getState()
  const begun = () => {
    const picked = done()
    if (!picked) return
    helpedBy(picked)
    onHelped()
  }
  const nobody = () => {
    helpedBy(null)
    leave()
  }
  const main = <Button onTap={begun}>知道了，开始</Button>
  return (
    <Sheet
      open={open}
      title='有人帮我投票'
      onClose={leave}
      actions={
        helper ? (
          <Pair>
            {main}
            <Button look='ghost' onTap={nobody}>
              没有人帮了
            </Button>
          </Pair>
        ) : (
          main
        )
      }
    >
      <HelperChoice
        listed={listed}
        kind={kind}
        personId={personId}
        name={name}
        wrong={wrong}
        onKind={chooseKind}
        onPerson={choosePerson}
        onName={write}
        onRetry={() => void begin()}
      />
    </Sheet>
  )
}

/** How many were helped, once the vote is counted; for who watches over it also by whom, at any time. */
export function HelpGiven({ view }: { readonly view: MotionView }) {
  const { help, card } = view
  if (!help) return null
  const unit = unitWord(card.body)
  return (
    <Card>
      <Heading level={2} size={3}>{`有 ${help.units} ${unit}请人帮忙`}</Heading>
      <View className='sub'>帮忙的人只能读、讲，由本人选、本人投出。谁帮了忙有记录，选了什么没有。</View>
      {help.by ? <Facts facts={help.by.map(one => ({ label: one.name, value: `帮了 ${one.units} ${unit}` }))} /> : null}
    </Card>
  )
}
