import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { Facts } from '@/components/facts/facts'
import { TextArea } from '@/components/field/text-area'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Pair, Row, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { open } from '@/platform/screen/navigation'
import { download } from '@/platform/files/take-away'
import { dayWords, dueWords } from '@/platform/phone/time'
import type { Rolls } from './store'
import { kindNames, stateNames, sumsOf, type Dispute, type Laid, type Roll } from './words'

/** 名册: how many, since when, by whom; for who keeps or watches one, what there is to do about it. */
export function RollsScreen({ rolls }: { readonly rolls: StoreApi<Rolls> }) {
  const { seen, said, refresh, say } = useStore(rolls)
  if (seen.at !== 'shown') return <Unseen title='名册' seen={seen} rows={4} reason='可能是网络不好。' onRetry={refresh} />
  const { view } = seen
  const going = view.history.filter(one => ['waiting', 'applying', 'compared'].includes(one.state))
  return (
    <Page title='名册'>
      <Stack>
        <View className='sub'>开会投票按名册算：应到多少、谁能投，发通知那天定下来，以后只因核对更正才会变。每本名册各是各的。</View>
        {going.length > 0 ? (
          <LinkRows>
            {going.map(one => (
              <LaidRow key={one.id} one={one} now={view.now} />
            ))}
          </LinkRows>
        ) : null}
        <LinkRows>
          <LinkRow title='我在不在名册上' line='看自己的，哪里不对可以说' onTap={() => open('roll/mine')} />
        </LinkRows>
      </Stack>
      {view.waiting && view.waiting.length > 0 ? (
        <Section title='有人说名册不对'>
          {view.waiting.map(one => (
            <DisputeCard key={one.id} one={one} now={view.now} rolls={rolls} />
          ))}
        </Section>
      ) : null}
      {view.rolls.map(roll => (
        <RollCard key={roll.body} roll={roll} now={view.now} rolls={rolls} />
      ))}
      <Section title='核对更正' note={`没定的 ${view.disputes.open} 件`}>
        <View className='sub'>
          说名册不对的，改了 {view.disputes.granted} 件，没改 {view.disputes.declined} 件。名字不公开。
        </View>
        {view.disputes.decided.map((one, at) => (
          <View key={at} className='small'>
            {dayWords(one.at, view.now)} · {one.roll} · {kindNames[one.kind]} · {one.outcome === 'granted' ? '改了' : '没有改'}
          </View>
        ))}
      </Section>
      <Section title='更新过几次'>
        {view.history.some(one => one.state === 'applied' || one.state === 'declined') ? (
          <LinkRows>
            {view.history
              .filter(one => one.state === 'applied' || one.state === 'declined')
              .map(one => (
                <LaidRow key={one.id} one={one} now={view.now} />
              ))}
          </LinkRows>
        ) : (
          <Empty title='还没有更新过' line='谁交的、谁确认的、加减了多少，都会记在这里。' />
        )}
      </Section>
      <DecideSheet rolls={rolls} />
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}

function LaidRow({ one, now }: { readonly one: Laid; readonly now: number }) {
  const keys = [
    `${one.by}交`,
    ...(one.confirmedBy === null ? [] : [`${one.confirmedBy}${one.state === 'declined' ? '没有同意' : '确认'}`]),
  ].join('，')
  return (
    <LinkRow
      title={`${one.name}：${sumsOf(one)}`}
      line={`${one.mayConfirm ? '等您确认 · ' : ''}${dayWords(one.at, now)} · ${keys}`}
      value={stateNames[one.state]}
      onTap={() => open('roll/change', { id: one.id })}
    />
  )
}

function RollCard({ roll, now, rolls }: { readonly roll: Roll; readonly now: number; readonly rolls: StoreApi<Rolls> }) {
  const { busy, take } = useStore(rolls)
  const exported = () =>
    take(roll.body, async people => {
      if (process.env.TARO_ENV === 'h5') {
        const { exportedFile } = await import('./sheet/computer')
        download(`${roll.name}名册.xlsx`, exportedFile(roll.body, people))
      }
    })
  return (
    <Card>
      <Stack>
        <Row apart>
          <Heading level={2} size={3}>
            {roll.name}
          </Heading>
          {roll.changing ? (
            <Tag tone='amber'>正在更新</Tag>
          ) : roll.waiting ? (
            <Tag tone='amber'>等确认</Tag>
          ) : (
            <Tag tone='green'>{`${roll.size} ${roll.unit}`}</Tag>
          )}
        </Row>
        <View className='sub'>{roll.says}</View>
        <Facts
          facts={[
            { label: '现在', value: `${roll.size} ${roll.unit}` },
            { label: '从哪天起', value: roll.since === null ? '启用时登记的' : dayWords(roll.since, now) },
            ...(roll.by === null
              ? []
              : [{ label: '谁改的', value: `${roll.by}${roll.confirmedBy === null ? '' : `，${roll.confirmedBy}确认`}` }]),
            { label: '验证码', value: roll.code },
          ]}
        />
        {roll.mayImport || roll.mayRead ? (
          <Pair>
            {roll.mayImport ? (
              <Button look='ghost' label={`更新名册：${roll.name}`} onTap={() => void open('roll/import', { body: roll.body })}>
                更新名册
              </Button>
            ) : null}
            {roll.mayRead && process.env.TARO_ENV === 'h5' ? (
              <Button look='ghost' busy={busy} label={`导出表格：${roll.name}`} onTap={() => void exported()}>
                导出表格
              </Button>
            ) : null}
          </Pair>
        ) : null}
      </Stack>
    </Card>
  )
}

function DisputeCard({ one, now, rolls }: { readonly one: Dispute; readonly now: number; readonly rolls: StoreApi<Rolls> }) {
  const { busy, decide } = useStore(rolls)
  return (
    <Card look={one.overdue ? 'amber' : undefined}>
      <Stack>
        <Row>
          <Tag tone='blue'>{one.roll}</Tag>
          <Tag tone={one.overdue ? 'red' : 'grey'}>{one.overdue ? '超过三天了' : dueWords(one.dueAt, now)}</Tag>
        </Row>
        <View className='body'>
          {one.about}：{kindNames[one.kind]}。{one.words}
        </View>
        {one.disagreed ? <View className='small'>上次没有一致：{one.disagreed}</View> : null}
        {one.first ? (
          <View className='small'>
            {one.first.by}说：{one.first.grants ? '该改' : '不该改'}，{one.first.words}
          </View>
        ) : null}
        {one.may === null ? (
          <View className='small'>{one.first === null ? '等村里先查' : '等另一个人一起定'}</View>
        ) : (
          <Pair>
            <Button look='ghost' disabled={busy} label={`不该改：${one.about}`} onTap={() => decide(one, false)}>
              不该改
            </Button>
            <Button disabled={busy} label={`该改：${one.about}`} onTap={() => decide(one, true)}>
              该改
            </Button>
          </Pair>
        )}
      </Stack>
    </Card>
  )
}

function DecideSheet({ rolls }: { readonly rolls: StoreApi<Rolls> }) {
  const { deciding, busy, decide, explain, finish } = useStore(rolls)
  const words = deciding?.grants ? '该改' : '不该改'
  return (
    <Sheet
      open={deciding !== null}
      title={`${deciding?.one.about ?? ''}：${words}`}
      onClose={() => decide(null)}
      actions={
        <Button look={deciding?.grants ? 'main' : 'danger'} busy={busy} onTap={() => void finish()}>
          {words}，记下来
        </Button>
      }
    >
      <Stack>
        <View className='sub'>
          {deciding?.one.may === 'second'
            ? '两个人看法一样就定下来，还没开始的表决跟着改；不一样就退回去再查。'
            : '您先看，监督委员再看，两个人一样才定。'}
        </View>
        <TextArea
          label='查到了什么'
          hint='会告诉说的那个人'
          most={200}
          value={deciding?.words ?? ''}
          error={deciding?.wrong ?? undefined}
          disabled={busy}
          onChange={explain}
        />
      </Stack>
    </Sheet>
  )
}
