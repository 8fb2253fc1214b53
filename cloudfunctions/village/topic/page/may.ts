import { mayCollect, objectionWindow } from '@/domain/topic/openings'
import { takesSupport } from '@/domain/topic/supports'
import { takesMotions } from '@/domain/topic/topic'
import { takesBox } from '@/domain/vote/meeting/assembly-box'
import { has } from '@/domain/resident/people'
import { objectionsShown } from '../topic-page'
import type { Seen } from './seen'

/** What else this reader may do here. Who is not known here cannot object; the posting says where to ask. */
export const mayShown = ({ topic, actor, own, objections, now }: Seen) => ({
  maySupport: actor !== null && takesSupport(topic.state),
  objection: actor ? objectionWindow(topic, now) : null,
  objections: objectionsShown(objections, actor),
  may: {
    putMotion: actor !== null && has(actor, 'moderator') && (takesMotions(topic) || takesBox(topic)),
    collect: actor !== null && mayCollect(topic, actor),
    edit: own && topic.state === 'returned',
  },
})
