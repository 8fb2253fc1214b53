import { competence } from '@/domain/law/competence'
import { glosses } from '@/domain/law/glosses'
import { isMatterCode, isOfCollective, matterCodes, matters, type MatterCode } from '@/domain/law/matters'
import { restsOn } from '@/domain/law/wants'
import { bodyNames, isRuleId, type RuleId } from '@/domain/law/names'
import { dayOf } from '@/domain/ground/calendar'
import { classOf } from '@/domain/law/classes'
import { has, roleNames, type Person } from '@/domain/resident/people'
import { startsFromBox } from '@/domain/procedure/engine/box'
import { missing, openSteps } from '@/domain/procedure/engine/engine'
import type { Evidence, EvidenceValue } from '@/domain/procedure/evidence'
import { fieldOf, type Field, type FieldName } from '@/domain/procedure/fields'
import type { Facts } from '@/domain/procedure/engine/facts'
import { guards, missingWordsOf } from '@/domain/procedure/guards/all'
import { stepOf, type Row, type StepName } from '@/domain/procedure/tracks/steps'
import type { Topic } from '@/domain/topic/topic'
import { adviceOn } from './advice'

/** What still stands in the way, in words. The end of a field's own check is left to the form. */
export const missingWords = (step: Row, topic: Topic, facts: Facts): string[] =>
  missing(step, topic, facts)
    .filter(guard => !guards[guard].judges)
    .map(guard => missingWordsOf(guard, topic, facts, {}))

/** Whose second key a step waits for, in words; null where it needs none. */
export const confirmedBy = ({ countersign }: Row): string | null =>
  countersign ? countersign.map(role => roleNames[role]).join('或者') : null

/** The steps this person may take, each with its form. */
export function stepsFor(topic: Topic, actor: Person, facts: Facts, officers: readonly Person[]) {
  const advised = adviceOn(topic)
  const inTheBox = startsFromBox(topic, facts)
  const startsOf = (name: StepName): Evidence => ({ ...advised.starts[name], ...inTheBox })
  return openSteps(topic, actor, facts)
    .filter(name => stepOf(name).via !== 'topic.raise')
    .map(name => {
      const step = stepOf(name)
      return {
        name,
        label: step.name,
        look: step.look,
        secondKey: step.countersign !== undefined,
        ...(step.countersign ? { confirmedBy: confirmedBy(step) ?? '' } : {}),
        via: step.via ?? null,
        ...restsOn(step.article),
        missing: missingWords(step, topic, facts),
        ...(advised.lines[name] ? { advice: [...advised.lines[name]] } : {}),
        fields: [
          ...step.asks.map(field => formField(field, true, topic, officers, facts, startsOf(name))),
          ...(step.mayAsk ?? []).map(field => formField(field, false, topic, officers, facts, startsOf(name))),
        ],
      }
    })
}

/** What a form starts with. The text of a resolution starts as the text of the plan it carries, so that nobody types it twice. */
function earlierOf(name: FieldName, dossier: Evidence, starts: Evidence): EvidenceValue | undefined {
  const { prefill } = fieldOf(name)
  if (prefill === 'never') return undefined
  return dossier[name] ?? starts[name] ?? (prefill && dossier[prefill])
}

function formField(name: FieldName, required: boolean, topic: Topic, officers: readonly Person[], facts: Facts, starts: Evidence = {}) {
  const field = fieldOf(name)
  const earlier = earlierOf(name, topic.dossier, starts)
  const only =
    field.kind === 'choice' && !field.several && Object.keys(field.options).length === 1 ? Object.keys(field.options)[0] : undefined
  const options =
    field.kind === 'person'
      ? officers.filter(person => has(person, ...field.roles)).map(person => ({ value: person.id, label: person.name }))
      : choices(name, field, topic, facts)
  return { name, required, field: shape(field), prefill: isTexts(earlier) ? [...earlier] : (earlier ?? only ?? null), options }
}

interface Choice {
  value: string
  label: string
  note?: string
  of?: string
  no?: string
}

const classSays: Readonly<Record<string, string>> = {
  L3: '一两个人跑一趟就能办好，不动大家的钱',
  L2: '大家的事，坐下来商量，谈出办法',
  L1: '法律写明要村民会议、村民代表会议定的',
  G1: '只关一个小组的大事，由小组会议定',
  C2: '集体经济的大事，章程写明的可以由成员代表定',
  C1: '动成员身份、土地、分配办法的，一定要全体成员定',
}

/**
 * What may be chosen, where the answer hangs on the matter: its kinds by class, the bodies by what they may decide, each no with its
 * reason.
 */
function choices(name: FieldName, field: Field, topic: Topic, facts: Facts): Choice[] {
  if (field.kind !== 'choice') return []
  if (name === 'matterClass') return Object.entries(field.options).map(([value, label]) => ({ value, label, note: classSays[value] ?? '' }))
  if (name === 'matterCode')
    return matterCodes
      .filter(code => isOfCommunities(code) === (facts.village.kind === 'community') || isOfCollective(code))
      .map(code => ({ value: code, label: matters[code].name, note: matters[code].says, of: classOf(code) }))
  if (name === 'body')
    return Object.keys(field.options)
      .filter(isRuleId)
      .flatMap(body => bodyChoice(body, topic, facts))
  return []
}

const ofCommunities: readonly RuleId[] = ['RA_PERSON', 'RA_HOUSEHOLD', 'RRA']
/** A kind of matter that only a community's residents decide. */
const isOfCommunities = (code: MatterCode): boolean =>
  Object.keys(matters[code].decidedBy).every(body => (ofCommunities as readonly string[]).includes(body))

function bodyChoice(body: RuleId, topic: Topic, facts: Facts): Choice[] {
  const { matterCode } = topic.dossier
  // A body of the other kind of place is not there to be chosen at all.
  if (ofCommunities.includes(body) && facts.village.kind !== 'community') return []
  const allowed = competence(
    body,
    typeof matterCode === 'string' && isMatterCode(matterCode) ? matterCode : null,
    dayOf(facts.now),
    facts.village,
  )
  return [{ value: body, label: bodyNames[body].name, note: glosses[body], ...(allowed.ok ? {} : { no: allowed.why }) }]
}

const isTexts = (value: EvidenceValue | undefined): value is readonly string[] => Array.isArray(value)

/** The field as plain, unfrozen data for the wire. */
const shape = (field: Field) =>
  field.kind === 'person'
    ? { ...field, roles: [...field.roles] }
    : field.kind === 'choice'
      ? { ...field, options: { ...field.options } }
      : field.kind === 'checklist'
        ? { ...field, items: { ...field.items } }
        : { ...field }

export const isReady = (name: StepName, topic: Topic, facts: Facts): boolean => missing(stepOf(name), topic, facts).length === 0
