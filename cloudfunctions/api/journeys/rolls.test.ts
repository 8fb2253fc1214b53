import { describe, expect, test } from 'vitest'
import type { Input } from '@/contract'
import { rollHash, rollPlaceId, unitsAt } from '@/domain/roll/roll'
import { applyImport } from '../../village/roll/apply-import'
import { allRows } from '../../village/ground/all-rows'
import { unitOf } from '../../village/vote/meeting'
import { unitsOfMotion } from '../../village/roll/standing-rolls'
import { day, granted, hour, key, minute, refused, smallVillage } from './small-village'

type Village = ReturnType<typeof smallVillage>
type Row = Input<'roll.rows'>['rows'][number]

const row = (n: number, name: string, group: number, more: Partial<Row> = {}): Row => ({
  row: n,
  name,
  group,
  household: null,
  phone: null,
  code: null,
  adultFrom: null,
  ...more,
})
const inside = async (village: Village, body: 'VRA' | 'VA_HOUSEHOLD' | 'VA_PERSON') =>
  unitsAt(await allRows(village.store, 'rollPlaces', { match: { orgId: 'v1', body } }), village.now())

/** Sends a sheet up to its difference. */
async function send(village: Village, name: string, body: Input<'roll.begin'>['body'], rows: readonly Row[], as = 'committee') {
  const id = key(name)
  granted(await village.as(as)('roll.begin', { key: id, body, rows: rows.length, parts: Math.ceil(rows.length / 500) }))
  for (let part = 0; part * 500 < rows.length; part += 1)
    granted(await village.as(as)('roll.rows', { id, part, rows: rows.slice(part * 500, part * 500 + 500) }))
  return { id, told: granted(await village.as(as)('roll.compare', { id })) }
}

/** The representatives as they stand, by the codes the export prints. */
async function exported(village: Village, body: 'VRA' | 'VA_HOUSEHOLD'): Promise<Row[]> {
  const { people } = granted(await village.as('supervisor')('roll.people', { body }))
  return people.map(({ code, name, group, household }, n) =>
    row(n + 2, name, group, { code, household: body === 'VA_HOUSEHOLD' ? household : null }),
  )
}

async function toDeliberate(village: Village, name: string) {
  const id = key(name)
  granted(
    await village.as('ahua')('topic.raise', {
      id,
      title: '村口到小学的路灯',
      what: '晚上很黑',
      where: '村口到小学',
      affected: '上学的孩子',
      suggestion: '装灯',
      category: 'lighting',
      photoIds: [],
      showName: false,
    }),
  )
  const topic = await village.store.get('topics', id)
  if (!topic) throw new Error('no topic')
  await village.store.put('topics', { ...topic, state: 'deliberating', dossier: { ...topic.dossier, matterClass: 'L2' } })
  return { id, rev: topic.rev }
}
const later = 12 * day
async function putVote(village: Village, name: string, body: 'VRA' | 'VA_HOUSEHOLD' = 'VRA') {
  const { id, rev } = await toDeliberate(village, name)
  const at = village.now()
  const reply = await village.as('moderator')('motion.put', {
    id: key(`m-${name}`),
    topicId: id,
    rev,
    text: '同意装 6 盏灯',
    body,
    form: 'named',
    opensAt: at + later,
    closesAt: at + later + day,
  })
  return { reply, topic: id, id: key(`m-${name}`) }
}
const motionNow = async (village: Village, id: string) => {
  const motion = await village.store.get('motions', id)
  if (!motion) throw new Error('no motion')
  return motion
}

