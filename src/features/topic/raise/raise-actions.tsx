import { Button } from '@/components/button/button'
import { Pair } from '@/components/row/row'
import { askConsent } from '@/platform/talk-to-server/consent'
import { toTop } from '@/platform/screen/scroll'
import type { Step } from './draft'
import type { Raise } from './raise'

/** On, back, and at the end: hand it in. Each time the page begins at its head, where it says what came of it. */
export function RaiseActions({ raise }: { readonly raise: Raise }) {
  const {
    draft: { step },
    handing,
    photos,
  } = raise
  const go = (to: Step) => {
    raise.go(to)
    toTop()
  }
  if (step === 1) return <Button onTap={() => go(2)}>下一步</Button>
  return (
    <Pair>
      <Button look='ghost' disabled={handing.at === 'sending'} onTap={() => go((step - 1) as Step)}>
        上一步
      </Button>
      {step === 2 ? (
        <Button onTap={() => go(3)}>下一步</Button>
      ) : (
        <Button
          busy={handing.at === 'sending'}
          disabled={handing.at === 'moved-on' || photos.some(({ at }) => at === 'sending')}
          onTap={() => {
            askConsent('progress', 'session', 'posting')
            void raise.handIn().then(toTop)
          }}
        >
          {handing.at === 'unsure' ? '再交一次' : '交上去'}
        </Button>
      )}
    </Pair>
  )
}
