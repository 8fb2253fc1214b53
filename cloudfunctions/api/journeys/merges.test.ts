import { describe, expect, test } from 'vitest'
import { addDays, dayOf, endOf } from '@/domain/ground/calendar'
import { brokenAt } from '@/domain/ground/journal'
import type { EvidenceValue } from '@/domain/procedure/evidence'
import type { Role } from '@/domain/resident/people'
import { allRows } from '../../village/ground/all-rows'
import { supportId } from '../../village/topic/unite-supports'
import { granted, key, minute, refused, smallVillage } from './small-village'

/* Two that say the same are merged; who proposed one of them does not agree, and the supervisors decide (procedures TR-06). */

const lamp = key('lamp'),
  post = key('post'),
  wire = key('wire'),
  whole = key('whole')

async function gathering() {
  const village = smallVillage()
  const { as, store } = village
  const topic = async (id: string) => (await store.get('topics', id))!
  const send = async (who: string, id: string, step: string, evidence: Record<string, EvidenceValue> = {}) =>
    as(who)('topic.step', { id, rev: (await topic(id)).rev, step, evidence: evidence as Record<string, string> })
  const raise = async (who: string, id: string, ...supporters: readonly string[]) => {
    granted(
      await as(who)('topic.raise', {
        id,
        title: id === post ? '灯杆歪了' : '路灯不亮',
        what: '晚上看不见',
        where: '5组',
        affected: '5组',
        suggestion: '换灯',
        category: 'lighting',
        photoIds: [],
        showName: true,
      }),
    )
    granted(await send('moderator', id, 'accept'))
    for (const one of supporters) granted(await as(one)('topic.support', { id }))
  }
  const merge = async (id: string, parent: string) =>
    granted(await send('moderator', id, 'merge', { parent, explanation: '说的是同一盏灯' }))
  const supporters = async (id: string) =>
    (await allRows(store, 'supports', { match: { topicId: id }, order: { by: 'at' } })).map(row => row.personId).sort()
  const object = (who: string, id: string) => send(who, id, 'object_to_merge', { mergeObjection: '我说的是另一根灯杆' })
  const decide = (who: string, id: string, step: 'keep_merged' | 'part_again') => send(who, id, step, { mergeAnswer: '去看过了' })
  const appoint = async (who: string, role: Role) => {
    const person = (await store.get('people', who))!
    await store.put('people', { ...person, roles: [...person.roles, role] })
  }
  return { village, as, store, topic, send, raise, merge, supporters, object, decide, appoint }
}