describe('a sheet becomes a roll', () => {
  test('the difference is shown first, another person turns the key, and it holds for everybody at one instant', async () => {
    const village = smallVillage()
    const before = await inside(village, 'VRA')
    const rows = [
      ...(await exported(village, 'VRA')).filter(one => one.code !== 'rep9'),
      row(20, '周记录', 2),
      row(21, '新来的人', 4, { phone: '+8613800138000' }),
    ]
    const { id, told } = await send(village, 'sheet', 'VRA', rows)
    expect(told).toMatchObject({
      wrong: 0,
      added: 2,
      gone: 1,
      changed: 0,
      same: before.length - 1,
      fresh: 1,
      byName: 0,
      size: before.length + 1,
      sizeNow: before.length,
    })
    const seen = granted(await village.as('committee')('roll.changes', { id }))
    expect(seen.lines.map(({ kind, name, how }) => [kind, name, how])).toEqual([
      ['added', '周记录', '按姓名和组'],
      ['added', '新来的人', '村里没有登记过，新加'],
      ['gone', '代表壬', null],
    ])
    granted(await village.as('committee')('roll.submit', { id, reason: '补选后更新' }))
    expect(refused(await village.as('committee')('roll.confirm', { id, agrees: true, note: '' }))).toBe('not-your-role')
    expect(await inside(village, 'VRA')).toEqual(before)
    const { effectiveAt } = granted(await village.as('supervisor')('roll.confirm', { id, agrees: true, note: '' }))
    expect(effectiveAt).toBe(village.now() + 5 * minute)
    // Written, and not yet there: nobody reads half of it, and nothing is frozen meanwhile.
    expect(await inside(village, 'VRA')).toEqual(before)
    expect(refused((await putVote(village, 'too-early')).reply)).toBe('roll-changing')
    await village.until((effectiveAt ?? 0) + 1)
    const after = await inside(village, 'VRA')
    expect(after).toHaveLength(before.length + 1)
    expect(after).toContain('recorder')
    expect(after).not.toContain('rep9')
    const line = granted(await village.as('ahua')('roll.list', {})).rolls.find(one => one.body === 'VRA')
    expect(line).toMatchObject({
      size: after.length,
      by: '李主任（村委会）',
      confirmedBy: '何监委（村务监督委员会）',
      changing: false,
      since: effectiveAt,
    })
    const fresh = (await allRows(village.store, 'people', { match: { orgId: 'v1', name: '新来的人' }, order: { by: 'id' } }))[0]
    expect(fresh).toMatchObject({ group: 4, roles: ['resident', 'representative'], householdId: null })
    const contact = await village.store.get('contacts', fresh?.id ?? '')
    expect(village.ports.vault.open(contact?.phoneSealed ?? '')).toBe('+8613800138000')
    expect((await village.store.get('people', 'rep9'))?.roles).toEqual(['resident', 'villager'])
    expect((await village.store.get('people', 'recorder'))?.roles).toContain('representative')
    // Nothing of the sheet is kept beside the roll.
    expect([...(await allRows(village.store, 'rollParts', {})), ...(await allRows(village.store, 'rollBatches', {}))]).toEqual([])
    expect(JSON.stringify(await allRows(village.store, 'rollImports', {}))).not.toContain('13800138000')
  })

  test('cut off anywhere, it goes on to the same roll, and until then nothing is frozen', async () => {
    const wanted = async (village: Village) => [
      ...(await exported(village, 'VRA')).slice(2),
      ...Array.from({ length: 100 }, (_, n) =>
        row(100 + n, `新人${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${'子丑寅卯辰巳午未申酉'[Math.floor(n / 10)]}`, (n % 12) + 1),
      ),
    ]
    const whole = smallVillage()
    const { id } = await send(whole, 'whole', 'VRA', await wanted(whole))
    granted(await whole.as('committee')('roll.submit', { id, reason: '换届' }))
    granted(await whole.as('supervisor')('roll.confirm', { id, agrees: true, note: '' }))
    await whole.pass(6 * minute)
    const expected = await inside(whole, 'VRA')
    expect(expected.length).toBeGreaterThan(100)
    for (const cutAfter of [0, 1, 2]) {
      const village = smallVillage()
      await send(village, 'whole', 'VRA', await wanted(village))
      granted(await village.as('committee')('roll.submit', { id, reason: '换届' }))
      // The process dies after so many batches.
      const row = await village.store.get('rollImports', id)
      const state = await village.store.get('rolls', 'v1:VRA')
      if (!row || !state) throw new Error('nothing was laid')
      const applying = { ...row, state: 'applying' as const, supervisorId: 'supervisor', effectiveAt: village.now() + 5 * minute }
      await village.store.put('rollImports', applying)
      await village.store.put('rolls', { ...state, waiting: null, applying: id })
      let left = cutAfter
      expect(await applyImport(village.store, applying, () => (left -= 1) >= 0)).toBe(false)
      village.set(village.now() + 20 * minute)
      expect(refused((await putVote(village, 'half')).reply)).toBe('roll-changing')
      expect(refused(await village.as('supervisor')('roll.people', { body: 'VRA' }))).toBe('roll-changing')
      // Two at once, and once more: the same roll.
      await Promise.all([village.pass(minute), applyImport(village.store, applying, () => true)])
      await applyImport(village.store, applying, () => true)
      expect(await inside(village, 'VRA')).toEqual(expected)
      expect((await village.store.get('rolls', 'v1:VRA'))?.hash).toBe(rollHash(expected))
    }
  })

  test('the server believes no sheet: what is wrong in it is said, and nothing is laid', async () => {
    const village = smallVillage()
    const { id, told } = await send(village, 'wrong', 'VA_HOUSEHOLD', [
      row(2, '何阿华', 3, { household: 'h-ahua' }),
      row(3, '梁伯', 3, { household: 'h-ahua' }),
      row(4, '何阿华', 3, { household: 'h-elder' }),
      row(5, '朱大姐', 77, { household: 'h-zhu' }),
      row(6, '何阿华', 3, { household: 'h9', code: 'nobody' }),
    ])
    expect(told.wrong).toBeGreaterThanOrEqual(4)
    expect(told.wrongs.map(({ row: at, says }) => `${at}${says}`).join('\n')).toMatch(
      /这一户有两个户代表[\s\S]*村里没有这个组[\s\S]*村里没有这个名册编号/,
    )
    expect(told.wrongs.some(({ row: at, says }) => at === 4 && says.includes('代表了两户'))).toBe(true)
    expect(refused(await village.as('committee')('roll.submit', { id, reason: '更新' }))).toBe('no-such-proposal')
    expect(await allRows(village.store, 'rollBatches', {})).toEqual([])
  })

  test('a sheet sent in part is no sheet; another person cannot go on with it; a resident sends none', async () => {
    const village = smallVillage()
    granted(await village.as('committee')('roll.begin', { key: key('part'), body: 'VRA', rows: 600, parts: 2 }))
    granted(
      await village.as('committee')('roll.rows', {
        id: key('part'),
        part: 0,
        rows: Array.from({ length: 500 }, (_, n) => row(n + 2, '某某', 1)),
      }),
    )
    expect(refused(await village.as('committee')('roll.compare', { id: key('part') }))).toBe('roll-incomplete')
    expect(refused(await village.as('moderator')('roll.rows', { id: key('part'), part: 1, rows: [row(700, '某某', 1)] }))).toBe(
      'no-such-proposal',
    )
    expect(refused(await village.as('res1')('roll.begin', { key: key('mine'), body: 'VRA', rows: 1, parts: 1 }))).toBe('not-your-role')
    // The committee keeps no roll of the collective's: another legal person.
    expect(refused(await village.as('committee')('roll.begin', { key: key('cma'), body: 'CMA', rows: 1, parts: 1 }))).toBe('not-your-role')
    expect(refused(await village.as('committee')('roll.begin', { key: key('poll'), body: 'POLL', rows: 1, parts: 1 }))).toBe(
      'not-your-role',
    )
  })

  test('one sheet waits at a time; refused it changes nothing; compared with an older roll it does not hold', async () => {
    const village = smallVillage()
    const rows = (await exported(village, 'VRA')).slice(1)
    const first = await send(village, 'first', 'VRA', rows)
    const second = await send(village, 'second', 'VRA', rows.slice(1))
    granted(await village.as('committee')('roll.submit', { id: first.id, reason: '一' }))
    expect(refused(await village.as('committee')('roll.submit', { id: second.id, reason: '二' }))).toBe('proposal-waiting')
    granted(await village.as('supervisor')('roll.confirm', { id: first.id, agrees: false, note: '少了一位' }))
    granted(await village.as('committee')('roll.submit', { id: second.id, reason: '二' }))
    granted(await village.as('supervisor')('roll.confirm', { id: second.id, agrees: true, note: '' }))
    await village.pass(6 * minute)
    const third = await send(village, 'third', 'VRA', rows)
    expect(third.told).toMatchObject({ added: 1, gone: 0 })
    const same = await send(village, 'same', 'VRA', await exported(village, 'VRA'))
    expect(same.told).toMatchObject({ added: 0, gone: 0, changed: 0 })
    expect(refused(await village.as('committee')('roll.submit', { id: same.id, reason: '一样' }))).toBe('same-as-now')
    const lines = granted(await village.as('committee')('roll.list', {})).history.map(({ state, note }) => [state, note])
    expect(lines).toContainEqual(['declined', '少了一位'])
  })

  test('who is not sure who it is, is not guessed: namesakes need a code, and a person known by the name alone is said so', async () => {
    const village = smallVillage()
    await village.store.put('people', {
      id: 'twin',
      orgId: 'v1',
      name: '周记录',
      roles: ['resident', 'villager'],
      group: 9,
      householdId: null,
    })
    const unsure = await send(village, 'unsure', 'VRA', [row(2, '周记录', 5)])
    expect(unsure.told.wrongs[0]?.says).toMatch(/第 2 行.*几位同名/)
    const alone = await send(village, 'alone', 'VRA', [row(2, '朱大姐', 11)])
    expect(alone.told).toMatchObject({ wrong: 0, byName: 1, fresh: 0 })
    expect(granted(await village.as('committee')('roll.changes', { id: alone.id })).lines[0]).toMatchObject({
      name: '朱大姐',
      doubtful: true,
    })
    const other = await send(village, 'other', 'VRA', [row(2, '朱大姐', 5, { code: 'recorder' })])
    expect(other.told.wrongs[0]?.says).toContain('这个编号是另一个人的')
  })
})

