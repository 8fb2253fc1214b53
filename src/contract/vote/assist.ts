import * as v from 'valibot'
import { helperKinds } from '@/domain/vote/ballot/assists'
import { operation } from '../operation'
import { key, textRefusals } from '../shapes'

const typed = v.pipe(v.string(), v.maxLength(200))
/** Who helps the voter with this ballot: an officer of the short list, or a relative or neighbour by name. Absent: nobody. */
export const assistedBy = v.variant('kind', [
  v.strictObject({ kind: v.literal('officer'), personId: key }),
  v.strictObject({ kind: v.picklist(['family', 'neighbour']), name: typed }),
])
/** What a ballot may be refused for because of its helper. */
export const helpRefusals = ['no-such-person', 'helper-recused', ...textRefusals] as const

export const assist = {
  /** Officers who may help this voter with this ballot. */
  'assist.helpers': operation({
    kind: 'look',
    who: 'resident',
    leastAge: 16,
    input: v.strictObject({ motionId: key }),
    output: v.object({ helpers: v.array(v.object({ id: v.string(), name: v.string() })) }),
    refusals: ['no-such-motion'],
  }),
}

/** How many units were helped; by whom, for who watches over the vote alone. */
export const help = v.object({
  units: v.number(),
  by: v.nullable(v.array(v.object({ name: v.string(), kind: v.picklist(helperKinds), units: v.number() }))),
})