describe('who proposed what was merged may object', () => {
  test('the page and the message say so to the proposer alone; once, and to the supervisors', async () => {
    const { village, as, raise, merge, object, topic } = await gathering()
    await raise('zhu', lamp, 'res1', 'res3')
    await raise('elder', post, 'res1', 'res2')
    await merge(post, lamp)
    await village.pass(minute)
    expect(granted(await as('elder')('message.list', {})).messages[0]!.body).toContain('不同意合并的，3 天内')
    const offered = async (who: string) => granted(await as(who)('topic.view', { id: post })).steps.map(step => step.name)
    expect(await offered('elder')).toEqual(['object_to_merge'])
    for (const who of ['res2', 'zhu', 'moderator', 'supervisor']) expect(await offered(who), who).not.toContain('object_to_merge')
    expect(refused(await object('zhu', post))).toBe('not-your-role')
    granted(await object('elder', post))
    expect(refused(await object('elder', post))).toBe('step-not-open')
    // An objection is answered within five working days (T09): March 2 is a Monday.
    expect(await topic(post)).toMatchObject({ state: 'merged', dueAt: endOf('2026-03-09') })
    await village.pass(minute)
    for (const who of ['supervisor', 'supervisor2']) {
      expect(granted(await as(who)('home.view', {})).todo).toMatchObject([{ topicId: post, says: '提出人不同意合并，请决定' }])
      expect(granted(await as(who)('message.list', {})).messages[0]).toMatchObject({ title: '收到异议或申诉', topicId: post })
      expect(await offered(who)).toEqual(['keep_merged', 'part_again'])
    }
    // What was written to the supervisors is not written to all.
    expect(JSON.stringify(granted(await as('res2')('topic.view', { id: post })).answer)).not.toContain('另一根灯杆')
    expect(JSON.stringify(granted(await as('supervisor')('topic.view', { id: post })).answer)).toContain('另一根灯杆')
  })
  test('on the third day still, on the fourth no more; and nobody decides what nobody objected to', async () => {
    for (const [late, answer] of [
      [false, null],
      [true, 'within-merge-objection'],
    ] as const) {
      const { village, raise, merge, object, decide } = await gathering()
      await raise('zhu', lamp)
      await raise('elder', post)
      await merge(post, lamp)
      expect(refused(await decide('supervisor', post, 'part_again'))).toBe('step-not-open')
      await village.until(endOf(addDays(dayOf(village.now()), 3)) - (late ? 0 : 1))
      expect(refused(await object('elder', post))).toBe(answer)
    }
  })
  test('neither the objector, nor who merged it, nor the secretary decides, whatever else they are', async () => {
    const { raise, merge, object, decide, appoint, topic } = await gathering()
    await raise('zhu', lamp)
    await raise('elder', post)
    await merge(post, lamp)
    granted(await object('elder', post))
    for (const who of ['elder', 'moderator', 'secretary']) await appoint(who, 'supervisor')
    const before = await topic(post)
    for (const step of ['keep_merged', 'part_again'] as const) {
      expect(refused(await decide('elder', post, step))).toBe('second-key-is-proposer')
      expect(refused(await decide('moderator', post, step))).toBe('second-key-same-person')
      expect(refused(await decide('secretary', post, step))).toBe('second-key-is-secretary')
      expect(refused(await decide('committee', post, step))).toBe('not-your-role')
    }
    expect(await topic(post)).toEqual(before)
  })
})