describe('a frozen roll', () => {
  test('never shrinks when people leave, die or close their accounts', async () => {
    const village = smallVillage()
    const vote = await putVote(village, 'frozen')
    granted(vote.reply)
    const frozen = await motionNow(village, vote.id)
    const units = await unitsOfMotion(village.store, frozen)
    expect([units.length, rollHash(units)]).toEqual([frozen.rollSize, frozen.rollHash])
    expect(units).toEqual([...units].sort())
    // Five leave by the next sheet (two have died), one closes the account, one comes back by a third sheet.
    const rows = await exported(village, 'VRA')
    for (const [name, some] of [
      ['leave', rows.filter(one => !['rep1', 'rep2', 'rep3', 'rep4', 'rep5'].includes(one.code ?? ''))],
      ['back', rows.filter(one => one.code !== 'rep2')],
    ] as const) {
      const { id } = await send(village, name, 'VRA', some)
      granted(await village.as('committee')('roll.submit', { id, reason: '变动' }))
      granted(await village.as('supervisor')('roll.confirm', { id, agrees: true, note: '' }))
      await village.pass(6 * minute)
    }
    granted(await village.as('rep6')('data.close', { sure: '注销' }))
    await village.pass(hour)
    expect(await unitsOfMotion(village.store, frozen)).toEqual(units)
    expect(await motionNow(village, vote.id)).toMatchObject({ rollSize: frozen.rollSize, rollHash: frozen.rollHash })
    // Whoever left since still votes, and whoever came back as well.
    await village.until(frozen.opensAt + 1)
    granted(await village.as('rep2')('ballot.cast', { motionId: vote.id, choice: 'for' }))
    granted(await village.as('rep1')('ballot.cast', { motionId: vote.id, choice: 'for' }))
    await village.until(frozen.closesAt + 1)
    expect((await motionNow(village, vote.id)).rollSize).toBe(frozen.rollSize)
  })
})

