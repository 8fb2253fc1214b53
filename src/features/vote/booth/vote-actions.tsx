import type { ReactNode } from 'react'
import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import { replace } from '@/platform/screen/navigation'
import type { Vote } from './store'
import { nextQuestion } from './agenda'
import { afterCasting, notYetChosen, withAnswer } from './words'

/** The buttons within reach of a thumb, for the moment the voter is in. */
export function voteActions(state: Vote, alone: boolean): { readonly actions?: ReactNode; readonly note?: string } {
  const { seen, casting, helper } = state
  if (seen.at !== 'shown') return {}
  const { card } = seen.view
  switch (casting.at) {
    case 'reading':
      return alone
        ? { actions: <Button onTap={() => state.choose(null)}>看明白了，去选</Button> }
        : {
            actions: (
              <Button disabled onTap={() => undefined}>
                {notYetChosen[card.method ?? 'yes-no']}
              </Button>
            ),
            note: `下一步会再问您一次。${afterCasting(card)}`,
          }
    case 'choosing': {
      const main = casting.choice ? (
        <Button onTap={state.confirm}>{withAnswer('我选好了', casting.choice, card)}</Button>
      ) : (
        <Button disabled onTap={() => undefined}>
          {notYetChosen[card.method ?? 'yes-no']}
        </Button>
      )
      return alone
        ? {
            actions: (
              <Pair>
                {main}
                <Button look='ghost' onTap={state.back}>
                  再看看问题
                </Button>
              </Pair>
            ),
          }
        : { actions: main, note: `下一步会再问您一次。${afterCasting(card)}` }
    }
    case 'confirming':
    case 'sending': {
      const busy = casting.at === 'sending'
      return alone
        ? {
            actions: (
              <Pair>
                <Button busy={busy} onTap={state.cast}>
                  {withAnswer(helper ? '我听清了，投出' : '投出', casting.choice, card)}
                </Button>
                <Button look='ghost' disabled={busy} onTap={state.back}>
                  再想想
                </Button>
              </Pair>
            ),
          }
        : {
            actions: (
              <Button busy={busy} disabled onTap={() => undefined}>
                {withAnswer('我选好了', casting.choice, card)}
              </Button>
            ),
          }
    }
    case 'unsure':
      return { actions: <Button onTap={state.cast}>{withAnswer('再投一次', casting.choice, card)}</Button> }
    case 'cast': {
      const next = nextQuestion(seen.view)
      return next ? { actions: <Button onTap={() => void replace('vote/index', { id: next.id })}>下一题</Button>, note: next.text } : {}
    }
    case 'refused':
      return {}
  }
}
