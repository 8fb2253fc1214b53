import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { View } from '@tarojs/components'
import { BallotPaper } from '@/components/ballot-paper/ballot-paper'
import { Steps } from '@/components/steps/steps'
import { answerWords } from '@/domain/vote/question/answers'
import { toTop } from '@/platform/screen/scroll'
import { AgendaLine } from './agenda-part'
import { Cast, Refused, Unsure } from '../count/cast-cards'
import { ConfirmDialog, ConfirmScreen } from './confirm'
import { HelpLine } from './help-part'
import { HowItPasses } from './how-it-passes'
import { Spoken } from './spoken'
import type { Casting, MotionView, Vote } from './store'
import { Turnout } from '../count/turnout'
import { answersAloud, readBack } from './words'
import look from './ballots.module.scss'

interface BoothProps {
  readonly vote: StoreApi<Vote>
  readonly view: MotionView
  /** One thing at a time: in elder mode, and where somebody helps. */
  readonly alone: boolean
  onCopy(receipt: string): void
  onHelp(): void
}

/** Where a voter of this roll chooses while the vote is open. */
export function Booth({ vote, view, alone, onCopy, onHelp }: BoothProps) {
  const { casting, helper, choose, back, cast } = useStore(vote)
  const { card } = view
  const paper =
    !alone && (casting.at === 'reading' || casting.at === 'choosing' || casting.at === 'confirming' || casting.at === 'sending')
      ? casting
      : null
  return (
    <>
      {casting.at === 'reading' || paper ? <HelpLine helper={helper} onTap={onHelp} /> : null}
      {casting.at === 'cast' ? (
        <Cast casting={casting} view={view} helper={helper} onChange={() => choose(casting.choice)} onCopy={onCopy} />
      ) : null}
      {casting.at === 'refused' ? <Refused casting={casting} onBack={back} /> : null}
      {casting.at === 'unsure' ? <Unsure casting={casting} view={view} /> : null}
      {paper ? (
        <BallotPaper card={card} answer={paper.at === 'reading' ? null : paper.choice} locked={paper.at === 'sending'} onAnswer={choose} />
      ) : null}
      <HowItPasses view={view} />
      <Turnout card={card} />
      {paper?.at === 'confirming' || paper?.at === 'sending' ? (
        <ConfirmDialog open card={card} choice={paper.choice} busy={paper.at === 'sending'} onCast={cast} onBack={back} />
      ) : null}
    </>
  )
}

type Choosing = Extract<Casting, { readonly at: 'choosing' | 'confirming' | 'sending' }>

/**
 * Elder mode, or with a helper: after the question, one screen to choose on and one to say yes on. With a helper both are read aloud to the
 * voter.
 */
export function OneThing({
  vote,
  view,
  casting,
  onHelp,
}: {
  readonly vote: StoreApi<Vote>
  readonly view: MotionView
  readonly casting: Choosing
  onHelp(): void
}) {
  const helper = useStore(vote, state => state.helper)
  const { card } = view
  const choosing = casting.at === 'choosing'
  // Each thing from its head, and what comes after it too.
  useEffect(() => {
    toTop()
    return toTop
  }, [choosing])
  if (casting.at !== 'choosing') {
    const words = readBack(answerWords(casting.choice, card.options))
    return (
      <View className={look.alone}>
        <Steps at={3} of={3} />
        {helper ? <Spoken key={words} words={words} /> : null}
        <ConfirmScreen card={card} choice={casting.choice} />
      </View>
    )
  }
  return (
    <View className={look.alone}>
      <Steps at={2} of={3} />
      <AgendaLine view={view} />
      <View className='h3'>{card.text}</View>
      <BallotPaper card={card} answer={casting.choice} onAnswer={vote.getState().choose} />
      {helper ? <Spoken words={answersAloud(card)} /> : null}
      <HelpLine helper={helper} onTap={onHelp} />
    </View>
  )
}