describe('an entry is disputed', () => {
  const decide = async (village: Village, id: string, grants: boolean) => {
    expect(granted(await village.as('committee')('roll.decide', { id, grants, words: '查过了' }))).toEqual({ outcome: null })
    return granted(await village.as('supervisor')('roll.decide', { id, grants, words: '同意' })).outcome
  }

  test('missed out, said within five days, decided by two: the vote not yet opened counts one more, and its journal says so', async () => {
    const village = smallVillage()
    const vote = await putVote(village, 'missing')
    granted(vote.reply)
    const before = await motionNow(village, vote.id)
    expect(refused(await village.as('res1')('roll.dispute', { key: key('d0'), body: 'VA_PERSON', kind: 'missing', words: '漏了我' }))).toBe(
      'roll-window-closed',
    )
    granted(await village.as('res1')('roll.dispute', { key: key('d1'), body: 'VRA', kind: 'missing', words: '我去年补选上的' }))
    expect(refused(await village.as('res1')('roll.decide', { id: key('d1'), grants: true, words: '是我' }))).toBe('own-case')
    expect(refused(await village.as('supervisor')('roll.decide', { id: key('d1'), grants: true, words: '先来' }))).toBe('not-your-role')
    expect(await decide(village, key('d1'), true)).toBe('granted')
    const after = await motionNow(village, vote.id)
    expect(after).toMatchObject({ rollSize: before.rollSize + 1, amended: vote.id })
    const units = await unitsOfMotion(village.store, after)
    expect([rollHash(units), units.includes('res1')]).toEqual([after.rollHash, true])
    const entry = (await allRows(village.store, 'journal', { match: { topicId: vote.topic }, order: { by: 'n' } })).at(-1)
    expect(entry).toMatchObject({ step: 'roll_amended' })
    expect(entry?.said).toMatch(new RegExp(`应到从 ${before.rollSize} 变成 ${after.rollSize}`))
    const told = granted(await village.as('res1')('message.list', {})).messages.find(one => one.title.includes('名册'))
    expect(told?.body).toContain('已经照您说的改了')
    // Everybody reads that there was one, and nobody's name.
    const published = granted(await village.as('elder')('roll.list', {})).disputes
    expect(published).toMatchObject({ open: 0, granted: 1, declined: 0, decided: [{ kind: 'missing', outcome: 'granted' }] })
    expect(JSON.stringify(published)).not.toContain('村民1')
    await village.until(after.opensAt + 1)
    granted(await village.as('res1')('ballot.cast', { motionId: vote.id, choice: 'against' }))
    await village.until(after.closesAt + hour)
    expect(await motionNow(village, vote.id)).toMatchObject({ rollSize: before.rollSize + 1, result: { against: 1 } })
  })

  test('who should not be on it goes off the vote that waits; the one that is open keeps its roll', async () => {
    const village = smallVillage()
    const early = await putVote(village, 'early')
    granted(early.reply)
    await village.pass(8 * day)
    const late = await putVote(village, 'late')
    granted(late.reply)
    await village.pass(4 * day + hour)
    const [open, waiting] = [await motionNow(village, early.id), await motionNow(village, late.id)]
    expect(open.opensAt).toBeLessThan(village.now())
    granted(await village.as('rep1')('roll.dispute', { key: key('d2'), body: 'VRA', kind: 'not-entitled', words: '我已经辞了' }))
    expect(await decide(village, key('d2'), true)).toBe('granted')
    expect(await motionNow(village, early.id)).toMatchObject({ rollSize: open.rollSize, rollHash: open.rollHash })
    expect(await motionNow(village, late.id)).toMatchObject({ rollSize: waiting.rollSize - 1 })
    granted(await village.as('rep1')('ballot.cast', { motionId: early.id, choice: 'for' }))
    await village.until(waiting.opensAt + 1)
    expect(refused(await village.as('rep1')('ballot.cast', { motionId: late.id, choice: 'for' }))).toBe('not-on-roll')
  })

  test('five days, and not one more; never past the opening; declined, nothing changes', async () => {
    const village = smallVillage()
    const vote = await putVote(village, 'days')
    granted(vote.reply)
    const before = await motionNow(village, vote.id)
    granted(await village.as('res2')('roll.dispute', { key: key('d3'), body: 'VRA', kind: 'missing', words: '我也是代表' }))
    const mine = granted(await village.as('res2')('roll.mine', {}))
    expect(mine.entries.find(one => one.body === 'VRA')).toMatchObject({ on: false, until: Date.parse('2026-03-08T00:00:00+08:00') })
    expect(mine.disputes[0]).toMatchObject({
      kind: 'missing',
      outcome: null,
      dueAt: Date.parse('2026-03-06T00:00:00+08:00'),
      overdue: false,
    })
    expect(await decide(village, key('d3'), false)).toBe('declined')
    expect(await motionNow(village, vote.id)).toEqual(before)
    await village.until(Date.parse('2026-03-08T00:00:00+08:00'))
    expect(refused(await village.as('res3')('roll.dispute', { key: key('d4'), body: 'VRA', kind: 'missing', words: '还有我' }))).toBe(
      'roll-window-closed',
    )
  })

  test('where the two do not agree nothing is decided, and the first decides anew', async () => {
    const village = smallVillage()
    granted((await putVote(village, 'two')).reply)
    granted(await village.as('res2')('roll.dispute', { key: key('d5'), body: 'VRA', kind: 'missing', words: '我也是代表' }))
    granted(await village.as('committee')('roll.decide', { id: key('d5'), grants: true, words: '是的' }))
    expect(granted(await village.as('supervisor')('roll.decide', { id: key('d5'), grants: false, words: '选举记录里没有' })).outcome).toBe(
      null,
    )
    const [line] = granted(await village.as('committee')('roll.disputes', {})).waiting
    expect(line).toMatchObject({ first: null, disagreed: '选举记录里没有', may: 'first' })
    expect(await decide(village, key('d5'), false)).toBe('declined')
  })
})

