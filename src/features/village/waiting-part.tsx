import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Sheet } from '@/components/dialog/dialog'
import { TextArea } from '@/components/field/text-area'
import { Heading } from '@/components/heading/heading'
import { Pair, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { dayWords } from '@/platform/phone/time'
import type { Rules } from './store'
import type { View as Seen } from './words'

/** What was proposed and does not hold yet; who may turn the second key does it here. */
export function WaitingPart({ rules, view }: { readonly rules: StoreApi<Rules>; readonly view: Seen }) {
  const { busy, refusing, agree, refuse, note, decline } = useStore(rules)
  return (
    <>
      {view.waiting.length > 0 ? (
        <Section title='等确认的改动' note={`${view.waiting.length} 条`}>
          {view.waiting.map(one => (
            <Card key={one.id} look='amber'>
              <Stack>
                <Heading level={3}>{one.label}</Heading>
                <View className='body'>
                  {one.from} → {one.to}
                </View>
                <View className='small'>
                  {one.by}提出，{dayWords(one.at, view.now)}：{one.reason}
                </View>
                <View className='small'>
                  {one.waitsFor === 'supervisor' ? '等监督委员确认，确认前照旧' : '监督委员确认了，等镇街同意，同意前照旧'}
                </View>
                {one.mayConfirm ? (
                  <Pair>
                    <Button look='ghost' disabled={busy} label={`不同意：${one.label}`} onTap={() => refuse(one)}>
                      不同意
                    </Button>
                    <Button busy={busy} label={`确认：${one.label}`} onTap={() => void agree(one)}>
                      确认
                    </Button>
                  </Pair>
                ) : null}
              </Stack>
            </Card>
          ))}
        </Section>
      ) : null}
      <Sheet
        open={refusing !== null}
        title={refusing ? `不同意：${refusing.one.label}` : ''}
        onClose={() => refuse(null)}
        actions={
          <Button look='danger' busy={busy} onTap={() => void decline()}>
            不同意，记下来
          </Button>
        }
      >
        <TextArea
          label='为什么不同意'
          hint='大家都看得到'
          most={300}
          value={refusing?.note ?? ''}
          error={refusing?.wrong ?? undefined}
          disabled={busy}
          onChange={note}
        />
      </Sheet>
    </>
  )
}
