import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Banner } from '@/components/banner/banner'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Choices } from '@/components/choices/choices'
import { TextArea } from '@/components/field/text-area'
import { Fold } from '@/components/fold/fold'
import { ListEnd } from '@/components/list-end/list-end'
import { Meter } from '@/components/meter/meter'
import { NoPermission } from '@/components/no-permission/no-permission'
import { Unseen } from '@/components/looked/looked'
import { Page } from '@/components/page/page'
import { Pair, Stack } from '@/components/row/row'
import { Steps } from '@/components/steps/steps'
import { open } from '@/platform/screen/navigation'
import { pickFile } from '@/platform/files/pick-file'
import { download } from '@/platform/files/take-away'
import { ChangeLines, Sums } from './change-lines'
import type { Importing, Phase } from './import-store'

const steps: Partial<Record<Phase['at'], number>> = {
  file: 1,
  reading: 1,
  columns: 2,
  preview: 3,
  sending: 4,
  unsent: 4,
  refused: 4,
  difference: 4,
  sent: 5,
}
const shownWrongs = 200
const shownRows = 20

/**
 * From a file to a difference that waits for its second key. In WeChat it says where it is done: there the sheet would have to be sent
 * before it is looked at.
 */
export function ImportScreen({ importing }: { readonly importing: StoreApi<Importing> }) {
  const { phase, roll, busy, open: start, submit, send, check, again } = useStore(importing)
  const title = '更新名册'
  if (phase.at === 'loading' || phase.at === 'failed')
    return <Unseen title={title} seen={phase} rows={3} reason='可能是网络不好。' onRetry={start} />
  if (phase.at === 'not-yours' || roll === null)
    return (
      <Page title={title}>
        <NoPermission title='这本名册不归您管' line='村里的名册由村委会更新，集体的名册由理事会更新。' />
      </Page>
    )
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <Page title={title} heading={`${roll.name}的名册`}>
        <Banner tone='blue'>请在电脑上更新名册。</Banner>
        <View className='body'>
          在电脑上打开村里的网页版，从“名册”进来，选表格文件。表格先在电脑上检查，身份证号不会传出去。手机上可以看、可以确认。
        </View>
      </Page>
    )
  }
  const actions = {
    columns: (
      <Pair>
        <Button look='ghost' onTap={() => void again()}>
          换一个文件
        </Button>
        <Button onTap={() => void check()}>检查每一行</Button>
      </Pair>
    ),
    preview:
      phase.at === 'preview' && phase.checked.wrongs.length === 0 && phase.checked.rows.length > 0 ? (
        <Pair>
          <Button look='ghost' onTap={() => void again()}>
            换一个文件
          </Button>
          <Button onTap={() => void send()}>上传，看和现在差在哪</Button>
        </Pair>
      ) : (
        <Button onTap={() => void again()}>改好了，重新选文件</Button>
      ),
    unsent: (
      <Pair>
        <Button look='ghost' onTap={() => void again()}>
          换一个文件
        </Button>
        <Button onTap={() => void send()}>再传一次</Button>
      </Pair>
    ),
    refused: <Button onTap={() => void again()}>改好了，重新选文件</Button>,
    difference:
      phase.at === 'difference' && phase.compared.added + phase.compared.gone + phase.compared.changed === 0 ? (
        <Button onTap={() => void again()}>换一个文件</Button>
      ) : (
        <Pair>
          <Button look='ghost' disabled={busy} onTap={() => void again()}>
            不更新了
          </Button>
          <Button busy={busy} onTap={() => void submit()}>
            交给监督委员确认
          </Button>
        </Pair>
      ),
    sent: <Button onTap={() => void open('roll/index')}>回到名册</Button>,
  }
  return (
    <Page
      title={title}
      heading={`${roll.name}的名册`}
      actions={phase.at in actions ? actions[phase.at as keyof typeof actions] : undefined}
    >
      <Steps at={steps[phase.at] ?? 1} of={5} />
      <Part phase={phase} importing={importing} />
    </Page>
  )
}

function Part({ phase, importing }: { readonly phase: Phase; readonly importing: StoreApi<Importing> }) {
  const { more, explain, busy } = useStore(importing)
  switch (phase.at) {
    case 'file':
      return <FilePart wrong={phase.wrong} importing={importing} />
    case 'reading':
      return <Banner tone='blue'>正在读表格……</Banner>
    case 'columns':
      return <ColumnsPart phase={phase} importing={importing} />
    case 'preview':
      return <PreviewPart phase={phase} />
    case 'sending':
      return (
        <Stack>
          <View className='body'>
            正在上传：{phase.done} / {phase.of}
          </View>
          <Meter label={`上传了 ${phase.done} 份，一共 ${phase.of} 份`} value={phase.done} of={phase.of} />
          <View className='small'>还没有动名册，关掉页面就当没传。</View>
        </Stack>
      )
    case 'unsent':
      return (
        <Stack>
          <Banner tone='red'>{phase.wrong}</Banner>
          <View className='body'>名册没有变。再传一次，不会重复。</View>
        </Stack>
      )
    case 'refused':
      return (
        <Stack>
          <Banner tone='red'>{`有 ${phase.compared.wrong} 处要改，名册没有变。`}</Banner>
          <Wrongs wrongs={phase.compared.wrongs} total={phase.compared.wrong} />
        </Stack>
      )
    case 'difference':
      return (
        <Stack>
          {phase.compared.added + phase.compared.gone + phase.compared.changed === 0 ? (
            <Banner tone='green'>和现在的名册一样，不用更新。</Banner>
          ) : (
            <Banner tone='blue'>还没有更新。请看一遍，再交给监督委员确认。</Banner>
          )}
          <Sums sums={phase.compared} />
          <ChangeLines lines={phase.lines} />
          {phase.next === null && phase.lines.length === 0 ? null : (
            <ListEnd state={phase.next === null ? 'end' : busy ? 'loading' : 'more'} onMore={() => void more()} />
          )}
          {phase.compared.added + phase.compared.gone + phase.compared.changed === 0 ? null : (
            <TextArea
              label='为什么更新'
              hint='大家都看得到'
              most={200}
              value={phase.reason}
              error={phase.wrong ?? undefined}
              disabled={busy}
              onChange={explain}
            />
          )}
        </Stack>
      )
    case 'sent':
      return <Banner tone='green'>交上去了，等监督委员确认。确认后 5 分钟，整本一起生效。</Banner>
    default:
      return null
  }
}

