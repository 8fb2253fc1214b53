import { useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Old, Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { useFrame } from '@/components/page/frame'
import { Steps } from '@/components/steps/steps'
import { Toast } from '@/components/toast/toast'
import type { Helping } from '@/platform/talk-to-server/helping'
import { copy } from '@/platform/phone/phone'
import { open } from '@/platform/screen/navigation'
import { useReadAloud } from '@/platform/voice/use-read-aloud'
import { AgendaLine, OtherQuestions } from './agenda-part'
import { Booth, OneThing } from './booth'
import type { Check } from '../record/check'
import type { CheckIn } from './check-in'
import { HelpGiven, HelpSheet } from './help-part'
import { HowItPasses } from './how-it-passes'
import type { Keys } from '../count/keys'
import { KeysPart } from '../count/keys-part'
import { MeetingPart } from './meeting-part'
import { hallMoment } from './meeting-words'
import { Outside } from '../count/outside'
import { HearOrRead, Question } from './question'
import { ProxyPart } from './proxy-part'
import type { ProxyVote } from './proxy-vote'
import { Settled } from '../count/settled'
import type { MotionView, Vote } from './store'
import { Turnout } from '../count/turnout'
import { voteActions } from './vote-actions'
import { aloudWords, phaseOf } from './words'

type Shown = Extract<Vote['seen'], { readonly at: 'shown' }>

export interface VoteScreenProps {
  readonly vote: StoreApi<Vote>
  readonly check: StoreApi<Check>
  readonly checkIn: StoreApi<CheckIn>
  readonly proxy: StoreApi<ProxyVote>
  readonly keys: StoreApi<Keys>
  readonly helping: StoreApi<Helping>
  /** Takes the record away; gives the words for it. */
  take(): Promise<string>
}

/** One motion, once it is there to be seen. */
export function VoteScreen(props: VoteScreenProps) {
  const { seen, refresh } = useStore(props.vote)
  if (seen.at === 'shown') return <VoteShown {...props} seen={seen} />
  return <Unseen title='投票' seen={seen} look='page' rows={3} elsewhere='可以从议题里再进来看看。' onRetry={refresh} />
}

/** The question, and whichever moment this voter and this vote are in. */
function VoteShown({ vote, check, checkIn, proxy, keys, helping, take, seen }: VoteScreenProps & { readonly seen: Shown }) {
  const state = useStore(vote)
  const { casting, helper } = state
  const { elder } = useFrame()
  const [said, say] = useState<string | null>(null)
  const { view } = seen
  const aloud = useReadAloud(() => aloudWords(view))
  const phase = phaseOf(view.card, view.now)
  const inHall = hallMoment(view)
  const voting = phase === 'open' && view.card.onRoll && inHall === null
  const alone = elder || helper !== null
  const onHelp = () => void helping.getState().begin()
  // The question is read out at once; what comes after reads itself.
  const onHelped = () => {
    if (casting.at === 'reading' && aloud && !aloud.speaking) aloud.turn()
  }
  const sheet = <HelpSheet helping={helping} vote={vote} onHelped={onHelped} />
  if (alone && voting && (casting.at === 'choosing' || casting.at === 'confirming' || casting.at === 'sending')) {
    return (
      <Page title='投票' large={alone} {...voteActions(state, alone)}>
        <OneThing vote={vote} view={view} casting={casting} onHelp={onHelp} />
        {sheet}
      </Page>
    )
  }
  const onTake = async () => say(await take())
  const onCopy = async (receipt: string) => say((await copy(receipt)) ? '回执复制好了' : '这部手机不让复制，请抄下来')
  return (
    <Page title={phase === 'settled' ? '表决结果' : '投票'} large={alone} {...(voting ? voteActions(state, alone) : {})}>
      <Old seen={seen} words='刚才没有连上，下面是上次看到的。' onRetry={state.refresh} />
      {alone && voting && casting.at === 'reading' ? <Steps at={1} of={3} /> : null}
      <AgendaLine view={view} />
      <Question view={view} onOver={state.refresh} />
      <HearOrRead aloud={aloud} onPlan={() => open('topic/index', { id: view.card.topicId })} />
      {phase === 'settled' ? (
        <Settled view={view} casting={casting} check={check} onTake={onTake} />
      ) : voting ? (
        <Booth vote={vote} view={view} alone={alone} onCopy={onCopy} onHelp={onHelp} />
      ) : (
        <Waiting view={view} inHall={inHall !== null} vote={vote} checkIn={checkIn} keys={keys} />
      )}
      {phase === 'settled' ? null : (
        <ProxyPart view={view} proxy={proxy} open={phase === 'open' && (!view.meeting || (view.card.openedAt ?? null) !== null)} />
      )}
      {view.meeting?.runs ? (
        <LinkRows>
          <LinkRow
            title='会场表决'
            line='到会、发票、平板、计票，由主持人、记录员、计票人、监票人办'
            onTap={() => void open('teller/index', { id: view.card.id })}
          />
        </LinkRows>
      ) : null}
      <OtherQuestions view={view} />
      <HelpGiven view={view} />
      {sheet}
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}

/** Nothing to cast from this phone now: the hall, the keys, or what is still to come. */
function Waiting({
  view,
  inHall,
  vote,
  checkIn,
  keys,
}: Pick<VoteScreenProps, 'vote' | 'checkIn' | 'keys'> & { readonly view: MotionView; readonly inHall: boolean }) {
  const { casting, guest, refresh } = useStore(vote)
  if (inHall)
    return (
      <>
        <MeetingPart view={view} checkIn={checkIn} onRefresh={refresh} />
        <HowItPasses view={view} />
      </>
    )
  if (view.keys)
    return (
      <>
        <KeysPart card={view.card} keys={view.keys} turn={keys} onRefresh={refresh} />
        <Turnout card={view.card} />
        <HowItPasses view={view} />
      </>
    )
  return <Outside view={view} casting={casting} guest={guest} onRefresh={refresh} />
}
