import { View } from '@tarojs/components'
import { role } from '../aria'
import { Button } from '../button/button'
import look from './speak-in.module.scss'

const words = { resting: '说给它听', listening: '正在听，说完点一下', writing: '正在变成字' } as const

interface SpeakInProps {
  readonly voice: { readonly at: keyof typeof words; readonly says: string | null; turn(): void } | null
}

/** Below a field: say it instead of typing it. Draws nothing where nothing can listen. */
export function SpeakIn({ voice }: SpeakInProps) {
  if (!voice) return null
  return (
    <View className={look.below}>
      <Button look='quiet' busy={voice.at === 'writing'} onTap={voice.turn}>
        {words[voice.at]}
      </Button>
      {voice.says ? (
        <View className='small' {...role('status')}>
          {voice.says}
        </View>
      ) : null}
    </View>
  )
}
