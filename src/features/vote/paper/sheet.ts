import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output, Refusal } from '@/contract'
import { basisLines } from '@/components/article/words'
import type { Block, Cell } from '@/components/paper/blocks'
import { answerWords, choices } from '@/domain/vote/question/answers'
import { bodyNames, unitWord } from '@/domain/law/names'
import { dayOf, spokenDay, spokenTime } from '@/domain/ground/calendar'
import { channelNames } from '@/domain/vote/channels'
import { formNames, outcomeWords } from '@/domain/vote/motions'
import type { Client } from '@/platform/talk-to-server/client'
import { looking, type Looked } from '@/platform/talk-to-server/looking'

export type SheetView = Output<'vote.sheet'>

export interface SheetStore {
  readonly seen: Looked<SheetView, Refusal<'vote.sheet'>>
  refresh(): Promise<void>
}

export const createSheet = (motionId: string, call: Client): StoreApi<SheetStore> =>
  createStore<SheetStore>((set, get) => looking({ set, get }, () => call('vote.sheet', { motionId })))

const yearTime = (at: number): string => `${dayOf(at).slice(0, 4)}年${spokenDay(dayOf(at))} ${spokenTime(at).slice(-5)}`
/** Enough of a fingerprint to compare by eye. */
const short = (hash: string): string => (hash.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ')
/** Room for a figure that is not there yet. */
const blank = '　'
const figure = (n: number | undefined): string => (n === undefined ? blank : String(n))

/** What was voted for, in the order of the paper, with its figures; without them before the count. */
function votesOf({ card: { method = 'yes-no', options = [], result } }: SheetView): Cell[] {
  if (method === 'yes-no') return choices.map(choice => ({ label: answerWords(choice), value: figure(result?.[choice]) }))
  return [
    ...options.map(({ id, text }) => ({ label: text, value: figure(result?.options?.find(option => option.id === id)?.votes) })),
    { label: '弃权', value: figure(result?.abstain) },
  ]
}

/** 「赞成 30 + 反对 4 + 弃权 2 + 无效 1 + 未交回 0 = 37，到会 37」; nothing where one ballot may stand for several options. */
function sumLine(sheet: SheetView): string {
  const { method = 'yes-no', result } = sheet.card
  if (!result || (method !== 'yes-no' && method !== 'one')) return ''
  const parts = [
    ...votesOf(sheet),
    { label: '无效', value: String(result.invalid ?? 0) },
    { label: '未交回', value: String(result.unreturned ?? 0) },
  ]
  return (
    `${parts.map(({ label, value }) => `${label} ${value}`).join(' + ')} = ` +
    `${parts.reduce((sum, { value }) => sum + Number(value), 0)}，到会 ${result.present}`
  )
}

/** How many came in by each way; where there was one way, all of them by it. */
function waysOf({ card: { result }, channels }: SheetView): Cell[] {
  const counted = result?.byChannel
  const ways = [...new Set([...channels, ...(counted?.proxy ? (['proxy'] as const) : [])])]
  const alone = result && ways.length === 1 ? String(result.present) : blank
  return ways.map(way => ({ label: channelNames[way], value: counted ? String(counted[way] ?? 0) : alone }))
}

/** What a meeting's box held beside votes; an empty form asks for it too. */
const beside = ({ card: { result }, meeting }: SheetView): Block[] =>
  meeting || !result
    ? [
        {
          kind: 'sheet',
          cells: [
            { label: '无效', value: result ? String(result.invalid ?? 0) : blank },
            { label: '未交回', value: result ? String(result.unreturned ?? 0) : blank },
          ],
        },
      ]
    : []

/** The papers of a vote that was cast on paper too. */
function papersOf({ card: { result }, channels }: SheetView): Block[] {
  if (!channels.includes('paper')) return []
  const paper = result?.paper
  return [
    {
      kind: 'sheet',
      cells: [
        { label: '发出纸票', value: figure(paper?.issued) },
        { label: '收回', value: figure(paper?.found) },
        { label: '作废', value: figure(paper?.spoiled) },
        { label: '没交回', value: paper ? String(paper.issued - paper.found - paper.spoiled) : blank },
      ],
    },
  ]
}

/** How it comes to its result: as it was counted, or as lines to fill in. */
function reckoning(sheet: SheetView): readonly string[] {
  const { result } = sheet.card
  if (result) return [result.explain.some(line => line.includes('未交回')) ? '' : sumLine(sheet), ...result.explain]
  return [
    `赞成＋反对＋弃权＋无效＋未交回＝到会：＿＿＋＿＿＋＿＿＋＿＿＋＿＿＝＿＿`,
    ...(sheet.channels.includes('paper') ? ['发出＝收回＋作废＋没交回：＿＿＝＿＿＋＿＿＋＿＿'] : []),
    sheet.rule,
  ]
}

/** The 计票单: the same pieces on the screen and on paper; before the count an empty form to fill in by hand. */
export function sheetOf(sheet: SheetView): readonly Block[] {
  const { card } = sheet
  const { result } = card
  const unit = unitWord(card.body)
  return [
    { kind: 'title', text: '计票单' },
    {
      kind: 'facts',
      rows: [
        { label: '事项', value: `${sheet.village} · ${sheet.title}` },
        { label: '问题', value: card.text },
        {
          label: '会议',
          value: `${bodyNames[card.body].name}，${formNames[card.form]}，用${sheet.channels.map(way => channelNames[way]).join('、')}投`,
        },
        { label: '时间', value: `${yearTime(sheet.openedAt ?? card.opensAt)} 到 ${yearTime(card.closesAt)}` },
      ],
    },
    { kind: 'heading', text: '到会', note: `单位：${unit}` },
    {
      kind: 'sheet',
      cells: [
        { label: '应到', value: String(card.rollSize) },
        { label: '法定人数', value: card.quorumNeeds > 0 ? String(card.quorumNeeds) : '不限' },
        { label: '到会', value: figure(result?.present) },
      ],
    },
    { kind: 'sheet', cells: waysOf(sheet) },
    { kind: 'heading', text: '票数', note: result ? '' : '还没有计票，由计票人填写' },
    { kind: 'sheet', cells: votesOf(sheet) },
    ...beside(sheet),
    ...papersOf(sheet),
    { kind: 'heading', text: '怎么算', note: '' },
    ...reckoning(sheet)
      .filter(Boolean)
      .map(text => ({ kind: 'line' as const, text })),
    {
      kind: 'facts',
      rows: [
        { label: '结果', value: result ? outcomeWords[result.outcome] : blank },
        { label: '依据', value: [sheet.article, ...basisLines(sheet.basis)].join('\n') },
        ...(sheet.byLaw ? [{ label: '算数的依据', value: sheet.byLaw }] : []),
        {
          label: '指纹',
          value: [
            `名册 ${short(sheet.rollHash)}`,
            `正文 ${short(sheet.textHash)}`,
            ...(result?.root ? [`票 ${short(result.root)}`] : []),
          ].join('　'),
        },
      ],
    },
    { kind: 'heading', text: '签字', note: `${yearTime(sheet.now)} 打印` },
    { kind: 'signatures', who: sheet.signers },
  ]
}

/** The sheet as plain text, where there is no printer at hand. */
export const sheetText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(block => {
      switch (block.kind) {
        case 'title':
        case 'line':
          return [block.text]
        case 'heading':
        case 'deed':
          return ['', `【${block.text}】${block.note}`]
        case 'facts':
          return block.rows.map(({ label, value }) => `${label}：${value}`)
        case 'sheet':
          return [block.cells.map(({ label, value }) => `${label} ${value}`).join('　')]
        case 'photos':
          return []
        case 'signatures':
          return block.who.map(who => `${who}签字：`)
      }
    })
    .join('\n')