describe('a household is represented by another', () => {
  test('who represents it hands over before the vote opens; the household counts once, and the new one votes', async () => {
    const village = smallVillage()
    await village.store.put('people', {
      id: 'son',
      orgId: 'v1',
      name: '何小华',
      roles: ['resident', 'villager'],
      group: 3,
      householdId: 'h-ahua',
    })
    await village.store.put('accounts', { id: 'o-son', orgId: 'v1', personId: 'son' })
    const vote = await putVote(village, 'household', 'VA_HOUSEHOLD')
    granted(vote.reply)
    const before = await motionNow(village, vote.id)
    expect(granted(await village.as('ahua')('roll.mine', {})).entries.find(one => one.body === 'VA_HOUSEHOLD')?.household).toEqual({
      representative: '何阿华',
      mayHandOver: true,
      members: [{ id: 'son', name: '何小华' }],
    })
    expect(refused(await village.as('son')('roll.represent', { personId: 'son', note: '' }))).toBe('not-your-role')
    expect(refused(await village.as('elder')('roll.represent', { personId: 'son', note: '' }))).toBe('not-your-role')
    granted(await village.as('ahua')('roll.represent', { personId: 'son', note: '' }))
    expect(await motionNow(village, vote.id)).toMatchObject({ rollSize: before.rollSize, rollHash: before.rollHash, amended: vote.id })
    await village.until(before.opensAt + 1)
    expect(refused(await village.as('ahua')('ballot.cast', { motionId: vote.id, choice: 'for' }))).toBe('not-on-roll')
    granted(await village.as('son')('ballot.cast', { motionId: vote.id, choice: 'for' }))
    // Once it is open, the one of the frozen roll stands; the next vote has the other.
    granted(await village.as('moderator')('roll.represent', { personId: 'ahua', note: '书面换人，存在村委会柜子' }))
    granted(await village.as('son')('ballot.cast', { motionId: vote.id, choice: 'against' }))
    expect((await village.store.get('rollPlaces', rollPlaceId('v1', 'VA_HOUSEHOLD', 'ahua')))?.earlier).toHaveLength(1)
  })
})

