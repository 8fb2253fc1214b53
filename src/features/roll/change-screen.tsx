import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { Facts } from '@/components/facts/facts'
import { TextArea } from '@/components/field/text-area'
import { ListEnd } from '@/components/list-end/list-end'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Pair, Stack } from '@/components/row/row'
import { Toast } from '@/components/toast/toast'
import { dayWords, whenWords } from '@/platform/phone/time'
import type { Changing } from './change-store'
import { ChangeLines, Sums } from './change-lines'
import { stateNames, type Laid } from './words'

const banners: Record<Laid['state'], readonly ['amber' | 'green' | 'red' | 'blue', string]> = {
  compared: ['blue', '只是比了比，还没有交。'],
  waiting: ['amber', '等监督委员确认，确认前名册不变。'],
  applying: ['amber', '正在更新，写完一起生效。'],
  applied: ['green', '已经更新。'],
  declined: ['red', '没有同意，名册没有变。'],
  dropped: ['blue', '撤回了，名册没有变。'],
}

/** One laid roll: what it changes, for who laid it and for who turns the second key. */
export function ChangeScreen({ change }: { readonly change: StoreApi<Changing> }) {
  const { seen, busy, said, refusing, note, wrong, refresh, more, turnDown, explain, confirm, drop, say } = useStore(change)
  if (seen.at !== 'shown')
    return (
      <Unseen
        title='名册更新'
        seen={seen}
        rows={4}
        reason='可能是网络不好。'
        notYours={{ line: '名册的明细只有管名册的人和监督委员能看。' }}
        onRetry={refresh}
      />
    )
  const { laid, lines, now, next } = seen.view
  const [tone, words] = banners[laid.state]
  const actions = laid.mayConfirm ? (
    <Pair>
      <Button look='ghost' disabled={busy} onTap={() => turnDown(true)}>
        不同意
      </Button>
      <Button busy={busy} onTap={() => void confirm(true)}>
        确认更新
      </Button>
    </Pair>
  ) : laid.mine && (laid.state === 'waiting' || laid.state === 'compared') ? (
    <Button look='ghost' busy={busy} onTap={() => void drop()}>
      撤回
    </Button>
  ) : undefined
  return (
    <Page title='名册更新' heading={laid.name} actions={actions}>
      <Banner tone={tone}>
        {laid.state === 'applied' && laid.effectiveAt !== null && laid.effectiveAt > now
          ? `写好了，${whenWords(laid.effectiveAt, now)}生效。`
          : words}
      </Banner>
      <Stack>
        <Facts
          facts={[
            { label: '谁交的', value: `${laid.by}，${dayWords(laid.at, now)}` },
            ...(laid.reason ? [{ label: '为什么', value: laid.reason }] : []),
            ...(laid.confirmedBy === null
              ? []
              : [{ label: stateNames[laid.state], value: `${laid.confirmedBy}${laid.note ? `：${laid.note}` : ''}` }]),
            ...(laid.effectiveAt === null ? [] : [{ label: '生效', value: whenWords(laid.effectiveAt, now) }]),
          ]}
        />
        <Sums sums={laid} />
        <ChangeLines lines={lines} />
      </Stack>
      {lines.length > 0 ? (
        <ListEnd state={next === null ? 'end' : seen.more} onMore={() => void more()} />
      ) : (
        <View className='small'>{laid.state === 'applied' ? '明细已经写进名册，这里只留数字。' : ''}</View>
      )}
      <Sheet
        open={refusing}
        title='不同意'
        onClose={() => turnDown(false)}
        actions={
          <Button look='danger' busy={busy} onTap={() => void confirm(false)}>
            不同意，记下来
          </Button>
        }
      >
        <TextArea
          label='为什么'
          hint='大家都看得到'
          most={200}
          value={note}
          error={wrong ?? undefined}
          disabled={busy}
          onChange={explain}
        />
      </Sheet>
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}
