import { fitsClass, isMajorClass, rankOf } from '../../law/classes'
import { numberChosen } from '../../law/settings'
import type { Evidence } from '../evidence'
import { rulesOf, type Ruled } from '../engine/ruled'
import type { GuardRow } from './guard-row'
import type { Guard } from './words'

const classIn = (evidence: Evidence): string => (typeof evidence.matterClass === 'string' ? evidence.matterClass : 'L2')
const codeIn = (evidence: Evidence): string | null => (typeof evidence.matterCode === 'string' ? evidence.matterCode : null)

const largeAmount = (topic: Ruled): number => numberChosen(rulesOf(topic), 'largeAmount', topic.chosen ?? {})

/** What a matter's class allows (procedures §4.1–4.3). */
export const classGuards = {
  'class-ordinary': {
    holds: topic => classIn(topic.dossier) === 'L2',
    code: 'E_BODY_NOT_COMPETENT',
  },
  'class-not-small': { holds: topic => classIn(topic.dossier) !== 'L3' },
  'class-small': { holds: topic => classIn(topic.dossier) === 'L3' },
  'class-major': { holds: topic => isMajorClass(classIn(topic.dossier)) },
  'class-higher': {
    holds: (topic, _, evidence) => evidence.matterClass === undefined || rankOf(classIn(evidence)) > rankOf(classIn(topic.dossier)),
  },
  'class-lower': {
    holds: (topic, _, evidence) => evidence.matterClass === undefined || rankOf(classIn(evidence)) < rankOf(classIn(topic.dossier)),
  },
  'under-large-amount': {
    holds: (topic, _, { budget }) => typeof budget !== 'number' || budget < largeAmount(topic),
    missing: topic => `花到 ${largeAmount(topic)} 元是村里定的大额，议事会不能定，要走四议两公开`,
    code: 'E_BODY_NOT_COMPETENT',
  },
  'code-fits-class': {
    holds: (topic, _, evidence) => {
      if (evidence.matterClass !== undefined) return fitsClass(codeIn(evidence), classIn(evidence))
      // A kind named without a class (as a petition names it) must fit the class that was set before, or it would leave that class.
      return (
        evidence.matterCode === undefined || !isMajorClass(classIn(topic.dossier)) || fitsClass(codeIn(evidence), classIn(topic.dossier))
      )
    },
  },
} as const satisfies { readonly [Name in Guard]?: GuardRow }
