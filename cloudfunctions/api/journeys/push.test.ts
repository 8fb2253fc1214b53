import { describe, expect, test } from 'vitest'
import { consentId } from '@/domain/notice/consents'
import type { Consent } from '@/domain/notice/consents'
import type { Delivery } from '@/domain/notice/dispatches'
import type { Notice } from '@/domain/notice/notices'
import { fits, templates, type Template, type TemplateKey } from '@/domain/notice/templates'
import type { Push, PushMessage, PushOutcome, Sender } from '../../ports'
import { pushMessages } from '../../village/notice/push-messages'
import { senders } from '../../village/notice/senders'
import { tick } from '../../tick/tick'
import { allRows } from '../../village/ground/all-rows'
import { day, granted, key, minute, refused, smallVillage } from './small-village'

const residents = Array.from({ length: 30 }, (_, i) => `res${i + 1}`)
const ids = { vote: 'T1', session: 'T2', posting: 'T3', progress: 'T4', duty: 'T5' }

/** A village whose phones can be reached, with a post office that answers as it is told. */
function reachable(answer: (message: PushMessage, n: number) => PushOutcome | Promise<PushOutcome> = () => 'sent') {
  const post: PushMessage[] = []
  const push: Push = {
    templates: Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, { id, lasting: false }])),
    send: async message => {
      post.push(message)
      return answer(message, post.length)
    },
  }
  const village = smallVillage({ push })
  const accept = async (who: string, template: TemplateKey, times = 1) => {
    for (let n = 0; n < times; n += 1)
      granted(await village.as(who)('consent.record', { tap: key(`${who}${template}${n}`), answers: [{ template, answer: 'accept' }] }))
  }
  const left = async (who: string, template: TemplateKey) => (await village.store.get('consents', consentId(who, template)))?.left
  const consent = async (who: string, template: TemplateKey): Promise<Consent | undefined> =>
    village.store.get('consents', consentId(who, template))
  const notice = async (name: string, code: Notice['code'], people: readonly string[], change: Partial<Notice> = {}) => {
    const row: Notice = {
      id: `${key('lamps')}:${name}:${code}`,
      orgId: 'v1',
      code,
      topicId: key('lamps'),
      sessionId: null,
      motionId: null,
      title: '题',
      body: '文',
      at: village.now(),
      audience: { kind: 'people', ids: people },
      postedUntil: null,
      board: 'none',
      delivery: 'waiting',
      ...change,
    }
    await village.store.put('notices', row)
    return row.id
  }
  const outcomes = async (noticeId: string): Promise<Record<string, Delivery>> =>
    Object.assign(
      {},
      ...(await allRows(village.store, 'dispatches', { match: { noticeId }, order: { by: 'n' } })).map(one => one.outcomes),
    ) as Record<string, Delivery>
  return { ...village, post, accept, left, consent, notice, outcomes }
}

describe('consent', () => {
  test('a tap sent twice is one accept; nobody can claim two of one template, for another person, or without end', async () => {
    const { as, serve, left, accept } = reachable()
    const tap = { tap: key('once'), answers: [{ template: 'vote' as const, answer: 'accept' as const }] }
    granted(await as('zhu')('consent.record', tap))
    granted(await as('zhu')('consent.record', tap))
    expect(await left('zhu', 'vote')).toBe(1)
    expect(refused(await as('zhu')('consent.record', { tap: key('two'), answers: [...tap.answers, ...tap.answers] }))).toBe('bad-input')
    expect(await serve({ name: 'consent.record', input: { ...tap, personId: 'elder' } }, 'o-zhu')).toEqual({
      ok: false,
      refusal: 'bad-input',
    })
    expect(refused(await as('stranger')('consent.record', tap))).toBe('not-a-resident')
    await accept('zhu', 'vote', 40)
    expect(await left('zhu', 'vote')).toBe(20)
    expect(await left('elder', 'vote')).toBeUndefined()
  })
  test('a village without messages by WeChat has nothing to ask', async () => {
    expect(granted(await smallVillage().as('zhu')('consent.view', {})).templates).toEqual([])
    expect(granted(await reachable().as('zhu')('consent.view', {})).templates).toContainEqual({
      template: 'vote',
      id: 'T1',
      lasting: false,
    })
  })
})