function FilePart({ wrong, importing }: { readonly wrong: string | null; readonly importing: StoreApi<Importing> }) {
  const { roll, read } = useStore(importing)
  if (roll === null) return null
  const takeTemplate = async () => {
    if (process.env.TARO_ENV === 'h5') {
      const { template } = await import('./sheet/computer')
      download(`${roll.name}名册模板.xlsx`, template(roll.body, roll.name))
    }
  }
  return (
    <Stack>
      {wrong ? <Banner tone='red'>{wrong}</Banner> : null}
      <Card>
        <Stack>
          <View className='body'>1. 先导出现在的名册，或者下载模板，照着填。</View>
          <Button look='ghost' onTap={() => void takeTemplate()}>
            下载模板
          </Button>
          <View className='body'>2. 选填好的表格（.xlsx）。要放整本名册：表里没有的，就是从名册上去掉。</View>
          <Button
            onTap={() => void pickFile('.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '选表格').then(read)}
          >
            选表格文件
          </Button>
        </Stack>
      </Card>
      <View className='small'>表格先在这台电脑上检查。有身份证号、银行卡号的不收，也不会传出去。没有检查好，一行都不会传。</View>
    </Stack>
  )
}

function ColumnsPart({ phase, importing }: { readonly phase: Extract<Phase, { at: 'columns' }>; readonly importing: StoreApi<Importing> }) {
  const { match } = useStore(importing)
  const { opened, wrong } = phase
  const options = [
    ...opened.table.headings.map((heading, at) => ({ value: String(at), label: heading === '' ? `第 ${at + 1} 列（没有列名）` : heading })),
    { value: 'none', label: '表里没有' },
  ]
  return (
    <Stack>
      {wrong ? (
        <Banner tone='red'>{wrong}</Banner>
      ) : (
        <Banner tone={opened.unsure.length > 0 ? 'amber' : 'green'}>
          {opened.unsure.length > 0 ? '有的列认不准，请选一选。' : '列都认出来了，请看一眼对不对。'}
        </Banner>
      )}
      {opened.columns.map(({ id, name, hint, needed }) => {
        const at = opened.mapping[id]
        const shown = at === null ? '表里没有' : (opened.table.headings[at] ?? '')
        return (
          <Fold key={id} title={`${name}${needed ? '（必填）' : ''}：${opened.unsure.includes(id) ? '请选' : shown}`}>
            <Stack>
              <View className='small'>{hint}</View>
              <Choices
                label={`${name}用哪一列`}
                hideLabel
                value={at === null ? 'none' : String(at)}
                options={options}
                onChange={value => match(id, value === 'none' ? null : Number(value))}
              />
            </Stack>
          </Fold>
        )
      })}
    </Stack>
  )
}

function PreviewPart({ phase: { checked } }: { readonly phase: Extract<Phase, { at: 'preview' }> }) {
  const { rows, wrongs, leftOut } = checked
  return (
    <Stack>
      {wrongs.length > 0 ? (
        <Banner tone='red'>{`有 ${wrongs.length} 处要改。改好以前一行都不会上传。`}</Banner>
      ) : (
        <Banner tone='green'>{`${rows.length} 行都看过了，没有发现不对的。`}</Banner>
      )}
      {leftOut > 0 ? <View className='small'>另有 {leftOut} 人不是户代表，不上传。</View> : null}
      <Wrongs wrongs={wrongs} total={wrongs.length} />
      {wrongs.length === 0 ? (
        <Card>
          <Stack tight>
            {rows.slice(0, shownRows).map(row => (
              <View key={row.row} className='body'>
                第 {row.row} 行：{row.name}
                {row.group > 0 ? `，${row.group} 组` : ''}
                {row.household === null ? '' : `，户号 ${row.household}`}
                {row.phone === null ? '' : '，有手机号'}
              </View>
            ))}
            {rows.length > shownRows ? <View className='small'>只列前 {shownRows} 行，后面的也检查过了。</View> : null}
          </Stack>
        </Card>
      ) : null}
    </Stack>
  )
}

function Wrongs({
  wrongs,
  total,
}: {
  readonly wrongs: readonly { readonly row: number; readonly says: string }[]
  readonly total: number
}) {
  if (wrongs.length === 0) return null
  return (
    <Card>
      <Stack tight>
        {wrongs.slice(0, shownWrongs).map((one, at) => (
          <View key={at} className='body'>
            {one.says}
          </View>
        ))}
        {total > Math.min(wrongs.length, shownWrongs) ? (
          <View className='small'>
            只列前 {Math.min(wrongs.length, shownWrongs)} 处，一共 {total} 处。
          </View>
        ) : null}
      </Stack>
    </Card>
  )
}
