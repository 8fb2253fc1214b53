import type { Fact } from '@/components/facts/facts'
import { bodyNames, unitWord } from '@/domain/law/names'
import { channelNames, channels } from '@/domain/vote/channels'
import type { MotionView } from '../booth/store'

/** Who could vote, who took part by which way, and what neither spoke nor counted. */
export function tookPart({ card }: MotionView): readonly Fact[] {
  const { result } = card
  if (!result) return []
  const unit = unitWord(card.body)
  const ways = channels.flatMap(way => {
    const n = result.byChannel?.[way] ?? 0
    return n > 0 ? [`${channelNames[way]} ${n}`] : []
  })
  const voted = channels.reduce((sum, way) => sum + (result.byChannel?.[way] ?? 0), 0)
  const silent = result.byChannel ? result.present - voted : 0
  return [
    { label: '能投的', value: `${bodyNames[card.body].name} ${card.rollSize} ${unit}` },
    { label: '参加的', value: `${result.present} ${unit}` },
    ...(ways.length > 0 ? [{ label: '怎么投的', value: [...ways, ...(silent > 0 ? [`到了没有投的 ${silent}`] : [])].join('，') }] : []),
    ...(result.invalid === undefined ? [] : [{ label: '无效票', value: String(result.invalid) }]),
    ...(result.unreturned === undefined ? [] : [{ label: '未交回', value: `${result.unreturned}（算参加，不算赞成）` }]),
    ...(result.paper && result.paper.issued > 0
      ? [
          {
            label: '纸质票',
            value:
              `发出 ${result.paper.issued}，收回 ${result.paper.found}，作废 ${result.paper.spoiled}，没交回 ` +
              `${result.paper.issued - result.paper.found - result.paper.spoiled}`,
          },
        ]
      : []),
  ]
}
