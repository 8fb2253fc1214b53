import { citation } from '@/domain/law/articles'
import { ruleWords } from '@/domain/law/how-it-passes'
import { basisOf } from '@/domain/law/wants'
import { grant, refuse } from '@/domain/ground/decision'
import { ruleOfMotion } from '@/domain/vote/question/motion-rule'
import { channelsOf, isMeeting } from '@/domain/vote/motions'
import { textHashOf } from '@/domain/vote/record/record'
import { maySee } from '../topic/take-step'
import { motionCard } from './motion-card'
import { titleFor } from '../topic/topic-card'
import type { Handler } from '../ground/handler'

/** The 计票单 of one motion. The acts it is signed for are public; names are for who is known here. */
export const viewSheet: Handler<'vote.sheet'> = async ({ motionId }, { store, own, org, actor, clock }) => {
  const motion = await own('motions', motionId)
  if (!motion) return refuse('no-such-motion')
  const tellerIds = motion.tellerIds ?? []
  const named = [...tellerIds, ...(motion.scrutineerId === undefined ? [] : [motion.scrutineerId])]
  const [topic, card, people] = await Promise.all([
    own('topics', motion.topicId),
    motionCard(store, motion, actor),
    named.length > 0 ? store.getMany('people', named) : [],
  ])
  if (!topic || !maySee(topic, actor)) return refuse('no-such-motion')
  const rule = ruleOfMotion(motion)
  const signer = (office: string, id: string | undefined) => {
    const name = actor === null ? undefined : people.find(person => person.id === id)?.name
    return name === undefined ? office : `${office} ${name} `
  }
  const tellers = tellerIds.length > 0 ? tellerIds.map(id => signer('计票人', id)) : ['计票人', '计票人']
  return grant({
    now: clock.now(),
    village: org.name,
    demo: org.demo,
    title: titleFor(topic, actor),
    card,
    meeting: isMeeting(motion),
    channels: [...channelsOf(motion)],
    openedAt: motion.openedAt ?? null,
    rule: ruleWords(rule, motion.rollSize),
    article: citation(rule.article),
    basis: basisOf([rule.article]),
    byLaw: motion.byLaw,
    textHash: textHashOf(motion),
    rollHash: motion.rollHash,
    signers: ['主持人', ...tellers, signer('监票人', motion.scrutineerId), '记录员'],
  })
}
