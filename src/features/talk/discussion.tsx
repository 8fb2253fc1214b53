import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Card } from '@/components/card/card'
import { Chips } from '@/components/chips/chips'
import { Empty } from '@/components/empty/empty'
import { Looked } from '@/components/looked/looked'
import { ListEnd } from '@/components/list-end/list-end'
import { Section } from '@/components/section/section'
import { Segments } from '@/components/segments/segments'
import { roundNames } from '@/domain/talk/discussion'
import { untilWords } from '@/platform/phone/time'
import { Comment } from './comment'
import type { Kind } from './plea'
import type { Answer, Comment as Said, Discussion as Talking } from './store'

interface DiscussionProps {
  readonly store: StoreApi<Talking>
  /** The round now being held, how much was said in all, until when. */
  readonly now: { readonly round: number; readonly comments: number; readonly until: number | null; readonly open: boolean }
  readonly time: number
  /** May this person say something, where talk is open at all? */
  readonly mayTalk: boolean
  onSay(answering: Said | null): void
  onPlea(kind: Kind, said: Answer): void
}

/** What people say, round by round. Nobody stands first for all because they were first. */
export function Discussion({ store, now, time, mayTalk, onSay, onPlea }: DiscussionProps) {
  const seen = useStore(store, state => state.seen)
  const round = useStore(store, state => state.round)
  const sort = useStore(store, state => state.sort)
  const discussion = store.getState()
  const rounds = Array.from({ length: Math.max(1, now.round) }, (_, index) => ({
    key: String(index + 1),
    label: `${index + 1} ${roundNames[index] ?? ''}`,
  }))
  // Nothing was said and nothing can be: no room for silence on the page.
  if (!now.open && now.comments === 0) return null
  const open = mayTalk && now.open && round === Math.max(1, now.round)
  const note = now.open ? (now.until === null ? undefined : `${untilWords(now.until, time)} 截止`) : '留言已结束'
  return (
    <Section title={`大家的看法${now.comments > 0 ? `（${now.comments}）` : ''}`} note={note}>
      {rounds.length > 1 ? (
        <Segments label='第几轮' items={rounds} at={String(round)} onChange={key => void discussion.turn(Number(key), sort)} />
      ) : null}
      {seen.at === 'shown' && seen.view.comments.length > 1 ? (
        <Chips
          label='怎样排'
          hideLabel
          options={[
            { value: 'fair', label: '轮着排' },
            { value: 'newest', label: '新的在前' },
          ]}
          value={sort}
          onChange={value => void discussion.turn(round, value)}
        />
      ) : null}
      <Looked seen={seen} rows={2} failure='大家的看法没打开' onRetry={() => void discussion.refresh()}>
        {({ view, more }) =>
          view.comments.length === 0 ? (
            <Empty title={open ? '还没有人说话' : '这一轮没有人留言'} line={open ? '您先说说看' : undefined} />
          ) : (
            <>
              <Card>
                {view.comments.map(comment => (
                  <Comment
                    key={comment.id}
                    comment={comment}
                    now={view.now}
                    open={open}
                    onNod={(id, nod) => void discussion.nod(id, nod)}
                    onAnswer={onSay}
                    onPlea={onPlea}
                  />
                ))}
              </Card>
              {view.next === null ? null : <ListEnd state={more} onMore={() => void discussion.more()} />}
            </>
          )
        }
      </Looked>
    </Section>
  )
}
