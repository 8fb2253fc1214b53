import { View } from '@tarojs/components'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Heading } from '@/components/heading/heading'
import { Pair, Stack } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import { open } from '@/platform/screen/navigation'
import { whenWords } from '@/platform/phone/time'
import type { Home, HomeView } from './store'
import { placeWords, signedWords } from './words'

type Session = HomeView['sessions'][number]

/** Sessions to come, with the way in. */
export function Sessions({ page, view }: { readonly page: Home; readonly view: HomeView }) {
  return (
    <>
      {view.sessions.map(session => (
        <Coming key={session.id} session={session} now={view.now} guest={view.guest} page={page} />
      ))}
    </>
  )
}

function Coming({
  session,
  now,
  guest,
  page,
}: {
  readonly session: Session
  readonly now: number
  readonly guest: boolean
  readonly page: Home
}) {
  const { id, title, startsAt, mode, signedUp, present } = session
  const { signing } = page
  const mine = signing.at !== 'nothing' && signing.sessionId === id ? signing : null
  const running = now >= startsAt
  const look = (words: string) => (
    <Button look='ghost' label={`${words}：${title}`} onTap={() => void open('session/index', { id })}>
      {words}
    </Button>
  )
  const join = (how: 'hall' | 'online', words: string) => (
    <Button busy={mine?.at === 'sending'} label={`${words}：${title}`} onTap={() => void page.signUp(id, how)}>
      {words}
    </Button>
  )
  return (
    <Card>
      <Stack>
        <View>
          <Heading size={3}>
            {whenWords(startsAt, now)} · {title}
          </Heading>
          <View className='sub'>{placeWords(session)}</View>
          <View className='small'>
            {running ? '正在开 · ' : ''}
            {signedWords(session)}
          </View>
        </View>
        {mine?.at === 'refused' ? <Banner tone='red'>{refusalWords[mine.refusal]}</Banner> : null}
        {mine?.at === 'unsure' ? <Banner tone='amber'>没收到回音，再点一次就行</Banner> : null}
        {mine?.at === 'choosing' ? (
          <>
            <View className='h3'>您怎么参加？</View>
            <Pair>
              {join('hall', '到会场')}
              {join('online', '线上参加')}
            </Pair>
          </>
        ) : guest || signedUp || present || running ? (
          look(running && !present && !guest ? '去签到' : '看议程')
        ) : (
          <Pair>
            {look('看议程')}
            {mode === 'both' ? (
              <Button label={`我要参加：${title}`} busy={mine?.at === 'sending'} onTap={() => page.choose(id)}>
                我要参加
              </Button>
            ) : (
              join(mode, '我要参加')
            )}
          </Pair>
        )}
      </Stack>
    </Card>
  )
}
