import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Empty } from '@/components/empty/empty'
import { Unseen } from '@/components/looked/looked'
import { ListCard } from '@/components/list-card/list-card'
import { ListEnd } from '@/components/list-end/list-end'
import { open } from '@/platform/screen/navigation'
import { agoWords } from '@/platform/phone/time'
import type { Message, Messages } from './messages-store'
import { messageWords } from './words'
import look from './me.module.scss'

/** What the village told this person. A tap opens what it is about, and counts as read. */
export function MessagesPart({ messages }: { readonly messages: StoreApi<Messages> }) {
  const { seen, refresh, more, read } = useStore(messages)
  if (seen.at !== 'shown') return <Unseen seen={seen} onRetry={refresh} />
  const { view } = seen
  if (view.messages.length === 0) return <Empty title='还没有消息' line='您提的事、附议过的事有了进展，会在这里告诉您。' />
  const unread = view.messages.filter(message => !message.read).map(message => message.id)
  const go = (message: Message) => {
    read([message.id])
    // What asks for a vote leads to the vote: from here to the ballot in the box are two calls.
    // About one's own data, nickname or picture: that page tells why, and how to ask again.
    void (message.motionId
      ? open('vote/index', { id: message.motionId })
      : message.topicId
        ? open('topic/index', { id: message.topicId })
        : open('mine/index'))
  }
  return (
    <>
      {unread.length > 1 ? (
        <View className={look.block}>
          <Button
            look='ghost'
            onTap={() => {
              read(unread)
              void refresh()
            }}
          >
            这些我都看过了
          </Button>
        </View>
      ) : null}
      {view.messages.map(message => (
        <ListCard
          key={message.id}
          {...messageWords(message)}
          tag={tagOf(message)}
          tone={message.read ? 'grey' : 'amber'}
          meta={agoWords(message.at, view.now)}
          onTap={() => go(message)}
        />
      ))}
      <ListEnd state={view.next === null ? 'end' : seen.more} onMore={more} />
    </>
  )
}

/** What it is about stands in the tag, unless the card is called so already. */
const tagOf = (message: Message): string =>
  messageWords(message).title === message.title ? (message.read ? '看过了' : '新') : message.read ? message.title : `新 · ${message.title}`
