import { Text } from '@tarojs/components'
import { hidden } from '../aria'
import { Tap } from '../tap/tap'
import look from './read-aloud.module.scss'

/** Hear it instead of reading it. Draws nothing where the phone has no voice. */
export function ReadAloud({ aloud }: { readonly aloud: { readonly speaking: boolean; turn(): void } | null }) {
  if (!aloud) return null
  return (
    <Tap className={look.speak} onTap={aloud.turn}>
      <Text className={look.mouth} {...hidden}>{aloud.speaking ? '停' : '读'}</Text>
      <Text>{aloud.speaking ? '停下' : '读给我听'}</Text>
    </Tap>
  )
}
