import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Face } from '@/components/face/face'
import { Row } from '@/components/row/row'
import { photoUrl } from '@/platform/files/photos'
import { agoWords } from '@/platform/phone/time'
import type { Kind } from './plea'
import type { Answer, Comment as Said } from './store'
import look from './discussion.module.scss'

interface CommentProps {
  readonly comment: Said
  readonly now: number
  readonly open: boolean
  onNod(id: string, nod: 'agree' | 'thank'): void
  onAnswer(comment: Said): void
  onPlea(kind: Kind, said: Answer): void
}

/** What one person said, and the answers to it. */
export function Comment({ comment, now, open, onNod, onAnswer, onPlea }: CommentProps) {
  return (
    <View className={look.comment}>
      <Words
        said={comment}
        now={now}
        onNod={onNod}
        onPlea={onPlea}
        onAnswer={open && comment.visible === 'shown' ? () => onAnswer(comment) : undefined}
      />
      {comment.answers.length > 0 ? (
        <View className={look.answers}>
          {comment.answers.map(answer => (
            <View key={answer.id}>
              <Words said={answer} now={now} onNod={onNod} onPlea={onPlea} />
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

function Words({
  said,
  now,
  onNod,
  onPlea,
  onAnswer,
}: { readonly said: Answer; readonly now: number; readonly onAnswer?: (() => void) | undefined } & Pick<CommentProps, 'onNod' | 'onPlea'>) {
  const { id, author, face, mine, text, at, agrees, thanks, agreed, thanked, visible, hiddenWhy, mayAppeal, mayReport } = said
  const start = text.slice(0, 12)
  return (
    <>
      <Row wrap={false}>
        <Face url={face.photoId === null ? null : photoUrl(face.photoId)} letter={face.letter} />
        <View className='small'>
          {mine ? `${author}（您）` : author} · {agoWords(at, now)}
        </View>
      </Row>
      {text ? <View className='body'>{text}</View> : null}
      {visible === 'held' ? <View className={look.why}>这条要请人看一看，24 小时内告诉您</View> : null}
      {visible === 'hidden' ? <View className={look.why}>这条留言收起来了{hiddenWhy ? `：${hiddenWhy}` : ''}</View> : null}
      {mayAppeal ? (
        <View className={look.nods}>
          <Button look='quiet' label={`不服，请监督委员看看：${start}`} onTap={() => onPlea('appeal', said)}>
            不服，请监督委员看看
          </Button>
        </View>
      ) : null}
      {visible === 'shown' ? (
        <View className={look.nods}>
          {mine ? (
            <View className='small'>
              {[agrees > 0 && `${agrees} 人赞同`, thanks > 0 && `${thanks} 人感谢`].filter(Boolean).join(' · ')}
            </View>
          ) : (
            <>
              <Button
                look='quiet'
                pressed={agreed}
                label={`赞同${agrees > 0 ? ` ${agrees}` : ''}：${start}`}
                onTap={() => onNod(id, 'agree')}
              >
                赞同{agrees > 0 ? ` ${agrees}` : ''}
              </Button>
              <Button
                look='quiet'
                pressed={thanked}
                label={`感谢${thanks > 0 ? ` ${thanks}` : ''}：${start}`}
                onTap={() => onNod(id, 'thank')}
              >
                感谢{thanks > 0 ? ` ${thanks}` : ''}
              </Button>
            </>
          )}
          {onAnswer ? (
            <Button look='quiet' label={`回复：${start}`} onTap={onAnswer}>
              回复
            </Button>
          ) : null}
          {mayReport ? (
            <Button look='quiet' label={`举报：${start}`} onTap={() => onPlea('report', said)}>
              举报
            </Button>
          ) : null}
        </View>
      ) : null}
    </>
  )
}
