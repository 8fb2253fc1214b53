import {
  checkChoice,
  choosable,
  compositionWarning,
  defaultWords,
  floorWords,
  ruleSetOf,
  sourceWords,
  valueNow,
  valueWords,
  whyNot,
  withChoice,
  type Choosable,
  type ChoiceValue,
} from '@/domain/village/choices'
import { bodyNames, isRuleId } from '@/domain/law/names'
import { ruleSets } from '@/domain/law/rule-sets'
import { basisOf } from '@/domain/law/wants'
import { dayOf } from '@/domain/ground/calendar'
import { grant, refuse } from '@/domain/ground/decision'
import type { Org } from '@/domain/village/org'
import { has, officeName, type Person } from '@/domain/resident/people'
import { checkText } from '@/domain/ground/text'
import { approvesForTown, proposalId, turnsSecondKey, type ChoiceChange, type ChoiceProposal } from '@/domain/village/village-rules'
import { KeyTaken, type Store } from '../../ports'
import { allRows } from '../ground/all-rows'
import type { Context, GuestContext, Handler } from '../ground/handler'
import { judgeWords } from '../ground/officers-words'

const pageSize = 20
const most = 300

/** The village as it is this moment: what was chosen elsewhere is chosen here. */
const orgNow = async ({ store, org }: Pick<GuestContext, 'store' | 'org'>): Promise<Org> => (await store.get('orgs', org.id)) ?? org
const asksTown = (org: Org): boolean => org.switches?.townApproves === true

function placed({ id, kind }: Choosable): { readonly group: 'terms' | 'meetings' | 'town'; readonly part: string } {
  const [what = '', body = ''] = id.split('.')
  if (what === 'makeUp') return { group: 'meetings', part: '' }
  if (isRuleId(body)) return { group: 'meetings', part: bodyNames[body].name }
  return { group: kind === 'number' && id !== 'largeAmount' ? 'terms' : 'town', part: '' }
}

/** Plain, unfrozen data for the wire. */
const plain = (value: ChoiceValue) => (Array.isArray(value) ? ([...value] as string[]) : (value as Exclude<ChoiceValue, readonly string[]>))

function ruleSeen(org: Org, setting: Choosable, now: number) {
  const value = valueNow(org, ruleSetOf(org, dayOf(now)), setting)
  const usual = defaultWords(setting)
  const said = value === null ? usual : valueWords(setting, value)
  return {
    id: setting.id,
    ...placed(setting),
    label: setting.label,
    says: setting.says,
    kind: setting.kind,
    unit: setting.kind === 'number' ? setting.unit : '',
    options: 'options' in setting ? Object.entries(setting.options).map(([key, label]) => ({ value: key, label })) : [],
    value: value === null ? null : plain(value),
    now: said,
    usual,
    floor: floorWords(setting),
    article: sourceWords(setting),
    basis: basisOf([setting.article]),
    own: said !== usual,
    warning: compositionWarning(org, setting),
    belowWords: whyNot(setting, 'below-the-law'),
    boundsWords: whyNot(setting, 'out-of-bounds'),
  }
}

async function namesOf(store: Store, ids: readonly (string | null)[]): Promise<(id: string) => string> {
  const people = new Map(
    (await store.getMany('people', [...new Set(ids.filter(id => id !== null))])).map(person => [person.id, officeName(person)]),
  )
  return id => people.get(id) ?? ''
}

const mayConfirm = ({ byId, supervisorId }: ChoiceProposal, actor: Person | null): boolean =>
  actor !== null && (supervisorId === null ? turnsSecondKey(actor, byId) : approvesForTown(actor, byId)).ok

/** How many keys wait for this person; looked up only for who holds one. */
export async function rulesWaitingFor({ store, org, actor }: Context): Promise<number> {
  if (!has(actor, 'supervisor', 'town_officer')) return 0
  const [proposals, granted] = await Promise.all([
    allRows(store, 'choiceProposals', { match: { orgId: org.id }, order: { by: 'at' } }),
    allRows(store, 'delegations', { match: { orgId: org.id, state: 'waiting' }, order: { by: 'at' } }),
  ])
  return proposals.filter(one => mayConfirm(one, actor)).length + granted.filter(one => turnsSecondKey(actor, one.byId).ok).length
}

export const viewSettings: Handler<'settings.view'> = async (_, context) => {
  const { store, actor, clock } = context
  const [org, proposals] = await Promise.all([
    orgNow(context),
    allRows(store, 'choiceProposals', { match: { orgId: context.org.id }, order: { by: 'at' } }),
  ])
  const now = clock.now(),
    ruleSet = ruleSetOf(org, dayOf(now))
  const rules = choosable(org, ruleSet)
  const name = await namesOf(
    store,
    proposals.map(one => one.byId),
  )
  return grant({
    ruleSet: ruleSets[ruleSet].name,
    rules: rules.map(setting => ruleSeen(org, setting, now)),
    waiting: proposals.flatMap(proposal => {
      const setting = rules.find(one => one.id === proposal.setting)
      const before = setting ? valueNow(org, ruleSet, setting) : null
      return setting
        ? [
            {
              id: proposal.id,
              key: proposal.key,
              label: setting.label,
              from: before === null ? defaultWords(setting) : valueWords(setting, before),
              to: valueWords(setting, proposal.to),
              reason: proposal.reason,
              by: name(proposal.byId),
              at: proposal.at,
              waitsFor: proposal.supervisorId === null ? ('supervisor' as const) : ('town' as const),
              mayConfirm: mayConfirm(proposal, actor),
            },
          ]
        : []
    }),
    mayPropose: actor !== null && has(actor, 'committee'),
    townApproves: asksTown(org),
    now,
  })
}

