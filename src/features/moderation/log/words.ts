import type { Output } from '@/contract'
import { takedownReasons } from '@/domain/moderation/cases'

type Counts = Output<'case.counts'>

/** How much was put away this year, for which reasons, and how much came back; nothing where nothing was. */
export function countWords({ hidden, restored }: Counts): string {
  const all = hidden.reduce((sum, { times }) => sum + times, 0)
  if (all === 0 && restored === 0) return ''
  const why = hidden.map(({ reason, times }) => `${takedownReasons[reason]} ${times}`).join('，')
  return `今年收起 ${all} 条${why ? `（${why}）` : ''}，申诉后放回 ${restored} 条`
}
