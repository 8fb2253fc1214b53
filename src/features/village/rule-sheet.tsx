import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Article } from '@/components/article/article'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/dialog/dialog'
import { Facts } from '@/components/facts/facts'
import { TextArea } from '@/components/field/text-area'
import { Stack } from '@/components/row/row'
import type { Rules } from './store'
import { ValueField } from './value-field'

/** One rule: how it stands, what the law says, and for the committee the form to change it. */
export function RuleSheet({ rules, mayPropose }: { readonly rules: StoreApi<Rules>; readonly mayPropose: boolean }) {
  const { open, busy, choose, write, explain, propose } = useStore(rules)
  return (
    <Sheet
      open={open !== null}
      title={open?.rule.label ?? ''}
      onClose={() => void choose(null)}
      actions={
        open && mayPropose ? (
          <Button busy={busy} onTap={() => void propose()}>
            提出来，等监督委员确认
          </Button>
        ) : undefined
      }
    >
      {open ? (
        <Stack>
          <View className='body'>{open.rule.says}</View>
          {open.rule.warning ? <Banner tone='amber'>{open.rule.warning}</Banner> : null}
          <Facts
            facts={[
              { label: '现在', value: open.rule.now },
              { label: '没有改时', value: open.rule.usual },
              { label: '法律底线', value: open.rule.floor ?? '法律没有写数' },
            ]}
          />
          <Article cites={open.rule.article} basis={open.rule.basis} />
          {mayPropose ? (
            <>
              <ValueField rule={open.rule} draft={open.draft} disabled={busy} write={write} />
              <TextArea
                label='为什么要改'
                hint='大家都看得到'
                most={300}
                value={open.reason}
                error={open.wrong ?? undefined}
                disabled={busy}
                onChange={explain}
              />
            </>
          ) : null}
        </Stack>
      ) : null}
    </Sheet>
  )
}
