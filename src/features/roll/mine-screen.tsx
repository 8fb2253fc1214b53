import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { Dialog, Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { TextArea } from '@/components/field/text-area'
import { Heading } from '@/components/heading/heading'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Row, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { Skeleton } from '@/components/skeleton/skeleton'
import { Tag } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import { dayWords, whenWords } from '@/platform/phone/time'
import type { MyRolls } from './mine-store'
import { disputeState, kindNames, type Entry } from './words'

/** Where one stands on each roll, and 「哪里不对」 while it can be said. */
export function MyRollsScreen({ mine }: { readonly mine: StoreApi<MyRolls> }) {
  const { seen, said, refresh, say } = useStore(mine)
  if (seen.at !== 'shown') return <Unseen title='我在不在名册上' seen={seen} rows={4} reason='可能是网络不好。' onRetry={refresh} />
  const { view } = seen
  return (
    <Page title='我在不在名册上'>
      <Stack>
        <View className='sub'>
          每本名册各是各的。发了表决通知、换了名册以后的 5 天里可以说哪里不对，村里 3 天内定。平时有话到村委会说。
        </View>
        {view.entries.map(entry => (
          <EntryCard key={entry.body} entry={entry} now={view.now} mine={mine} />
        ))}
      </Stack>
      <Section title='我说过的'>
        {view.disputes.length === 0 ? (
          <Empty title='没有说过' />
        ) : (
          view.disputes.map(one => (
            <Card key={one.id}>
              <Stack tight>
                <Row>
                  <Tag tone={one.outcome === 'granted' ? 'green' : one.outcome === null ? 'amber' : 'grey'}>
                    {one.outcome === null ? '等答复' : one.outcome === 'granted' ? '改了' : '没有改'}
                  </Tag>
                </Row>
                <View className='body'>
                  {one.roll}：{kindNames[one.kind]}。{one.words}
                </View>
                <View className='small'>
                  {dayWords(one.at, view.now)} · {disputeState(one)}
                </View>
              </Stack>
            </Card>
          ))
        )}
      </Section>
      <GroupSheet mine={mine} group={view.group} />
      <SaySheet mine={mine} />
      <HandOver mine={mine} />
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}

function EntryCard({ entry, now, mine }: { readonly entry: Entry; readonly now: number; readonly mine: StoreApi<MyRolls> }) {
  const { begin, readGroup, hand } = useStore(mine)
  const { household } = entry
  return (
    <Card>
      <Stack>
        <Row apart>
          <Heading level={2} size={3}>
            {entry.roll}
          </Heading>
          <Tag tone={entry.on ? 'green' : 'grey'}>{entry.on ? '在名册上' : '不在'}</Tag>
        </Row>
        {entry.on && entry.since !== null ? <View className='small'>从 {dayWords(entry.since, now)} 起</View> : null}
        {household ? (
          <View className='body'>
            {household.representative === null ? '您家还没有户代表' : `您家的户代表是${household.representative}，一户一票`}
          </View>
        ) : null}
        {household?.mayHandOver ? (
          <LinkRows>
            {household.members.map(one => (
              <LinkRow key={one.id} title={`换成${one.name}`} line='表决还没开始就能换' onTap={() => hand(one)} />
            ))}
          </LinkRows>
        ) : null}
        {entry.until === null ? null : <View className='small'>可以核对到 {whenWords(entry.until, now)}</View>}
        {entry.mayReadGroup ? (
          <Button look='ghost' label={`看本组名单：${entry.roll}`} onTap={() => void readGroup(entry)}>
            看本组名单
          </Button>
        ) : null}
        {entry.until === null ? null : (
          <Button look='ghost' label={`哪里不对：${entry.roll}`} onTap={() => void begin(entry, null)}>
            哪里不对
          </Button>
        )}
      </Stack>
    </Card>
  )
}

function GroupSheet({ mine, group }: { readonly mine: StoreApi<MyRolls>; readonly group: number }) {
  const { group: shown, readGroup, begin } = useStore(mine)
  const may = shown?.entry.until != null
  return (
    <Sheet open={shown !== null} title={`${shown?.entry.roll ?? ''}：${group} 组`} onClose={() => void readGroup(null)}>
      {shown === null ? null : shown.people === null ? (
        <Skeleton rows={3} />
      ) : shown.people.length === 0 ? (
        <Empty title='本组没有人在这本名册上' />
      ) : (
        <Stack>
          <View className='sub'>{shown.people.length} 人。只给本组核对用，请不要往外传。</View>
          {may ? (
            <LinkRows>
              {shown.people.map(one => (
                <LinkRow
                  key={one.id}
                  title={one.name}
                  line='不对就点这里'
                  onTap={() => void begin(shown.entry, { id: one.id, name: one.name })}
                />
              ))}
            </LinkRows>
          ) : (
            shown.people.map(one => (
              <View key={one.id} className='body'>
                {one.name}
              </View>
            ))
          )}
        </Stack>
      )}
    </Sheet>
  )
}

function SaySheet({ mine }: { readonly mine: StoreApi<MyRolls> }) {
  const { draft, busy, write, drop, file } = useStore(mine)
  const kinds = draft?.subject
    ? (['wrong', 'not-entitled'] as const)
    : draft?.entry.on
      ? (['wrong', 'not-entitled'] as const)
      : (['missing'] as const)
  return (
    <Sheet
      open={draft !== null}
      title={draft?.subject ? `${draft.subject.name}：哪里不对` : `${draft?.entry.roll ?? ''}：哪里不对`}
      onClose={drop}
      actions={
        <Button busy={busy} onTap={() => void file()}>
          交上去
        </Button>
      }
    >
      {draft === null ? null : (
        <Stack>
          <Choices
            label='哪里不对'
            value={draft.kind}
            disabled={busy}
            options={kinds.map(value => ({ value, label: kindNames[value] }))}
            onChange={kind => write({ kind })}
          />
          <TextArea
            label='怎么回事'
            hint='只有查的两个人看得到；不要写身份证号、手机号'
            most={200}
            value={draft.words}
            error={draft.wrong ?? undefined}
            disabled={busy}
            onChange={words => write({ words })}
          />
        </Stack>
      )}
    </Sheet>
  )
}

function HandOver({ mine }: { readonly mine: StoreApi<MyRolls> }) {
  const { handing, busy, hand, handOver } = useStore(mine)
  return (
    <Dialog
      open={handing !== null}
      title={`换成${handing?.name ?? ''}当户代表吗？`}
      confirm='换'
      busy={busy}
      onConfirm={() => void handOver()}
      onCancel={() => hand(null)}
    >
      以后由他代表全家投票，您就不能投了。已经开始的表决不变。
    </Dialog>
  )
}
