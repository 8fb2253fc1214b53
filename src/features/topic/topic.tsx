import type { ReactNode } from 'react'
import { Looked } from '@/components/looked/looked'
import { ReadAloud } from '@/components/read-aloud/read-aloud'
import { useReadAloud } from '@/platform/voice/use-read-aloud'
import { Answer } from './answer'
import { Decided, Done } from './decided'
import { FileLink } from './file-link'
import { Head } from './head'
import { Journal } from './journal'
import { FourMeetings, Matter } from './major'
import { Motions, SessionLink, voteOpen } from './meetings'
import { LastSteps, Ledgers, MySteps } from './my-steps'
import { NextStep } from './next-step'
import { Objections } from './objections'
import { PetitionLine } from './petition'
import { Rating } from './rating'
import { Collected, Family, ToldWords } from './told-words'
import type { TopicPage, TopicView } from './topic-store'
import { Way } from './way'
import { aloudWords } from './words'

interface TopicProps {
  readonly page: TopicPage
  /** What people say about it. */
  readonly children?: ReactNode
  onRetry(): void
}

export function Topic({ page, children, onRetry }: TopicProps) {
  return (
    <Looked
      seen={page.seen}
      look='page'
      notYours={{ line: '可能还没有公开，或者链接不完整。' }}
      old='没连上，这是上次看到的样子'
      onRetry={onRetry}
    >
      {({ view }) => (
        <Whole topic={view} page={page}>
          {children}
        </Whole>
      )}
    </Looked>
  )
}

/** From what matters now to what lies behind: what is next, what I can do, what was decided, how it came to that. */
function Whole({ topic, page, children }: { readonly topic: TopicView; readonly page: TopicPage; readonly children?: ReactNode }) {
  const voting = topic.motions.some(motion => voteOpen(motion, topic.now))
  const aloud = useReadAloud(() => aloudWords(topic))
  return (
    <>
      <Head topic={topic} />
      <ReadAloud aloud={aloud} />
      <NextStep topic={topic} />
      <Answer topic={topic} />
      {voting ? <Motions topic={topic} /> : null}
      {topic.rating?.open ? <Rating topic={topic} page={page} /> : null}
      <MySteps topic={topic} />
      <PetitionLine topic={topic} />
      <Decided topic={topic} />
      <Done topic={topic} />
      <Ledgers topic={topic} />
      <Way topic={topic} />
      <Matter topic={topic} />
      <FourMeetings topic={topic} />
      <SessionLink topic={topic} />
      {voting ? null : <Motions topic={topic} />}
      <ToldWords topic={topic} />
      <Family topic={topic} />
      <Collected topic={topic} />
      {children}
      <Objections topic={topic} page={page} />
      {topic.rating && !topic.rating.open ? <Rating topic={topic} page={page} /> : null}
      <FileLink topic={topic} />
      <Journal topic={topic} />
      <LastSteps topic={topic} />
    </>
  )
}
