import { describe, expect, test } from 'vitest'
import { callback } from '../../callback/callback'
import { consentId } from '@/domain/notice/consents'
import type { Notice } from '@/domain/notice/notices'
import { templateKeys, type TemplateKey } from '@/domain/notice/templates'
import type { Push, PushOutcome } from '../../ports'
import { tick } from '../../tick/tick'
import { granted, hour, key, minute, smallVillage } from './small-village'

type Kind = 'popup' | 'change' | 'sent'
const idOf = (template: TemplateKey) => `T-${template}`

/** A village whose phones can be reached; `hear` is WeChat's message push, as its documentation writes it. */
function reachable({ lasting = false, answer = () => 'sent' }: { lasting?: boolean; answer?: () => PushOutcome } = {}) {
  const push: Push = {
    templates: Object.fromEntries(templateKeys.map(template => [template, { id: idOf(template), lasting }])),
    send: async () => answer(),
  }
  const village = smallVillage({ push })
  const notes: string[] = []
  const event = (kind: Kind, who: string, list: unknown, at = village.now()) => ({
    ToUserName: 'gh_123456789abc',
    FromUserName: `o-${who}`,
    CreateTime: String(Math.floor(at / 1000)),
    MsgType: 'event',
    Event: `subscribe_msg_${kind}_event`,
    List: list,
  })
  const hear = (said: unknown) => callback(village.ports, 'v1', said, line => void notes.push(line))
  const answered = (status: string, template: TemplateKey = 'vote') => ({
    TemplateId: idOf(template),
    SubscribeStatusString: status,
    PopupScene: '0',
  })
  const sent = (ErrorCode: unknown) => ({ TemplateId: idOf('vote'), MsgID: '1864323726461255680', ErrorCode, ErrorStatus: 'said' })
  const tap = async (who: string, name: string, choice: 'accept' | 'reject' = 'accept') =>
    void granted(await village.as(who)('consent.record', { tap: key(name), answers: [{ template: 'vote', answer: choice }] }))
  const consent = (who: string, template: TemplateKey = 'vote') => village.store.get('consents', consentId(who, template))
  const left = async (who: string, template: TemplateKey = 'vote') => (await consent(who, template))?.left
  const notice = async (name: string, people: readonly string[]) => {
    const row: Notice = {
      id: `${key('lamps')}:${name}:N26`,
      orgId: 'v1',
      code: 'N26',
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
    }
    await village.store.put('notices', row)
    return row.id
  }
  const outcome = async (noticeId: string, who: string) => (await village.store.get('dispatches', `${noticeId}:0`))?.outcomes[who]
  return { ...village, notes, event, hear, answered, sent, tap, consent, left, notice, outcome }
}

describe('what a person answered when WeChat asked', () => {
  test('counts once, whether the phone told of it before, after or never, and however often WeChat says it', async () => {
    const { event, hear, answered, tap, left, set, now } = reachable()
    const told = event('popup', 'zhu', answered('accept'))
    expect(await hear(told)).toBe('success')
    expect(await left('zhu')).toBe(1) // the tap itself was lost, or is still on its way
    await Promise.all([hear(told), hear(told)])
    await tap('zhu', 'first')
    expect(await left('zhu')).toBe(1)
    set(now() + 11 * minute)
    await tap('zhu', 'second')
    await hear(event('popup', 'zhu', answered('accept')))
    await hear(told)
    expect(await left('zhu')).toBe(2)
  })
  test('may be one thing or several, and ids and times numbers or strings', async () => {
    const { event, hear, answered, left, now } = reachable()
    await hear({
      ...event('popup', 'zhu', [
        answered('accept'),
        answered('accept', 'posting'),
        answered('reject', 'session'),
        answered('maybe', 'duty'),
        { TemplateId: 'another' },
        null,
      ]),
      CreateTime: Math.floor(now() / 1000),
    })
    expect([await left('zhu'), await left('zhu', 'posting'), await left('zhu', 'session'), await left('zhu', 'duty')]).toEqual([
      1,
      1,
      0,
      undefined,
    ])
    const { List, ...rest } = event('popup', 'elder', answered('accept'))
    await hear({ ...rest, SubscribeMsgPopupEvent: { List } })
    expect(await left('elder')).toBe(1)
  })
  test('a refusal takes back nothing that was accepted, and an older word does not undo a newer one', async () => {
    const { event, hear, answered, tap, consent, set, now } = reachable()
    const before = event('popup', 'zhu', answered('reject'), now() - minute)
    await tap('zhu', 'yes')
    await hear(before)
    expect(await consent('zhu')).toMatchObject({ left: 1, refusedAt: null })
    set(now() + minute)
    await hear(event('popup', 'zhu', answered('reject')))
    expect(await consent('zhu')).toMatchObject({ left: 1, refusedAt: now() })
  })
  test('opens the door where the template is a lasting one', async () => {
    const { event, hear, answered, consent, set, now } = reachable({ lasting: true })
    await hear(event('popup', 'zhu', answered('accept')))
    expect(await consent('zhu')).toMatchObject({ left: 0, longTerm: true })
    set(now() + minute)
    const off = event('change', 'zhu', answered('reject'))
    await hear(off)
    expect(await consent('zhu')).toMatchObject({ longTerm: false, refusedAt: now() })
    set(now() + minute)
    await hear(event('change', 'zhu', answered('accept')))
    await hear(off)
    expect(await consent('zhu')).toMatchObject({ longTerm: true, refusedAt: null })
  })
  test('is of whoever has an account here, and of nobody else; the log names no one', async () => {
    const { event, hear, answered, store, notes, ports } = reachable()
    expect(await hear(event('popup', 'stranger-7788', answered('accept')))).toBe('success')
    expect(notes).toHaveLength(1)
    expect(notes.join()).not.toMatch(/stranger|7788|o-/)
    await store.put('accounts', { id: 'o-elsewhere', orgId: 'v2', personId: 'zhu' })
    await hear(event('popup', 'elsewhere', answered('accept')))
    for (const said of [
      { ...event('popup', 'zhu', answered('accept')), CreateTime: 'today' },
      { ...event('popup', 'zhu', answered('accept')), FromUserName: null },
      event('popup', 'zhu', 'accept'),
      event(
        'popup',
        'zhu',
        Array.from({ length: 500 }, () => answered('accept')),
      ),
      event('popup', 'zhu', { TemplateId: 'constructor', SubscribeStatusString: 'accept' }),
    ])
      await hear(said)
    await callback({ ...ports, push: null }, 'v1', event('popup', 'zhu', answered('accept')))
    expect(
      await store.getMany(
        'consents',
        templateKeys.map(template => consentId('zhu', template)),
      ),
    ).toEqual([])
  })
})