export const viewHistory: Handler<'settings.history'> = async ({ after }, { store, org, clock }) => {
  const { rows, next } = await store.list('choiceChanges', {
    match: { orgId: org.id },
    order: { by: 'at', descending: true },
    limit: pageSize,
    after,
  })
  const name = await namesOf(
    store,
    rows.flatMap(row => [row.proposedById, row.supervisorId, row.townId]),
  )
  return grant({
    changes: rows.map(({ id, label, from, to, reason, outcome, note, proposedById, proposedAt, supervisorId, townId, at }) => ({
      id,
      label,
      from,
      to,
      reason,
      outcome,
      note,
      proposedBy: name(proposedById),
      proposedAt,
      confirmedBy: supervisorId === null ? null : name(supervisorId),
      approvedBy: townId === null ? null : name(townId),
      at,
    })),
    next,
    now: clock.now(),
  })
}

export const propose: Handler<'settings.propose'> = async ({ key, id, value, reason }, context) => {
  const { store, actor, clock } = context
  const said = checkText(reason, most)
  if (!said.ok) return said
  if ((await judgeWords(context, said.value)) === 'risky') return refuse('content-risky')
  const at = clock.now()
  try {
    return await store.commit(async tx => {
      const org = await tx.get('orgs', context.org.id)
      if (!org) throw new Error(`no village ${context.org.id}`)
      const rowId = proposalId(org.id, id)
      // The answer to the first try was lost: it waits already, or was decided meanwhile.
      const [waiting, decided] = [await tx.get('choiceProposals', rowId), await tx.get('choiceChanges', key)]
      if ((waiting?.key === key && waiting.byId === actor.id) || decided?.proposedById === actor.id)
        return grant({ waitsFor: 'supervisor' as const })
      const checked = checkChoice(org, ruleSetOf(org, dayOf(at)), id, value)
      if (!checked.ok) return checked
      if (waiting || decided) return refuse('proposal-waiting')
      await tx.insert('choiceProposals', {
        id: rowId,
        orgId: org.id,
        key,
        setting: id,
        to: checked.value,
        reason: said.value,
        byId: actor.id,
        at,
        supervisorId: null,
      })
      return grant({ waitsFor: 'supervisor' as const })
    })
  } catch (fault) {
    // Two proposed at once: one of them holds the place.
    if (!(fault instanceof KeyTaken)) throw fault
    return (await context.own('choiceProposals', proposalId(context.org.id, id)))?.key === key
      ? grant({ waitsFor: 'supervisor' as const })
      : refuse('proposal-waiting')
  }
}

export const confirm: Handler<'settings.confirm'> = async ({ id, key, agrees, note }, context) => {
  const { store, own, actor, clock } = context
  const said = agrees && note.trim() === '' ? grant('') : checkText(note, most)
  if (!said.ok) return said
  if (said.value !== '' && (await judgeWords(context, said.value)) === 'risky') return refuse('content-risky')
  const at = clock.now()
  return store.commit(async tx => {
    const org = await tx.get('orgs', context.org.id)
    const proposal = await own('choiceProposals', id, tx)
    const decided = await tx.get('choiceChanges', key)
    if (decided && (decided.supervisorId === actor.id || decided.townId === actor.id)) return grant({ outcome: decided.outcome })
    if (!org || !proposal || proposal.key !== key) return refuse('no-such-proposal')
    if (proposal.supervisorId === actor.id && agrees) return grant({ outcome: 'waits-for-town' as const })
    const turned = proposal.supervisorId === null ? turnsSecondKey(actor, proposal.byId) : approvesForTown(actor, proposal.byId)
    if (!turned.ok) return turned
    const ruleSet = ruleSetOf(org, dayOf(at))
    const setting = choosable(org, ruleSet).find(one => one.id === proposal.setting)
    if (!setting) return refuse('no-such-setting')
    const before = valueNow(org, ruleSet, setting)
    const keys =
      proposal.supervisorId === null ? { supervisorId: actor.id, townId: null } : { supervisorId: proposal.supervisorId, townId: actor.id }
    const change: ChoiceChange = {
      id: key,
      orgId: org.id,
      setting: setting.id,
      label: setting.label,
      from: before === null ? defaultWords(setting) : valueWords(setting, before),
      to: valueWords(setting, proposal.to),
      reason: proposal.reason,
      outcome: agrees ? 'changed' : 'declined',
      note: said.value,
      proposedById: proposal.byId,
      proposedAt: proposal.at,
      ...keys,
      at,
    }
    if (agrees) {
      // Asked again: what it hangs on may have changed since, and the law with the new year.
      const checked = checkChoice(org, ruleSet, setting.id, proposal.to)
      if (!checked.ok) return checked
      if (asksTown(org) && proposal.supervisorId === null) {
        await tx.put('choiceProposals', { ...proposal, supervisorId: actor.id })
        return grant({ outcome: 'waits-for-town' as const })
      }
      await tx.put('orgs', withChoice(org, setting, checked.value))
    }
    await tx.insert('choiceChanges', change)
    await tx.remove('choiceProposals', id)
    return grant({ outcome: change.outcome })
  })
}
