import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Dialog } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { TextField } from '@/components/field/text-field'
import { Heading } from '@/components/heading/heading'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Row } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Toast } from '@/components/toast/toast'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import { whenWords } from '@/platform/phone/time'
import { PhotoField } from './photo-field'
import type { Proxies, Side } from './proxies'
import { Shown } from './shown'
import type { HallVote, HallVoteView } from './store'
import { groupWords, hallPhase } from './words'

type Held = NonNullable<HallVoteView['proxies']>[number]

/** Written proxies: taken in with the photographed form, listed, revoked. */
export function ProxyScreen({ hall, proxies }: { readonly hall: StoreApi<HallVote>; readonly proxies: StoreApi<Proxies> }) {
  const { said, say, busy, trouble, revoke } = useStore(proxies)
  const [asked, ask] = useState<Held | null>(null)
  return (
    <Shown title='书面委托' hall={hall}>
      {(view, now) => {
        const held = view.proxies
        if (held === undefined)
          return (
            <Empty title='这个会议不能委托别人投' line='代表、户代表要自己来投。书面委托只有集体成员大会可以，而且要委托同一户的人。' />
          )
        const phase = hallPhase(view, now)
        return (
          <>
            {phase === 'counting' || phase === 'over' || !view.may.admit ? null : <TakeIn proxies={proxies} />}
            <Section title='收下的委托' note={held.length > 0 ? `${held.length} 份` : undefined}>
              {held.length === 0 ? <View className='sub'>还没有。</View> : null}
              {held.map(one => (
                <Card key={one.unitId}>
                  <Row apart>
                    <Heading level={3} size={3}>
                      {one.name}（{groupWords(one)}）委托 {one.agent}
                    </Heading>
                  </Row>
                  <View className='small'>
                    {whenWords(one.at, now)} 收下{one.voted ? ' · 已经代投' : ''}
                  </View>
                  <PhotoGrid
                    label={`${one.name}的委托书`}
                    photos={one.photoIds.map(id => ({ id, url: photoUrl(id) }))}
                    onOpen={id => viewPhotos(one.photoIds.map(photoUrl), photoUrl(id))}
                  />
                  {one.voted ? null : (
                    <Button look='ghost' label={`撤销 ${one.name} 的委托`} onTap={() => ask(one)}>
                      他要撤销
                    </Button>
                  )}
                </Card>
              ))}
            </Section>
            <Toast text={said} onGone={() => say(null)} />
            <Dialog
              open={asked !== null}
              title={`撤销 ${asked?.name ?? ''} 的委托？`}
              confirm='撤销'
              busy={busy}
              onConfirm={() => {
                if (asked)
                  void revoke(asked.unitId, asked.name).then(done => {
                    if (done) ask(null)
                  })
              }}
              onCancel={() => ask(null)}
            >
              {trouble ? (
                <View className='body red' {...role('alert')}>
                  {trouble}
                </View>
              ) : null}
              <View className='sub'>要本人说了才能撤。撤销以后，他要自己来投。</View>
            </Dialog>
          </>
        )
      }}
    </Shown>
  )
}

function TakeIn({ proxies }: { readonly proxies: StoreApi<Proxies> }) {
  const { chosen, photoIds, busy, trouble, photograph, write } = useStore(proxies)
  const [going, go] = useState(false)
  const whole = chosen.giver !== null && chosen.agent !== null && photoIds.length > 0 && !going
  return (
    <Card>
      <Heading level={2} size={3}>
        收一份委托书
      </Heading>
      <View className='sub'>只能委托同一户的成员，写明哪次会议，双方签名。本人来了，委托就不算了。</View>
      <Who side='giver' label='谁委托' proxies={proxies} />
      <Who side='agent' label='谁来投' proxies={proxies} />
      <PhotoField label='委托书照片' ids={photoIds} onChange={photograph} onGoing={go} />
      {trouble ? (
        <View className='body red' {...role('alert')}>
          {trouble}
        </View>
      ) : null}
      <Button disabled={!whole} busy={busy} onTap={() => void write()}>
        {whole ? `收下：${chosen.giver?.name ?? ''} 委托 ${chosen.agent?.name ?? ''}` : '找到两个人、拍好照片再收'}
      </Button>
    </Card>
  )
}

function Who({ side, label, proxies }: { readonly side: Side; readonly label: string; readonly proxies: StoreApi<Proxies> }) {
  const { name, found, chosen, busy, type, find, choose } = useStore(proxies)
  const units = found[side]
  return (
    <>
      <TextField
        label={`${label}（姓名）`}
        value={name[side]}
        most={20}
        placeholder='写全名'
        onChange={value => type(side, value)}
        onDone={() => void find(side)}
      />
      {chosen[side] === null ? (
        <Button look='ghost' label={`找${label}的人`} busy={busy} disabled={name[side].trim() === ''} onTap={() => void find(side)}>
          找人
        </Button>
      ) : (
        <View className='sub'>
          ✓ {chosen[side].name}（{groupWords(chosen[side])}）
        </View>
      )}
      {units?.length === 0 ? <View className='sub'>名册上没有这个名字。</View> : null}
      {units && units.length > 1 ? (
        <Choices
          label={`${label}：是哪一位`}
          options={units.map(unit => ({ value: unit.unitId, label: `${unit.name}（${groupWords(unit)}）` }))}
          value={chosen[side]?.unitId ?? null}
          onChange={id => {
            const unit = units.find(one => one.unitId === id)
            if (unit) choose(side, unit)
          }}
        />
      ) : null}
    </>
  )
}
