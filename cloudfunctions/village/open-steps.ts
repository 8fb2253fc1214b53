import { has, type Person } from '@/domain/people'
import { missing, openSteps } from '@/domain/procedure/engine'
import type { Evidence, EvidenceValue } from '@/domain/procedure/evidence'
import { fieldOf, type Field, type FieldName } from '@/domain/procedure/fields'
import type { Facts } from '@/domain/procedure/facts'
import { guards } from '@/domain/procedure/guards/all'
import type { Step } from '@/domain/procedure/step'
import { stepOf, type StepName } from '@/domain/procedure/tracks'
import type { Topic } from '@/domain/topic'
import { adviceOn } from './advice'

/** What still stands in the way, in words. The end of a field's own check is left to the form. */
export const missingWords = (step: Step, topic: Topic, facts: Facts): string[] =>
  missing(step, topic, facts).filter(guard => !guards[guard].judges).map(guard => guards[guard].missing(topic, facts, {}))

/** Evidence a step answers anew each time; the rest is filled from what earlier steps were told. */
const neverPrefilled: readonly FieldName[] = [
  'progressNote',
  'photos',
  'photosAfter',
  'boardPhotoFirst',
  'boardPhotoLast',
  'accepted',
  'reason',
  'explanation',
  'parent',
  'postingCertified',
  'conflictsAsked',
  'textRead',
  'changeReason',
  'orderNo',
  'orderDoc',
  'newFacts',
  'relation',
  'relationNote',
]

/** The steps this person may take, each with its form. */
export function stepsFor(topic: Topic, actor: Person, facts: Facts, officers: readonly Person[]) {
  const advised = adviceOn(topic)
  return openSteps(topic, actor, facts)
    .filter(name => stepOf(name).via !== 'topic.raise')
    .map(name => {
      const step = stepOf(name)
      return {
        name,
        label: step.name,
        look: step.look,
        secondKey: step.countersign !== undefined,
        via: step.via ?? null,
        article: step.article ?? null,
        missing: missingWords(step, topic, facts),
        ...(advised.lines[name] ? { advice: [...advised.lines[name]] } : {}),
        fields: [
          ...step.asks.map(field => formField(field, true, topic, officers, advised.starts[name])),
          ...(step.mayAsk ?? []).map(field => formField(field, false, topic, officers, advised.starts[name])),
        ],
      }
    })
}

function formField(name: FieldName, required: boolean, topic: Topic, officers: readonly Person[], starts: Evidence = {}) {
  const field = fieldOf(name)
  const earlier: EvidenceValue | undefined = neverPrefilled.includes(name) ? undefined : (topic.dossier[name] ?? starts[name] ?? startingAs(field, topic))
  const only = field.kind === 'choice' && !field.several && Object.keys(field.options).length === 1 ? Object.keys(field.options)[0] : undefined
  const options =
    field.kind === 'person' ? officers.filter(person => has(person, ...field.roles)).map(person => ({ value: person.id, label: person.name })) : []
  return { name, required, field: shape(field), prefill: isTexts(earlier) ? [...earlier] : (earlier ?? only ?? null), options }
}

/** Nothing is typed twice: a resolution starts as the plan it carries. */
const startingAs = (field: Field, topic: Topic): EvidenceValue | undefined =>
  'startsAs' in field && field.startsAs !== undefined && Object.hasOwn(topic.dossier, field.startsAs) ? topic.dossier[field.startsAs as FieldName] : undefined

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
