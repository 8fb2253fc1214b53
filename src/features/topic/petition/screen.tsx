import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Empty } from '@/components/empty/empty'
import { ErrorState } from '@/components/error-state/error-state'
import { TextArea } from '@/components/field/text-area'
import { Heading } from '@/components/heading/heading'
import { Meter } from '@/components/meter/meter'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Toast } from '@/components/toast/toast'
import { dayWords, whenWords } from '@/platform/phone/time'
import type { Petition, View as Seen } from './store'

type Running = NonNullable<Seen['petition']>
const phases: Record<Running['phase'], string> = {
  gathering: '正在签名',
  reached: '签名够了',
  served: '已经照办',
  lapsed: '这件事已经往下走，联名停了',
}

/** 联名: enough names and the law obliges. */
export function PetitionScreen({ petition: store }: { readonly petition: StoreApi<Petition> }) {
  const { seen, said, refresh, say } = useStore(store)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title='联名'
        seen={seen}
        rows={3}
        reason='可能是网络不好。'
        notYours={{ title: '没有找到这件议题', line: '可能还没有公开，或者链接不完整。' }}
        onRetry={refresh}
      />
    )
  const { view } = seen
  return (
    <Page title='联名'>
      <Stack>
        <Heading level={2}>《{view.title}》</Heading>
        {view.petition ? <Run petition={view.petition} now={view.now} store={store} /> : null}
      </Stack>
      {view.mayBegin.length > 0 ? (
        <Begin view={view} store={store} />
      ) : view.petition ? null : (
        <Empty title='眼下没有联名' line='议题没有谈拢、没有安排、没有通过的时候，村民可以联名，要求开会或者重新审定。' />
      )}
      {view.mayReadNames ? <Names store={store} /> : null}
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}

function Run({ petition, now, store }: { readonly petition: Running; readonly now: number; readonly store: StoreApi<Petition> }) {
  const { busy, sign, takeBack } = useStore(store)
  const { wants, reason, startedAt, phase, standings, conveneBy, overdue, signed, maySign } = petition
  return (
    <Card>
      <Stack>
        <Heading level={3}>要求{wants}</Heading>
        <View className='body'>{reason}</View>
        <View className='small'>
          {phases[phase]} · {dayWords(startedAt, now)}发起
        </View>
        {phase === 'reached' && conveneBy !== null ? (
          <Banner
            tone={overdue ? 'red' : 'amber'}
          >{`${overdue ? '过期了：' : ''}应当召集会议，最迟 ${whenWords(conveneBy - 1, now)} 发出会议通知`}</Banner>
        ) : null}
        {petition.explain ? (
          <View className='body'>{petition.explain}</View>
        ) : (
          standings.map(one => (
            <Stack key={one.label} tight>
              <View className='body'>
                {one.label}：{one.signed} 人签了，够 {one.needs} 人就算
              </View>
              <Meter
                label={`${one.label}，${one.signed} 人，要 ${one.needs} 人`}
                value={one.signed}
                of={Math.max(one.needs, one.signed)}
                legal={one.needs}
              />
              <View className='small'>{one.explain}</View>
            </Stack>
          ))
        )}
        {phase === 'gathering' && standings.length > 1 ? <View className='small'>有一样够了就算数。</View> : null}
        {signed ? <View className='body'>✓ 您签过了</View> : null}
        {maySign && !signed ? (
          <Button busy={busy} onTap={() => void sign()}>
            我也签名
          </Button>
        ) : null}
        {phase === 'gathering' && signed ? (
          <Button look='ghost' busy={busy} onTap={() => void takeBack()}>
            撤回我的签名
          </Button>
        ) : null}
        <View className='small'>人数大家看得到，名字只有村务监督委员会看得到。够数以前可以撤回。</View>
      </Stack>
    </Card>
  )
}

function Begin({ view, store }: { readonly view: Seen; readonly store: StoreApi<Petition> }) {
  const { asks, reason, wrong, busy, choose, write, start } = useStore(store)
  return (
    <Section title='发起联名'>
      <Stack>
        <View className='sub'>
          十分之一以上的村民，或者三分之一以上的代表联名，村委会就应当召集村民会议；五分之一以上的代表联名，应当召集代表会议。
        </View>
        {view.mayBegin.length > 1 ? (
          <Choices label='要求什么' value={asks} disabled={busy} options={view.mayBegin} onChange={choose} />
        ) : (
          <View className='body'>要求：{view.mayBegin[0]?.label}</View>
        )}
        <TextArea
          label='为什么'
          hint='大家都看得到，不写名字和电话'
          most={300}
          value={reason}
          error={wrong ?? undefined}
          disabled={busy}
          onChange={write}
        />
        <Button busy={busy} onTap={() => void start()}>
          发起，我先签名
        </Button>
      </Stack>
    </Section>
  )
}

function Names({ store }: { readonly store: StoreApi<Petition> }) {
  const { names, readNames } = useStore(store)
  return (
    <Section title='谁签了名'>
      {names.at === 'unasked' ? (
        <Button look='ghost' onTap={() => void readNames()}>
          核对名字（只有监督委员看得到）
        </Button>
      ) : null}
      {names.at === 'loading' ? <Skeleton rows={2} /> : null}
      {names.at === 'failed' ? <ErrorState onRetry={readNames} /> : null}
      {names.at === 'shown' ? (
        <Card>
          <Stack tight>
            {names.signers.map(({ id, name, group, representative }) => (
              <View key={id} className='body'>
                {name}
                {group > 0 ? `（${group} 组）` : ''}
                {representative ? ' · 代表' : ''}
              </View>
            ))}
          </Stack>
        </Card>
      ) : null}
      {names.at === 'shown' && names.next !== null ? (
        <Button look='ghost' onTap={() => void readNames()}>
          再看一些
        </Button>
      ) : null}
    </Section>
  )
}
