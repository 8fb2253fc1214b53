import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { LinkRow, LinkRows } from '@/components/link-row/link-row'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Fold } from '@/components/fold/fold'
import { Stack } from '@/components/row/row'
import { Segments } from '@/components/segments/segments'
import { Toast } from '@/components/toast/toast'
import type { Delegations } from './delegations-store'
import { DelegationsPart } from './delegations-part'
import type { History } from './history-store'
import { HistoryPart } from './history-part'
import { RuleSheet } from './rule-sheet'
import type { Rules } from './store'
import { WaitingPart } from './waiting-part'
import { floorLine, type Group, type Rule, type View as Seen } from './words'

type Part = Group | 'delegations' | 'history'
const parts: readonly { readonly key: Part; readonly label: string }[] = [
  { key: 'terms', label: '公示和期限' },
  { key: 'meetings', label: '会议和人数' },
  { key: 'town', label: '集体和镇街' },
  { key: 'delegations', label: '授权' },
  { key: 'history', label: '改过什么' },
]

/** 村里的规矩: what this village chose where the law leaves it a choice, and what nobody may choose. */
export function VillageRulesScreen({
  rules,
  history,
  delegations,
}: {
  readonly rules: StoreApi<Rules>
  readonly history: StoreApi<History>
  readonly delegations: StoreApi<Delegations>
}) {
  const { seen, said, refresh, say } = useStore(rules)
  const [part, show] = useState<Part>('terms')
  if (seen.at !== 'shown') return <Unseen title='村里的规矩' seen={seen} rows={4} reason='可能是网络不好。' onRetry={refresh} />
  const { view } = seen
  // What was confirmed on this very page a moment ago stands in what one turns to.
  const turnTo = (to: Part) => {
    show(to)
    if (to === 'history') void history.getState().refresh()
    if (to === 'delegations') void delegations.getState().refresh()
  }
  return (
    <Page title='村里的规矩'>
      <Stack>
        <View className='sub'>
          法律写死的谁也不能改低；法律让村里自己定的，村委会提出、监督委员确认{view.townApproves ? '、镇街同意' : ''}
          才算数。改了只管以后提的事，正在办的照旧。
        </View>
        <WaitingPart rules={rules} view={view} />
        <Segments<Part> label='看哪些规矩' items={parts} at={part} onChange={turnTo} />
      </Stack>
      {part === 'history' ? (
        <HistoryPart history={history} />
      ) : part === 'delegations' ? (
        <DelegationsPart delegations={delegations} />
      ) : (
        <GroupPart view={view} group={part} rules={rules} />
      )}
      <RuleSheet rules={rules} mayPropose={view.mayPropose} />
      <Toast text={said} onGone={() => say(null)} />
    </Page>
  )
}

function GroupPart({ view, group, rules }: { readonly view: Seen; readonly group: Group; readonly rules: StoreApi<Rules> }) {
  const here = view.rules.filter(rule => rule.group === group)
  const bodies = [...new Set(here.map(rule => rule.part))].filter(Boolean)
  return (
    <>
      <RuleRows list={here.filter(rule => rule.part === '')} rules={rules} />
      {bodies.map(body => (
        <Fold key={body} title={body}>
          <RuleRows list={here.filter(rule => rule.part === body)} rules={rules} />
        </Fold>
      ))}
    </>
  )
}

function RuleRows({ list, rules }: { readonly list: readonly Rule[]; readonly rules: StoreApi<Rules> }) {
  const { choose } = useStore(rules)
  if (list.length === 0) return null
  return (
    <LinkRows>
      {list.map(rule => (
        <LinkRow
          key={rule.id}
          title={`${rule.label.replace(`${rule.part}：`, '')}：${rule.now}`}
          line={[rule.warning ? '⚠ 组成不合法，点开看差多少' : '', rule.own ? `村里改过，原来${rule.usual}` : '', floorLine(rule)]
            .filter(Boolean)
            .join(' · ')}
          onTap={() => void choose(rule)}
        />
      ))}
    </LinkRows>
  )
}