test('switched off in WeChat’s settings, nothing goes out until there is a new accept', async () => {
  const { event, hear, answered, tap, left, set, now, notice, outcome, ports } = reachable()
  await tap('zhu', 'one')
  set(now() + hour)
  const off = event('change', 'zhu', answered('reject'))
  await hear(off)
  expect(await left('zhu')).toBe(0)
  const id = await notice('1', ['zhu'])
  await tick(ports)
  expect(await outcome(id, 'zhu')).toBe('no-consent')
  await hear(event('change', 'zhu', answered('accept'))) // on again: asked for each time, there is no message more
  expect(await left('zhu')).toBe(0)
  set(now() + minute)
  await tap('zhu', 'two')
  await hear(off)
  expect(await left('zhu')).toBe(1)
})

describe('what became of a message', () => {
  test.each([
    [43101, 'no-quota', 'used-up'],
    ['43107', 'banned', 'banned'],
  ] as const)('refused with %s after WeChat had taken it, it is learned as if that had been the answer', async (code, known, learned) => {
    const { event, hear, sent, tap, consent, set, now, notice, outcome, ports } = reachable()
    for (const name of ['one', 'two', 'three']) await tap('zhu', name)
    const id = await notice('1', ['zhu'])
    await tick(ports)
    expect([await outcome(id, 'zhu'), (await consent('zhu'))?.left]).toEqual(['sent', 2])
    const refusal = event('sent', 'zhu', sent(code))
    await hear(refusal)
    expect(await outcome(id, 'zhu')).toBe(known)
    expect(await consent('zhu')).toMatchObject({ left: 0, learned })
    set(now() + minute)
    await tap('zhu', 'four')
    await hear(refusal)
    expect(await consent('zhu')).toMatchObject({ left: 1, learned: null })
  })
  test('that failed in WeChat’s own house did not reach anybody: the reach ledger counts it no more', async () => {
    const { event, hear, sent, tap, as, notice, outcome, ports, left } = reachable()
    await tap('zhu', 'one')
    await tap('zhu', 'two')
    const id = await notice('1', ['zhu'])
    await tick(ports)
    const view = async () => granted(await as('moderator')('reach.view', { noticeId: id, show: 'all' })).figures
    expect(await view()).toMatchObject({ wechat: 1, missing: 0 })
    await hear(event('sent', 'zhu', [sent(-1), sent('-1')]))
    expect([await outcome(id, 'zhu'), await left('zhu')]).toEqual(['failed', 1])
    expect(await view()).toMatchObject({ wechat: 0, missing: 1 })
  })
  test('a success settles what was in doubt, once; of what was known it changes nothing', async () => {
    let answer: PushOutcome = 'unsure'
    const { event, hear, sent, tap, left, notice, outcome, ports } = reachable({ answer: () => answer })
    for (const name of ['one', 'two', 'three', 'four']) await tap('zhu', name)
    const silent = await notice('1', ['zhu'])
    await tick(ports)
    expect([await outcome(silent, 'zhu'), await left('zhu')]).toEqual(['unsure', 4])
    const success = event('sent', 'zhu', sent('0'))
    await hear(success)
    await hear(success)
    expect([await outcome(silent, 'zhu'), await left('zhu')]).toEqual(['sent', 3])
    answer = 'sent'
    const plain = await notice('2', ['zhu'])
    await tick(ports)
    await hear(event('sent', 'zhu', sent(0)))
    expect([await outcome(plain, 'zhu'), await left('zhu')]).toEqual(['sent', 2])
  })
  test('WeChat’s word that overtakes the sweep stands', async () => {
    const village = reachable({ answer: () => 'sent' })
    const { event, hear, sent, tap, notice, outcome, ports, left } = village
    await tap('zhu', 'one')
    const id = await notice('1', ['zhu'])
    await tick({
      ...ports,
      push: {
        ...ports.push!,
        send: async () => {
          await hear(event('sent', 'zhu', sent('43101')))
          return 'sent'
        },
      },
    })
    expect([await outcome(id, 'zhu'), await left('zhu')]).toEqual(['no-quota', 0])
  })
  test('about something never sent is nothing', async () => {
    const { event, hear, sent, tap, consent } = reachable()
    await tap('zhu', 'one')
    for (const list of [sent('43101'), sent(0), sent({}), sent('x'), { TemplateId: 'another', ErrorCode: '43101' }, undefined])
      await hear(event('sent', 'zhu', list))
    expect(await consent('zhu')).toMatchObject({ left: 1, learned: null })
  })
})
