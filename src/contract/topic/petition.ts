import * as v from 'valibot'
import { allAsked } from '@/domain/topic/petition-rows'
import { operation } from '../operation'
import { count, cursor, instant, key, next, textRefusals, words } from '../shapes'

const asks = v.picklist(allAsked)

/** 联名: enough names oblige to call a meeting, or to look at a matter again. How many is for all, who is for the supervision committee. */
export const petition = {
  'petition.view': operation({
    kind: 'look',
    who: 'anyone',
    input: v.strictObject({ topicId: key }),
    output: v.object({
      title: v.string(),
      petition: v.nullable(
        v.object({
          wants: v.string(),
          reason: v.string(),
          startedAt: instant,
          phase: v.picklist(['gathering', 'reached', 'served', 'lapsed']),
          /** Any one of these is enough. */
          standings: v.array(
            v.object({ label: v.string(), signed: count, of: count, needs: count, reached: v.boolean(), explain: v.string() }),
          ),
          explain: v.string(),
          conveneBy: v.nullable(instant),
          overdue: v.boolean(),
          signed: v.boolean(),
          maySign: v.boolean(),
        }),
      ),
      mayBegin: v.array(v.object({ value: asks, label: v.string() })),
      mayReadNames: v.boolean(),
      now: instant,
    }),
    refusals: ['no-such-topic'],
  }),
  'petition.start': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ topicId: key, asks, reason: words }),
    output: v.object({ reached: v.boolean() }),
    refusals: ['no-such-topic', 'petition-running', 'petition-not-open', 'not-counted', 'content-risky', ...textRefusals],
  }),
  'petition.sign': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ topicId: key }),
    output: v.object({ reached: v.boolean() }),
    refusals: ['no-such-topic', 'petition-not-open', 'petition-over', 'not-counted'],
  }),
  /** One's own name, taken back as long as there are not enough. */
  'petition.withdraw': operation({
    kind: 'deed',
    who: 'resident',
    input: v.strictObject({ topicId: key }),
    output: v.object({}),
    refusals: ['no-such-topic', 'petition-not-open', 'petition-over'],
  }),
  'petition.signers': operation({
    kind: 'look',
    who: ['supervisor'],
    leastAge: 16,
    input: v.strictObject({ topicId: key, after: cursor }),
    output: v.object({
      signers: v.array(v.object({ id: v.string(), name: v.string(), group: count, representative: v.boolean(), at: instant })),
      next,
    }),
    refusals: ['no-such-topic'],
  }),
}
