import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { BallotPaper } from '@/components/ballot-paper/ballot-paper'
import { useFrame } from '@/components/page/frame'
import { Steps } from '@/components/steps/steps'
import { AgendaLine } from './agenda-part'
import { Cast, Refused, Unsure } from './after'
import { ConfirmDialog, ConfirmScreen } from './confirm'
import { HowItPasses } from './how-it-passes'
import type { Casting, MotionView, Vote } from './store'
import { Turnout } from './turnout'
import look from './ballots.module.scss'

interface BoothProps {
  readonly vote: StoreApi<Vote>
  readonly view: MotionView
  onCopy(receipt: string): void
}

/** Where a voter of this roll chooses while the vote is open. */
export function Booth({ vote, view, onCopy }: BoothProps) {
  const { casting, choose, back, cast } = useStore(vote)
  const { elder } = useFrame()
  const { card } = view
  const paper = !elder && (casting.at === 'reading' || casting.at === 'choosing' || casting.at === 'confirming' || casting.at === 'sending') ? casting : null
  return (
    <>
      {casting.at === 'cast' ? <Cast casting={casting} view={view} onChange={() => choose(casting.choice)} onCopy={onCopy} /> : null}
      {casting.at === 'refused' ? <Refused casting={casting} onBack={back} /> : null}
      {casting.at === 'unsure' ? <Unsure casting={casting} view={view} /> : null}
      {paper ? <BallotPaper card={card} answer={paper.at === 'reading' ? null : paper.choice} locked={paper.at === 'sending'} onAnswer={choose} /> : null}
      <HowItPasses view={view} />
      <Turnout card={card} />
      {paper?.at === 'confirming' || paper?.at === 'sending'
        ? <ConfirmDialog open card={card} choice={paper.choice} busy={paper.at === 'sending'} onCast={cast} onBack={back} /> : null}
    </>
  )
}

type Choosing = Extract<Casting, { readonly at: 'choosing' | 'confirming' | 'sending' }>

/** Elder mode: after the question, one screen to choose on and one to say yes on. */
export function OneThing({ vote, view, casting }: { readonly vote: StoreApi<Vote>; readonly view: MotionView; readonly casting: Choosing }) {
  if (casting.at !== 'choosing') return <View className={look.alone}><Steps at={3} of={3} /><ConfirmScreen card={view.card} choice={casting.choice} /></View>
  return (
    <View className={look.alone}>
      <Steps at={2} of={3} />
      <AgendaLine view={view} />
      <View className='h3'>{view.card.text}</View>
      <BallotPaper card={view.card} answer={casting.choice} onAnswer={vote.getState().choose} />
    </View>
  )
}
