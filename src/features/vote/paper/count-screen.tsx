import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { role } from '@/components/aria'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { classes } from '@/components/classes'
import { Dialog, Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { TextArea } from '@/components/field/text-area'
import { TextField } from '@/components/field/text-field'
import { Heading } from '@/components/heading/heading'
import { PhotoGrid } from '@/components/photo-grid/photo-grid'
import { Pair, Row, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { open } from '@/platform/screen/navigation'
import { photoUrl, viewPhotos } from '@/platform/files/photos'
import { whenWords } from '@/platform/phone/time'
import { compared, differenceWords, firstFree, foundIn, pilesOf, pileWords, sumOf, type Batch, type Count } from './count'
import { PhotoField } from '../hall/photo-field'
import { Shown } from '../hall/shown'
import type { HallVote, HallVoteView } from '../hall/store'
import { allCounted, hallPhase, paperLine, tooManyPapers } from '../hall/words'
import look from '../hall/hall-vote.module.scss'

interface CountProps {
  readonly motionId: string
  readonly hall: StoreApi<HallVote>
  readonly count: StoreApi<Count>
}

/** The paper ballots counted: batch by batch by two tellers, compared, summed, sealed, confirmed. */
export function CountScreen({ motionId, hall, count }: CountProps) {
  const { said, say } = useStore(count)
  return (
    <Shown title='数纸质票' hall={hall}>
      {(view, now) => {
        const phase = hallPhase(view, now)
        if (phase === 'gathering' || phase === 'open')
          return (
            <Empty title='截止以后再数' line={`还没有截止。纸质票：发出 ${view.paper.issued}，作废 ${view.paper.spoiled}。`}>
              <Button look='ghost' onTap={() => void hall.getState().refresh()}>
                看看截止没有
              </Button>
            </Empty>
          )
        return (
          <>
            <SumPart view={view} />
            <BatchesPart view={view} count={count} />
            {view.seal === null ? (
              <SealPart view={view} count={count} />
            ) : (
              <SealedPart view={view} seal={view.seal} now={now} count={count} />
            )}
            {phase === 'over' ? (
              <Banner tone='green' action={{ label: '计票单', onTap: () => void open('teller/sheet', { id: motionId }) }}>
                结果已出
              </Banner>
            ) : null}
            <Toast text={said} onGone={() => say(null)} />
            <EnterSheet view={view} count={count} />
          </>
        )
      }}
    </Shown>
  )
}

function SumPart({ view }: { readonly view: HallVoteView }) {
  const { sum } = view
  return (
    <Card edge={sum === null ? undefined : sum.holds ? 'green' : 'red'}>
      <Heading level={2} size={3}>
        对账
      </Heading>
      {sum ? (
        <View className='body'>{paperLine(view)}</View>
      ) : (
        <View className='body'>
          纸质票：发出 {view.paper.issued}，作废 {view.paper.spoiled}
        </View>
      )}
      {tooManyPapers(view) ? (
        <View className='body red' {...role('alert')}>
          票箱里的票比发出的多：按规定这次表决作废，要重投。
        </View>
      ) : null}
      {sum ? (
        sum.says
          .filter(line => !line.startsWith('纸质票发出'))
          .map(line => (
            <View key={line} className='body'>
              {line}
            </View>
          ))
      ) : (
        <View className='small'>每一叠都由两位数过、数得一样了，这里才对账：看到总数以前，各数各的。</View>
      )}
      {sum ? <View className={sum.holds ? 'strong green' : 'strong red'}>{sum.holds ? '✓ 对得上' : '! 对不上，请再查'}</View> : null}
    </Card>
  )
}

const stateTags = {
  'one-entered': { tone: 'amber', says: '等另一位计票人' },
  same: { tone: 'green', says: '两人一样' },
  different: { tone: 'red', says: '两人不一样' },
} as const

function BatchesPart({ view, count }: { readonly view: HallVoteView; readonly count: StoreApi<Count> }) {
  const { batches, may, seal } = view
  const { begin } = count.getState()
  const counts = may.count && seal === null
  return (
    <Section title='分叠数' note={batches.length > 0 ? `${batches.length} 叠` : undefined}>
      {batches.length === 0 ? (
        <View className='sub'>把票分成一叠一叠，每叠 50 张以内，写上第几叠。两位计票人各数各的，不要商量。</View>
      ) : null}
      {batches.map(batch => (
        <BatchCard key={batch.batch} batch={batch} view={view} counts={counts} onEnter={() => begin(batch.batch, batch.mine)} />
      ))}
      {counts ? (
        <Button
          look={allCounted(view) || batches.some(({ state, mine }) => state === 'different' || mine === null) ? 'ghost' : 'main'}
          onTap={() => begin(firstFree(batches), null)}
        >
          数第 {firstFree(batches)} 叠
        </Button>
      ) : null}
      {!may.count && seal === null ? <View className='small'>数票由两位计票人各自填，您这里只看进度。</View> : null}
    </Section>
  )
}

function BatchCard({
  batch,
  view: { card },
  counts,
  onEnter,
}: {
  readonly batch: Batch
  readonly view: HallVoteView
  readonly counts: boolean
  onEnter(): void
}) {
  const { tone, says } = stateTags[batch.state]
  const rows = compared(batch, card)
  const apart = rows.filter(row => row.mine !== row.others)
  const waiting = batch.state === 'one-entered'
  // The supervisor, who counted none, compares these with the photographed sheet.
  const agreed = waiting ? batch.mine : batch.state === 'same' ? (batch.mine ?? batch.others) : null
  return (
    <Card edge={batch.state === 'different' ? 'red' : batch.state === 'same' ? 'green' : 'amber'}>
      <Row apart>
        <Heading level={3} size={3}>
          第 {batch.batch} 叠
        </Heading>
        <Tag tone={tone}>{waiting && !batch.mine ? '等您独立数一遍' : says}</Tag>
      </Row>
      <View className='small'>{batch.by.join('、')} 数过</View>
      {agreed ? (
        <View className='sub'>
          {waiting ? '您数的：' : ''}
          {pilesOf(card)
            .map(pile => `${pileWords(pile, card)} ${agreed[pile] ?? 0}`)
            .join('，')}
          ，共 {sumOf(agreed)} 张
        </View>
      ) : null}
      {batch.state === 'different' ? (
        <View className='body' {...role('alert')}>
          {apart.length > 0
            ? `有 ${apart.length} 项不一样。请两位一起把这一叠再数一遍，谁数错了，谁改自己的。`
            : '两位数的不一样，请他们一起再数一遍。'}
        </View>
      ) : null}
      {batch.state === 'different'
        ? rows.map(row => (
            <View key={row.pile} className={look.compared}>
              <Row apart>
                <View className='strong'>{pileWords(row.pile, card)}</View>
                <View className={row.mine === row.others ? 'small' : 'strong amber'}>{differenceWords(row)}</View>
              </Row>
              <View className={look.pair}>
                <View className={classes(look.side, row.mine !== row.others && look.apart)}>
                  <View className='small'>您数的</View>
                  <View className={look.count}>{row.mine}</View>
                </View>
                <View className={classes(look.side, row.mine !== row.others && look.apart)}>
                  <View className='small'>另一位数的</View>
                  <View className={look.count}>{row.others}</View>
                </View>
              </View>
            </View>
          ))
        : null}
      {counts && (!batch.mine || batch.state !== 'same') ? (
        <View className={look.block}>
          <Button
            look={batch.mine ? 'ghost' : 'main'}
            label={`第 ${batch.batch} 叠：${batch.mine ? '改我填的' : '填我数的'}`}
            onTap={onEnter}
          >
            {batch.mine ? '改我填的' : '填我数的'}
          </Button>
        </View>
      ) : null}
    </Card>
  )
}

/** One number a pile, large, then the sum, then once more. */
function EnterSheet({ view: { card }, count }: { readonly view: HallVoteView; readonly count: StoreApi<Count> }) {
  const { entering, sending, trouble, type, drop, send } = useStore(count)
  const found = entering ? foundIn(entering.figures, card) : null
  return (
    <Sheet
      open={entering !== null}
      title={entering ? `第 ${entering.batch} 叠${entering.again ? '，改我填的' : ''}` : ''}
      onClose={drop}
      actions={
        <Button busy={sending} disabled={!found} onTap={() => void send(card)}>
          {found ? `这一叠共 ${sumOf(found)} 张，交上去` : '每一格都填上数字'}
        </Button>
      }
    >
      <Stack>
        <View className='sub'>只填您自己数的，没有就填 0。另一位交上以前，您看不到他数的。</View>
        {trouble ? (
          <View className='body red' {...role('alert')}>
            {trouble}
          </View>
        ) : null}
        {entering
          ? pilesOf(card).map(pile => (
              <TextField
                key={pile}
                label={`${pileWords(pile, card)}（张）`}
                kind='number'
                most={5}
                value={entering.figures[pile] ?? ''}
                onChange={value => type(pile, value)}
              />
            ))
          : null}
        <View className='small'>选了两项、看不清、写了别的记号的，算“无效票”，单独捆好。</View>
      </Stack>
    </Sheet>
  )
}

function SealPart({ view, count }: { readonly view: HallVoteView; readonly count: StoreApi<Count> }) {
  const { sending, trouble, entering, seal } = useStore(count)
  const [ids, change] = useState<readonly string[]>([])
  const [going, go] = useState(false)
  const [asks, ask] = useState(false)
  if (!view.may.seal) return null
  const different = view.batches.filter(({ state }) => state !== 'same').length
  return (
    <Section title='封票'>
      <View className='sub'>两位都数完、一样了，把计票单抄好、签字，拍下来封存。</View>
      <PhotoField label='计票单照片' ids={ids} onChange={change} onGoing={go} />
      {trouble && !entering ? (
        <View className='body red' {...role('alert')}>
          {trouble}
        </View>
      ) : null}
      <View className={look.block}>
        <Button disabled={ids.length === 0 || going || different > 0} busy={sending} onTap={() => ask(true)}>
          {different > 0 ? `还有 ${different} 叠没对上` : ids.length === 0 ? '先拍计票单' : '封票'}
        </Button>
      </View>
      <Dialog
        open={asks}
        title='封票以后不能再改，封吗？'
        confirm='封票'
        busy={sending}
        onConfirm={() => void seal(ids).then(() => ask(false))}
        onCancel={() => ask(false)}
      >
        <View className='sub'>封好后由监督委员核对照片和数字，确认了结果才算数。</View>
      </Dialog>
    </Section>
  )
}

function SealedPart({
  seal,
  view,
  now,
  count,
}: {
  readonly seal: NonNullable<HallVoteView['seal']>
  readonly view: HallVoteView
  readonly now: number
  readonly count: StoreApi<Count>
}) {
  const { sending, trouble, confirm } = useStore(count)
  const [asks, ask] = useState<'yes' | 'no' | null>(null)
  const [reason, write] = useState('')
  const urls = seal.photoIds.map(photoUrl)
  return (
    <Section title='封好的计票单'>
      <View className='sub'>
        {seal.by} 封的，{whenWords(seal.at, now)}
      </View>
      <PhotoGrid
        label='计票单照片'
        photos={seal.photoIds.map((id, at) => ({ id, url: urls[at] ?? '' }))}
        onOpen={id => viewPhotos(urls, photoUrl(id))}
      />
      {seal.confirmedBy === null ? (
        <View className='body'>{view.may.confirm ? '请把照片和上面的数字对一遍，再确认。' : '等监督委员确认。'}</View>
      ) : (
        <View className='body green'>✓ {seal.confirmedBy} 确认了</View>
      )}
      {trouble ? (
        <View className='body red' {...role('alert')}>
          {trouble}
        </View>
      ) : null}
      {view.may.confirm && seal.confirmedBy === null ? (
        <View className={look.block}>
          <Pair>
            <Button busy={sending} onTap={() => ask('yes')}>
              对得上，确认
            </Button>
            <Button look='ghost' disabled={sending} onTap={() => ask('no')}>
              退回重数
            </Button>
          </Pair>
        </View>
      ) : null}
      <Dialog
        open={asks === 'yes'}
        title='照片和数字都对过了吗？'
        confirm='确认'
        busy={sending}
        onConfirm={() => void confirm(true, '').then(() => ask(null))}
        onCancel={() => ask(null)}
      >
        <View className='sub'>这是第二把钥匙。确认以后就出结果，不能再改。</View>
      </Dialog>
      <Sheet
        open={asks === 'no'}
        title='退回重数'
        onClose={() => ask(null)}
        actions={
          <Button
            look='danger'
            busy={sending}
            disabled={reason.trim() === ''}
            onTap={() =>
              void confirm(false, reason.trim()).then(done => {
                if (done) ask(null)
              })
            }
          >
            退回，请他们再数
          </Button>
        }
      >
        <TextArea label='哪里对不上（必填）' most={200} value={reason} onChange={write} />
      </Sheet>
    </Section>
  )
}
