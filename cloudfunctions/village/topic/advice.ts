import { numberChosen } from '@/domain/law/settings'
import { suggestClass } from '@/domain/topic/classification'
import type { Evidence } from '@/domain/procedure/evidence'
import { rulesOf } from '@/domain/procedure/engine/ruled'
import type { StepName } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'

/**
 * What the forms of the steps begin with, and the reasons beside them. The suggestion is never the decision: two people decide, and may
 * choose otherwise.
 */
export interface Advice {
  readonly lines: { readonly [Name in StepName]?: readonly string[] }
  readonly starts: { readonly [Name in StepName]?: Evidence }
}

/** How the topic seems to be classed (procedures §4.2), while that is being decided. */
export function adviceOn(topic: Topic): Advice {
  if (topic.state !== 'screening' && topic.state !== 'topic_review') return { lines: {}, starts: {} }
  const { matterClass, code, reasons, wayOn } = suggestClass(topic, numberChosen(rulesOf(topic), 'largeAmount', topic.chosen ?? {}))
  if (wayOn !== null) {
    const lines = [...reasons, wayOn.says]
    const away: Evidence = { transferTo: wayOn.transferTo }
    return matterClass === 'X_BAN'
      ? { lines: { reject: lines, classify: lines }, starts: { reject: { rejectReason: 'banned_item' } } }
      : { lines: { transfer: lines, classify: lines }, starts: { transfer: away } }
  }
  if (topic.state === 'screening') return { lines: {}, starts: {} }
  return {
    lines: { classify: reasons },
    starts: { classify: { matterClass, ...(code === null ? {} : { matterCode: code }), classReason: reasons.join('。').slice(0, 300) } },
  }
}
