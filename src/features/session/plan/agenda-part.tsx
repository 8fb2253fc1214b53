import { View } from '@tarojs/components'
import { role } from '@/components/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { TextField } from '@/components/field/text-field'
import { Row, Stack } from '@/components/row/row'
import { Section } from '@/components/section/section'
import { agendaLength, type AgendaLine } from './plan'
import look from './scheduling.module.scss'

interface AgendaPartProps {
  readonly agenda: readonly AgendaLine[]
  readonly error: string | undefined
  onChange(agenda: readonly AgendaLine[]): void
}

const linesAtMost = 20

const swapped = (agenda: readonly AgendaLine[], at: number): readonly AgendaLine[] =>
  agenda.map((line, index) => (index === at ? (agenda[at + 1] ?? line) : index === at + 1 ? (agenda[at] ?? line) : line))

/** What is talked about, in order, and how long each takes. */
export function AgendaPart({ agenda, error, onChange }: AgendaPartProps) {
  const minutes = agenda.reduce((sum, line) => sum + (Number(line.minutes) || 0), 0)
  const change = (at: number, part: Partial<AgendaLine>) =>
    onChange(agenda.map((line, index) => (index === at ? { ...line, ...part } : line)))
  return (
    <Section title='议程' note={`一共 ${minutes} 分钟`}>
      {error ? (
        <View className='small red' {...role('alert')}>
          {error}
        </View>
      ) : null}
      {agenda.map((line, at) => (
        // Lines have no names of their own; their place is what they are.
        <Card key={at}>
          <Stack tight>
            <View className={look.line}>
              <View className={look.what}>
                <TextField label={`第 ${at + 1} 项`} most={agendaLength} value={line.title} onChange={title => change(at, { title })} />
              </View>
              <View className={look.minutes}>
                <TextField label='几分钟' kind='number' value={line.minutes} onChange={value => change(at, { minutes: value })} />
              </View>
            </View>
            <Row>
              {at > 0 ? (
                <Button look='quiet' label={`第 ${at + 1} 项往前`} onTap={() => onChange(swapped(agenda, at - 1))}>
                  往前
                </Button>
              ) : null}
              {at < agenda.length - 1 ? (
                <Button look='quiet' label={`第 ${at + 1} 项往后`} onTap={() => onChange(swapped(agenda, at))}>
                  往后
                </Button>
              ) : null}
              {agenda.length > 1 ? (
                <Button look='quiet' label={`删去第 ${at + 1} 项`} onTap={() => onChange(agenda.filter((_, index) => index !== at))}>
                  删去
                </Button>
              ) : null}
            </Row>
          </Stack>
        </Card>
      ))}
      {agenda.length < linesAtMost ? (
        <Button look='ghost' onTap={() => onChange([...agenda, { title: '', minutes: '15' }])}>
          加一项
        </Button>
      ) : null}
    </Section>
  )
}