test('who stood for a household when the roll was frozen is found there, even standing for another one now', async () => {
  const village = smallVillage()
  const vote = await putVote(village, 'moved', 'VA_HOUSEHOLD')
  granted(vote.reply)
  const rows = (await exported(village, 'VA_HOUSEHOLD')).map(one => (one.code === 'zhu' ? { ...one, household: 'h-new' } : one))
  const { id, told } = await send(village, 'moves', 'VA_HOUSEHOLD', rows)
  expect(told).toMatchObject({ wrong: 0, added: 1, changed: 0, gone: 1, size: 3, sizeNow: 3 })
  granted(await village.as('committee')('roll.submit', { id, reason: '分户' }))
  granted(await village.as('supervisor')('roll.confirm', { id, agrees: true, note: '' }))
  await village.pass(6 * minute)
  const frozen = await motionNow(village, vote.id)
  expect((await unitOf(village.store, frozen, 'h-zhu'))?.person.id).toBe('zhu')
  expect(await unitOf(village.store, frozen, 'v1-h-new')).toBe(undefined)
  await village.until(frozen.opensAt + 1)
  granted(await village.as('zhu')('ballot.cast', { motionId: vote.id, choice: 'for' }))
  expect(await village.store.get('ballots', `${vote.id}:h-zhu`)).toMatchObject({ voterId: 'zhu' })
})

describe('who reads the names', () => {
  test('a supervisor all, with codes; a representative the own group; a resident none, her group during disputes', async () => {
    const village = smallVillage()
    const all12 = granted(await village.as('supervisor')('roll.people', { body: 'VRA' }))
    expect([all12.whole, all12.people.length, all12.people[0]?.code === null]).toEqual([true, 10, false])
    const group = granted(await village.as('rep3')('roll.people', { body: 'VRA' }))
    expect(group).toMatchObject({ whole: false, people: [{ name: '代表丙', code: null, household: null }] })
    expect(refused(await village.as('ahua')('roll.people', { body: 'VA_HOUSEHOLD' }))).toBe('not-your-role')
    granted((await putVote(village, 'window', 'VA_HOUSEHOLD')).reply)
    expect(
      granted(await village.as('ahua')('roll.people', { body: 'VA_HOUSEHOLD' }))
        .people.map(({ name }) => name)
        .sort(),
    ).toEqual(['何阿华', '梁伯'].sort())
    expect(refused(await village.as('res1')('roll.people', { body: 'VA_HOUSEHOLD' }))).toBe('not-your-role')
    expect(refused(await village.as('town')('roll.people', { body: 'VRA' }))).toBe('not-your-role')
  })
})