describe('what the supervisors decide', () => {
  test('not upheld: it stays merged, the proposer reads why, and that was the one objection', async () => {
    const { village, as, raise, merge, object, decide, topic, supporters } = await gathering()
    await raise('zhu', lamp, 'res1', 'res3')
    await raise('elder', post, 'res1', 'res2')
    await merge(post, lamp)
    granted(await object('elder', post))
    granted(await decide('supervisor', post, 'keep_merged'))
    await village.pass(minute)
    expect(await topic(post)).toMatchObject({ state: 'merged', parentId: lamp, dueAt: null })
    expect([await supporters(lamp), (await topic(lamp)).mergedIds]).toEqual([['res1', 'res2', 'res3'], [post]])
    const [message] = granted(await as('elder')('message.list', {})).messages
    expect(message).toMatchObject({ title: '异议有答复了' })
    expect(message!.body).toContain('去看过了')
    expect(refused(await object('elder', post))).toBe('step-not-open')
    expect(refused(await decide('supervisor2', post, 'part_again'))).toBe('step-not-open')
  })
  test('upheld: it stands again as its own; what it gave its parent is taken back, and nothing that was the parent’s', async () => {
    const { village, as, store, raise, merge, object, decide, topic, supporters } = await gathering()
    await raise('zhu', lamp, 'res1', 'res3')
    await raise('elder', post, 'res1', 'res2', 'res4')
    await merge(post, lamp)
    expect([await supporters(lamp), (await topic(lamp)).coAuthorIds]).toEqual([['res1', 'res2', 'res3', 'res4'], ['elder']])
    granted(await as('res4')('topic.support', { id: lamp })) // now the parent's own
    granted(await object('elder', post))
    granted(await decide('supervisor', post, 'part_again'))
    expect(await topic(post)).toMatchObject({ state: 'accepted', parentId: null, heldFrom: null, enteredAt: village.now() })
    expect(await supporters(post)).toEqual(['res1', 'res2', 'res4'])
    expect(await supporters(lamp)).toEqual(['res1', 'res3', 'res4']) // res1 had supported both
    expect(await topic(lamp)).toMatchObject({ mergedIds: [], authorId: 'zhu', coAuthorIds: [] })
    for (const id of [lamp, post])
      expect(brokenAt(await allRows(store, 'journal', { match: { topicId: id }, order: { by: 'n' } }))).toBeNull()
    const record = async () =>
      granted(await as('res3')('topic.view', { id: lamp }))
        .journal.map(({ said }) => said)
        .slice(-2)
    expect(await record()).toEqual(['并入《灯杆歪了》', '《灯杆歪了》分开办'])
    // Words put away are put away there as well.
    const parted = await topic(post)
    await store.put('topics', { ...parted, wordsHidden: '针对个人的攻击' })
    expect((await record()).join()).not.toContain('灯杆歪了')
    expect(JSON.stringify(granted(await as('res3')('file.view', { id: lamp })))).not.toContain('灯杆歪了')
    await store.put('topics', parted)
    await village.pass(minute)
    expect(granted(await as('elder')('message.list', {})).messages[0]).toMatchObject({ title: '异议有答复了' })
    expect(granted(await as('res2')('message.list', {})).messages[0]!.body).toContain('征集附议')
    // Merged once more, it may be objected to once more.
    await merge(post, lamp)
    expect(await supporters(lamp)).toEqual(['res1', 'res2', 'res3', 'res4'])
    granted(await object('elder', post))
  })
  test('merged before it was taken in, it waits to be taken in again', async () => {
    const { as, raise, send, object, decide, topic } = await gathering()
    await raise('zhu', lamp)
    granted(
      await as('elder')('topic.raise', {
        id: post,
        title: '灯杆',
        what: '歪了',
        where: '5组',
        affected: '5组',
        suggestion: '扶正',
        category: 'lighting',
        photoIds: [],
        showName: true,
      }),
    )
    granted(await send('moderator', post, 'merge', { parent: lamp, explanation: '同一盏' }))
    granted(await object('elder', post))
    granted(await decide('supervisor', post, 'part_again'))
    expect(await topic(post)).toMatchObject({ state: 'screening', parentId: null })
  })
  test('who proposed or supported another of the merged topics stays; what a grandparent was passed is taken back too', async () => {
    const { store, raise, merge, object, decide, topic, supporters } = await gathering()
    await raise('zhu', whole, 'res5')
    await raise('rep1', lamp)
    // A representative's needs no support, and would have gone on.
    await store.put('topics', { ...(await topic(lamp)), state: 'accepted', dossier: {} })
    await raise('elder', post, 'res1', 'res2')
    await raise('elder', wire, 'res1')
    await merge(post, lamp)
    await merge(wire, lamp)
    await merge(lamp, whole)
    expect([await supporters(whole), (await topic(whole)).coAuthorIds, (await topic(whole)).mergedIds]).toEqual([
      ['res1', 'res2', 'res5'],
      ['rep1', 'elder'],
      [lamp, post, wire],
    ])
    granted(await object('elder', post))
    granted(await decide('supervisor', post, 'part_again'))
    for (const [id, left] of [
      [lamp, ['res1']],
      [whole, ['res1', 'res5']],
    ] as const)
      expect(await supporters(id)).toEqual(left)
    expect([await topic(lamp), await topic(whole)]).toMatchObject([
      { mergedIds: [wire], coAuthorIds: ['elder'] },
      { mergedIds: [lamp, wire], coAuthorIds: ['rep1', 'elder'] },
    ])
    granted(await object('elder', wire))
    granted(await decide('supervisor', wire, 'part_again'))
    expect([await supporters(lamp), await supporters(whole)]).toEqual([[], ['res5']])
    expect([await topic(lamp), await topic(whole)]).toMatchObject([
      { mergedIds: [], coAuthorIds: [] },
      { mergedIds: [lamp], coAuthorIds: ['rep1'] },
    ])
  })
  test('cut off between the decision and the last support, time finishes it', async () => {
    const { village, store, raise, merge, object, decide, supporters } = await gathering()
    await raise('zhu', lamp, 'res3')
    await raise('elder', post, 'res2')
    await merge(post, lamp)
    const copied = (await store.get('supports', supportId(lamp, 'res2')))!
    granted(await object('elder', post))
    granted(await decide('supervisor', post, 'part_again'))
    await store.put('supports', copied)
    await village.pass(minute)
    expect(await supporters(lamp)).toEqual(['res3'])
  })
})