describe('messages by WeChat', () => {
  test('who accepted is sent to once, however often and however many sweeps run', async () => {
    const { ports, post, accept, left, notice, outcomes } = reachable()
    for (const who of ['res1', 'res2', 'res3']) await accept(who, 'posting')
    const id = await notice('1', 'N13', ['res1', 'res2', 'res3', 'res4'])
    await Promise.all([tick(ports), tick(ports), tick(ports)])
    await tick(ports)
    expect(post.map(message => message.openid).sort()).toEqual(['o-res1', 'o-res2', 'o-res3'])
    expect(await outcomes(id)).toEqual({ res1: 'sent', res2: 'sent', res3: 'sent', res4: 'no-consent' })
    expect(await left('res1', 'posting')).toBe(0)
  })

  test('a sweep killed between claim and sending costs a message, never two; the others still get theirs', async () => {
    let dead = true
    const { ports, post, accept, notice, outcomes, store } = reachable(() => (dead ? new Promise<never>(() => undefined) : 'sent'))
    for (const who of residents) await accept(who, 'posting')
    const first = await notice('1', 'N13', residents)
    const killed = tick(ports)
    await expect.poll(() => post.length).toBe(10) // ten abreast, and nobody answers: here the sweep dies
    dead = false
    const second = await notice('2', 'N13', ['res5'])
    await tick(ports)
    expect(post.filter(message => message.openid === 'o-res1')).toHaveLength(1)
    expect(new Set(Object.values(await outcomes(first)))).toEqual(new Set(['claimed']))
    expect(await outcomes(second)).toEqual({ res5: 'sent' })
    expect((await store.get('notices', first))?.delivery).toBe('pushed')
    void killed
  })

  test('a village of many is written down by the hundred, not by the person', async () => {
    const { ports, store, notice, outcomes, post } = reachable()
    const many = Array.from({ length: 250 }, (_, i) => `soul${String(i).padStart(3, '0')}`)
    for (const personId of many) {
      await store.put('accounts', { id: `o-${personId}`, orgId: 'v1', personId })
      await store.put('consents', {
        id: consentId(personId, 'vote'),
        orgId: 'v1',
        personId,
        template: 'vote',
        left: 1,
        longTerm: false,
        lastAskedAt: 0,
        refusedAt: null,
        learned: null,
        tap: '',
      })
    }
    const id = await notice('1', 'N26', many)
    await tick(ports)
    expect(await store.count('dispatches', { noticeId: id })).toBe(3)
    expect(new Set(post.map(message => message.openid)).size).toBe(250)
    expect(Object.values(await outcomes(id)).filter(one => one === 'sent')).toHaveLength(250)
  })

  test('the last accept is kept for what matters more, and what matters more goes first', async () => {
    const { ports, accept, notice, post, outcomes, left } = reachable()
    await accept('zhu', 'progress')
    await accept('elder', 'progress', 2)
    const small = await notice('1', 'N08', ['zhu', 'elder'])
    const great = await notice('2', 'N04', ['zhu', 'elder'])
    await tick(ports)
    expect(await outcomes(great)).toEqual({ zhu: 'sent', elder: 'sent' })
    expect(await outcomes(small)).toEqual({ zhu: 'no-consent', elder: 'saved' })
    expect(post.map(message => message.values.standing)).toEqual(['没有受理', '没有受理'])
    expect(await left('elder', 'progress')).toBe(1)
  })

  test('what WeChat refuses is learned', async () => {
    const { ports, accept, notice, consent, outcomes, post } = reachable(message =>
      message.openid === 'o-zhu' ? 'no-quota' : message.openid === 'o-elder' ? 'banned' : 'bad-message',
    )
    for (const who of ['zhu', 'elder', 'ahua']) await accept(who, 'vote', 3)
    const id = await notice('1', 'N26', ['zhu', 'elder', 'ahua'])
    await tick(ports)
    expect(await outcomes(id)).toEqual({ zhu: 'no-quota', elder: 'banned', ahua: 'failed' })
    expect(await consent('zhu', 'vote')).toMatchObject({ left: 0, learned: 'used-up' })
    expect(await consent('elder', 'vote')).toMatchObject({ left: 0, learned: 'banned' })
    expect((await consent('ahua', 'vote'))?.left).toBe(3)
    const next = await notice('2', 'N26', ['zhu', 'elder'])
    await tick(ports)
    expect(await outcomes(next)).toEqual({ zhu: 'no-consent', elder: 'banned' })
    expect(post).toHaveLength(3)
  })

  test('a busy WeChat is asked again later, and not for ever; a silent one never', async () => {
    const { ports, accept, notice, post, outcomes, pass, left } = reachable(message =>
      message.openid === 'o-zhu'
        ? 'busy'
        : message.openid === 'o-ahua'
          ? Promise.reject(new Error('socket hang up'))
          : post.filter(one => one.openid === 'o-elder').length < 2
            ? 'retry'
            : 'sent',
    )
    for (const who of ['zhu', 'elder', 'ahua']) await accept(who, 'vote')
    const id = await notice('1', 'N26', ['zhu', 'elder', 'ahua'])
    const times = (who: string) => post.filter(message => message.openid === `o-${who}`).length
    await tick(ports)
    expect([times('zhu'), times('elder'), times('ahua')]).toEqual([1, 1, 1])
    await Promise.all([pass(minute), tick(ports)])
    expect([times('zhu'), times('elder'), times('ahua')]).toEqual([2, 2, 1])
    for (let n = 0; n < 12; n += 1) await pass(10 * minute)
    expect([times('zhu'), times('elder'), times('ahua')]).toEqual([5, 2, 1])
    expect(await outcomes(id)).toEqual({ zhu: 'busy', elder: 'sent', ahua: 'unsure' })
    expect([await left('zhu', 'vote'), await left('elder', 'vote')]).toEqual([1, 0])
  })

  test('who read it in the app is left alone, and so is who has no phone with us', async () => {
    const { ports, as, accept, notice, outcomes, store } = reachable()
    await accept('zhu', 'vote')
    const id = await notice('1', 'N26', ['zhu', 'nobody'])
    await tick({ ...ports, push: null })
    granted(await as('zhu')('message.read', { ids: [`${id}:zhu`] }))
    await tick(ports)
    expect(await outcomes(id)).toEqual({ zhu: 'read', nobody: 'no-phone' })
    expect((await store.get('notices', id))?.delivery).toBe('pushed')
  })

  test('a second way has its own hundreds and tries; the notice is done when both are, and what WeChat was told stays', async () => {
    const { ports, accept, notice, store, post } = reachable()
    await accept('zhu', 'vote')
    const id = await notice('1', 'N26', ['zhu', 'elder'])
    await tick({ ...ports, push: null })
    const texted: string[] = []
    let busy = true
    const bySms: Sender = {
      errandOf: () => ({
        standing: async messages => ({
          outcomes: Object.fromEntries(messages.map(({ personId }) => [personId, 'claimed'] as const)),
          addresses: new Map(messages.map(({ personId }) => [personId, `1380000${personId}`])),
        }),
        ready: async () => async address => (busy && address.endsWith('elder') ? 'busy' : (texted.push(address), 'sent')),
        spend: async () => undefined,
      }),
    }
    const both = { ...senders, sms: () => bySms }
    expect(await pushMessages(ports, () => true, both)).toBe(2)
    const rows = await allRows(store, 'dispatches', { match: { noticeId: id }, order: { by: 'n' } })
    expect(rows.map(({ id: rowId, way, outcomes }) => [rowId, way, outcomes])).toEqual([
      [`${id}:0`, undefined, { zhu: 'sent', elder: 'no-consent' }],
      [`${id}:sms:0`, 'sms', { zhu: 'sent', elder: 'busy' }],
    ])
    expect((await store.get('notices', id))?.delivery).toBe('pushed')
    busy = false
    const later = { ...ports, clock: { now: () => ports.clock.now() + minute } }
    expect(await pushMessages(later, () => true, both)).toBe(1)
    expect(await pushMessages(later, () => true, both)).toBe(0)
    expect([texted, post.length]).toEqual([['1380000zhu', '1380000elder'], 1])
  })

  test('nothing is left lying: without a template, without people, or with old news', async () => {
    const { ports, store, notice, pass, accept, post } = reachable()
    await accept('zhu', 'vote')
    const without = await notice('1', 'N26', ['zhu'])
    const empty = await notice('2', 'N13', [])
    await tick({ ...ports, push: { ...ports.push!, templates: {} } })
    expect((await store.get('notices', without))?.delivery).toBe('pushed')
    await tick(ports)
    expect((await store.get('notices', empty))?.delivery).toBe('pushed')
    const old = await notice('3', 'N26', ['zhu'], { at: ports.clock.now() - 4 * day, delivery: 'delivered' })
    await pass(day)
    expect(await pushMessages(ports, () => true)).toBe(0)
    expect((await store.get('notices', old))?.delivery).toBe('delivered')
    expect(post).toEqual([])
  })

  test('a real matter on its way: every field is one WeChat takes, and nobody is named', async () => {
    const { as, post, accept, store, pass } = reachable()
    const everybody = await allRows(store, 'people', { match: { orgId: 'v1' }, order: { by: 'id' } })
    for (const { id } of everybody) for (const template of Object.keys(ids) as TemplateKey[]) await accept(id, template, 6)
    const draft = {
      id: key('lamps'),
      title: `村口到小学的路灯👨‍👩‍👧‍👦${'要不要今年装'.repeat(4)}`.slice(0, 40),
      what: '没有灯',
      where: '村口',
      affected: '3组',
      suggestion: '装灯',
      category: 'lighting' as const,
      photoIds: [],
      showName: true,
    }
    granted(await as('zhu')('topic.raise', draft))
    await pass(minute)
    granted(
      await as('moderator')('topic.step', {
        id: key('lamps'),
        rev: 2,
        step: 'return',
        evidence: { returnReason: 'place', toFix: '请何阿华写清楚' },
      }),
    )
    await pass(minute)
    expect(new Set(post.map(message => message.template))).toEqual(new Set(['progress', 'duty']))
    for (const { template, values, page } of post) {
      for (const { name, type } of (templates[template] as Template).fields)
        expect(fits(type, values[name]!), `${template} ${name} ${values[name]}`).toBe(true)
      for (const person of everybody) expect(JSON.stringify([values, page])).not.toContain(person.name)
    }
  })
})
