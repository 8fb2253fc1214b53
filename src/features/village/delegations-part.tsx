import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Check, Choices } from '@/components/choices/choices'
import { DateField } from '@/components/date-field/date-field'
import { Sheet } from '@/components/dialog/dialog'
import { Empty } from '@/components/empty/empty'
import { Unseen } from '@/components/looked/looked'
import { Facts } from '@/components/facts/facts'
import { TextArea } from '@/components/field/text-area'
import { Pair, Row, Stack } from '@/components/row/row'
import { Tag, type Tone } from '@/components/tag/tag'
import { Toast } from '@/components/toast/toast'
import type { Delegation, Delegations, DelegationsView } from './delegations-store'

const states: Record<Delegation['state'], readonly [words: string, tone: Tone]> = {
  waiting: ['等监督委员确认', 'amber'],
  live: ['有效', 'green'],
  'to-come': ['还没到日子', 'blue'],
  over: ['到期了', 'grey'],
  declined: ['没有确认', 'grey'],
  revoked: ['收回了', 'grey'],
}

/** 授权: which matters the assembly lets its representatives decide, and until when. */
export function DelegationsPart({ delegations }: { readonly delegations: StoreApi<Delegations> }) {
  const { seen, said, refresh, begin, say } = useStore(delegations)
  if (seen.at !== 'shown') return <Unseen seen={seen} rows={3} onRetry={refresh} />
  const { view } = seen
  return (
    <>
      <Stack>
        <View className='sub'>
          {view.to}没有得到{view.from}授权，就不能定{view.from}的事。授权要写明哪些事、到哪天。
        </View>
        {view.mayRecord ? (
          <Button look='ghost' onTap={() => void begin()}>
            登记一份授权
          </Button>
        ) : null}
      </Stack>
      {view.delegations.length === 0 ? (
        <Empty title='还没有授权' line={`大事由${view.from}自己定。`} />
      ) : (
        view.delegations.map(one => <One key={one.id} one={one} delegations={delegations} />)
      )}
      <RecordSheet delegations={delegations} view={view} />
      <EndSheet delegations={delegations} />
      <Toast text={said} onGone={() => say(null)} />
    </>
  )
}

function One({ one, delegations }: { readonly one: Delegation; readonly delegations: StoreApi<Delegations> }) {
  const { busy, confirm, end } = useStore(delegations)
  const [words, tone] = states[one.state]
  return (
    <Card>
      <Stack>
        <Row>
          <Tag tone={tone}>{words}</Tag>
        </Row>
        <View className='body'>{one.matters.join('、')}</View>
        <Facts
          facts={[
            { label: '给谁', value: one.to },
            { label: '期限', value: `${one.validFrom} 到 ${one.validTo}` },
            { label: '依据', value: `${one.grantedBy}（${one.form}）` },
            {
              label: '登记',
              value: `${one.by}${one.confirmedBy ? `，${one.confirmedBy}${one.state === 'declined' ? '没有确认' : '确认'}` : ''}`,
            },
            ...(one.endedReason ? [{ label: '原因', value: one.endedReason }] : []),
          ]}
        />
        {one.mayConfirm ? (
          <Pair>
            <Button look='ghost' disabled={busy} onTap={() => end(one, 'decline')}>
              不确认
            </Button>
            <Button busy={busy} onTap={() => void confirm(one)}>
              确认
            </Button>
          </Pair>
        ) : null}
        {one.mayRevoke ? (
          <Button look='ghost' disabled={busy} label={`收回授权：${one.grantedBy}`} onTap={() => end(one, 'revoke')}>
            收回授权
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}

function RecordSheet({ delegations, view }: { readonly delegations: StoreApi<Delegations>; readonly view: DelegationsView }) {
  const { draft, wrong, busy, write, drop, record } = useStore(delegations)
  if (!draft) return null
  const toggle = (code: string, on: boolean) => write({ codes: on ? [...draft.codes, code] : draft.codes.filter(one => one !== code) })
  return (
    <Sheet
      open
      title={`${view.from}授权${view.to}`}
      onClose={drop}
      actions={
        <Button busy={busy} onTap={() => void record()}>
          登记，等监督委员确认
        </Button>
      }
    >
      <Stack>
        <View className='h3'>哪些事</View>
        {view.matters.map(({ value, label, note }) => (
          <Check
            key={value}
            label={label}
            note={note}
            on={draft.codes.includes(value)}
            disabled={busy}
            onChange={on => toggle(value, on)}
          />
        ))}
        <DateField label='从哪天起' value={draft.validFrom} disabled={busy} onChange={validFrom => write({ validFrom })} />
        <DateField label='到哪天止' value={draft.validTo} from={draft.validFrom} disabled={busy} onChange={validTo => write({ validTo })} />
        <Choices
          label='怎样授权的'
          value={draft.form}
          disabled={busy}
          options={view.forms as { value: NonNullable<typeof draft.form>; label: string }[]}
          onChange={form => write({ form })}
        />
        <TextArea
          label='哪次会议，或者章程第几条'
          most={200}
          value={draft.grantedBy}
          error={wrong ?? undefined}
          disabled={busy}
          onChange={grantedBy => write({ grantedBy })}
        />
      </Stack>
    </Sheet>
  )
}

function EndSheet({ delegations }: { readonly delegations: StoreApi<Delegations> }) {
  const { ending, wrong, busy, explain, drop, finish } = useStore(delegations)
  const words = ending?.how === 'revoke' ? '收回授权' : '不确认'
  return (
    <Sheet
      open={ending !== null}
      title={words}
      onClose={drop}
      actions={
        <Button look='danger' busy={busy} onTap={() => void finish()}>
          {words}，记下来
        </Button>
      }
    >
      <TextArea
        label='为什么'
        hint='大家都看得到'
        most={200}
        value={ending?.reason ?? ''}
        error={wrong ?? undefined}
        disabled={busy}
        onChange={explain}
      />
    </Sheet>
  )
}
