import { Text, View } from '@tarojs/components'
import { answerWords, choices, mostPoints, type Answer } from '@/domain/vote/question/answers'
import { marked, named, pointsFor, scored, type Paper } from '@/domain/vote/question/marking'
import { hidden, role } from '../aria'
import { arrowKeys } from '../choices/arrow-keys'
import { Choices } from '../choices/choices'
import { classes } from '../classes'
import { Tap } from '../tap/tap'
import look from './ballot-paper.module.scss'

export interface BallotPaperProps {
  readonly card: Paper
  readonly answer: Answer | null
  /** Sent and not yet answered, or not this voter's turn: nothing can be marked. */
  readonly locked?: boolean | undefined
  /** Null: the last mark was taken back. */
  onAnswer(answer: Answer | null): void
}

const yesNo = choices.map(value => ({ value, label: answerWords(value) }))

/** How each kind is marked, above its rows. A vote of one mark explains itself. */
const howTo = {
  approve: '可以选几项，赞成的都点上。再点一下取消。',
  rank: '先点您最想要的，再点第二想要的……点错了再点一下取消。可以只排几项。',
  score: `每项打 0 到 ${mostPoints} 分，越赞成分越高。没打的按 0 分算。`,
} as const

/** The ballot of any kind of question, as on paper: in the booth on one's own phone, and on the device handed round in the hall. */
export function BallotPaper({ card, answer, locked = false, onAnswer }: BallotPaperProps) {
  const { method = 'yes-no', options = [] } = card
  const tap = (id: string) => onAnswer(marked(card, answer, id))
  const rows = options.map(({ id, text }) => ({ value: id, label: text }))
  if (method === 'yes-no') return <Choices label='您的选择' hideLabel options={yesNo} value={answer} disabled={locked} onChange={tap} />
  if (method === 'one')
    return (
      <Choices
        label='您的选择'
        hideLabel
        options={[...rows, { value: 'abstain', label: answerWords('abstain') }]}
        value={answer}
        disabled={locked}
        onChange={tap}
      />
    )
  return (
    <View className={look.paper}>
      <View className='sub'>{howTo[method]}</View>
      <View {...role('group', '您的选择')}>
        {rows.map(row =>
          method === 'score' ? (
            <Scored
              key={row.value}
              label={row.label}
              points={pointsFor(answer, row.value)}
              locked={locked}
              onPoints={points => onAnswer(scored(answer, row.value, points))}
            />
          ) : (
            <Marked
              key={row.value}
              label={row.label}
              at={method === 'rank' ? named(answer).indexOf(row.value) + 1 : null}
              on={named(answer).includes(row.value)}
              locked={locked}
              onTap={() => tap(row.value)}
            />
          ),
        )}
      </View>
      <Marked
        label={method === 'approve' ? '都不选（弃权）' : '不表态（弃权）'}
        at={null}
        on={answer === 'abstain'}
        locked={locked}
        onTap={() => tap('abstain')}
      />
    </View>
  )
}

/** A row that is on or off; `at` is its place in the order, 0 for none yet, null where there is no order. */
function Marked({
  label,
  at,
  on,
  locked,
  onTap,
}: {
  readonly label: string
  readonly at: number | null
  readonly on: boolean
  readonly locked: boolean
  onTap(): void
}) {
  const place = on && at !== null && at > 0 ? `第 ${at}` : null
  return (
    <Tap
      as='checkbox'
      className={classes(look.row, on && look.on, locked && look.off)}
      label={place ? `${place}：${label}` : label}
      on={on}
      disabled={locked}
      onTap={onTap}
    >
      <Text className={classes(look.mark, at !== null && look.place, on && look.marked)} {...hidden}>
        {on ? at || '✓' : ''}
      </Text>
      <View className={look.words}>{label}</View>
      {place ? (
        <Text className={look.said} {...hidden}>
          {place}
        </Text>
      ) : null}
    </Tap>
  )
}

/** An option and its points, each point a button a thumb finds. */
function Scored({
  label,
  points,
  locked,
  onPoints,
}: {
  readonly label: string
  readonly points: number | null
  readonly locked: boolean
  onPoints(points: number): void
}) {
  return (
    <View className={classes(look.scored, points !== null && look.on)}>
      <View className={look.head}>
        <View className={look.words}>{label}</View>
        <Text className={look.said}>{points === null ? '还没打' : `${points} 分`}</Text>
      </View>
      <View className={look.points} {...role('radiogroup', `${label}，打几分`)}>
        {Array.from({ length: mostPoints + 1 }, (_, value) => (
          <Tap
            key={value}
            as='radio'
            className={classes(look.point, value === points && look.given, locked && look.off)}
            label={`${value} 分`}
            on={value === points}
            disabled={locked}
            more={arrowKeys(value === (points ?? 0))}
            onTap={() => onPoints(value)}
          >
            {value}
          </Tap>
        ))}
      </View>
    </View>
  )
}
