import type { ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import { answerWords } from '@/domain/answers'
import type { Vote } from './store'
import { afterCasting } from './words'

/** The buttons within reach of a thumb, for the moment the voter is in. */
export function voteActions(state: Vote, alone: boolean): { readonly actions?: ReactNode; readonly note?: string } {
  const { seen, casting, helper } = state
  if (seen.at !== 'shown') return {}
  const { card } = seen.view
  switch (casting.at) {
    case 'reading':
      return alone ? { actions: <Button onTap={() => state.choose(null)}>看明白了，去选</Button> } : { actions: <Button disabled onTap={() => undefined}>先选一项</Button>, note: `下一步会再问您一次。${afterCasting(card)}` }
    case 'choosing': {
      const main = casting.choice
        ? <Button onTap={state.confirm}>我选好了：{answerWords(casting.choice, card.options)}</Button>
        : <Button disabled onTap={() => undefined}>先选一项</Button>
      return alone ? { actions: <Pair>{main}<Button look='ghost' onTap={state.back}>再看看问题</Button></Pair> } : { actions: main, note: `下一步会再问您一次。${afterCasting(card)}` }
    }
    case 'confirming': case 'sending': {
      const busy = casting.at === 'sending'
      return alone
        ? { actions: <Pair><Button busy={busy} onTap={state.cast}>{helper ? '我听清了，投出：' : '投出：'}{answerWords(casting.choice, card.options)}</Button><Button look='ghost' disabled={busy} onTap={state.back}>再想想</Button></Pair> }
        : { actions: <Button busy={busy} disabled onTap={() => undefined}>我选好了：{answerWords(casting.choice, card.options)}</Button> }
    }
    case 'unsure':
      return { actions: <Button onTap={state.cast}>再投一次：{answerWords(casting.choice, card.options)}</Button> }
    case 'cast': case 'refused':
      return {}
  }
}
