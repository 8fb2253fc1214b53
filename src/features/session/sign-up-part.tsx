import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import { refusalWords } from '@/contract/refusal-words'
import { askConsent } from '@/platform/talk-to-server/consent'
import type { Doing, SessionScreen, SessionView } from './store'
import { wayNames } from './words'
import look from './sessions.module.scss'

/** One tap to come, one tap not to. Null once the doors are open: who comes then simply checks in. */
export function signUpActions({ doing, signUp, cancel }: SessionScreen, { card, doors }: SessionView): React.ReactNode {
  if (doors !== 'not-yet') return null
  const busy = (deed: string) => doing.at === 'sending' && doing.deed === deed
  if (card.signedUp) {
    return (
      <Button look='ghost' busy={busy('cancel')} onTap={cancel}>
        已报名（{wayNames[card.signedUp]}），点这里取消
      </Button>
    )
  }
  const come = (how: 'hall' | 'online') => {
    askConsent('session', 'vote', 'posting')
    void signUp(how)
  }
  const hall = (
    <Button busy={busy('sign-up-hall')} onTap={() => come('hall')}>
      我要到会场参加
    </Button>
  )
  const online = (look: 'main' | 'ghost') => (
    <Button look={look} busy={busy('sign-up-online')} onTap={() => come('online')}>
      我要线上参加
    </Button>
  )
  return card.mode === 'hall' ? (
    hall
  ) : card.mode === 'online' ? (
    online('main')
  ) : (
    <Pair>
      {hall}
      {online('ghost')}
    </Pair>
  )
}

/** Why the last tap on a button did not go through. */
export function SignUpTrouble({ doing }: { readonly doing: Doing }) {
  if (doing.at !== 'refused' && doing.at !== 'unsure') return null
  if (doing.deed === 'check-in') return null
  return (
    <View className={look.error} {...role('alert')}>
      {doing.at === 'refused' ? refusalWords[doing.refusal] : '没有收到回音，可能是网络不好，请再点一次。'}
    </View>
  )
}
