import { afterEach, expect, test } from 'vitest'
import type { Ballot } from '@/domain/vote/ballot/ballots'
import type { Comment } from '@/domain/talk/discussion'
import type { Motion } from '@/domain/vote/motions'
import type { Dispatch } from '@/domain/notice/dispatches'
import type { Message, Notice } from '@/domain/notice/notices'
import type { CodeTries } from '@/domain/session/sessions'
import type { Topic } from '@/domain/topic/topic'
import type { Support } from '../tables'
import { KeyTaken, type Query, type Row, type Store, type Table } from '../ports'

/** What every store must do; each adapter's test calls it. `fresh` gives an empty store. */
export function storeContract(fresh: () => Promise<Store>): void {
  let open: Store[] = []
  async function store(): Promise<Store> {
    const one = await fresh()
    open.push(one)
    return one
  }
  async function storeWith<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<Store> {
    const one = await store()
    await one.commit(async tx => {
      for (const row of rows) await tx.insert(table, row)
    })
    return one
  }
  afterEach(async () => {
    for (const one of open) await one.close()
    open = []
  })

  test('what is committed is there, whole', async () => {
    const village = await store()
    const words = 'α 路灯🏮 𠮷田塱村 "引号" \\u0000 \n 换行'
    const row: Comment = { ...comment('c1', 7), text: words }
    await village.commit(tx => tx.insert('comments', row))
    expect(await village.get('comments', 'c1')).toEqual(row)
    expect(await village.get('comments', 'c2')).toBeUndefined()
    expect(JSON.stringify(await village.get('comments', 'c1'))).toBe(JSON.stringify(row))
  })

  test('work that throws leaves nothing behind, and what it threw comes through', async () => {
    const village = await storeWith('ballots', [ballot('a', 'for')])
    const half = new Error('half way')
    await expect(
      village.commit(async tx => {
        await tx.put('ballots', ballot('a', 'against'))
        await tx.insert('ballots', ballot('b', 'for'))
        throw half
      }),
    ).rejects.toBe(half)
    expect(await village.get('ballots', 'm1:a')).toEqual(ballot('a', 'for'))
    expect(await village.get('ballots', 'm1:b')).toBeUndefined()
  })

  test('a key that is taken stays as it was, and nothing else of that commit happens', async () => {
    const village = await storeWith('ballots', [ballot('a', 'for')])
    const again = village.commit(async tx => {
      await tx.insert('ballots', ballot('b', 'for'))
      await tx.insert('ballots', ballot('a', 'against'))
    })
    await expect(again).rejects.toBeInstanceOf(KeyTaken)
    await expect(again).rejects.toMatchObject({ table: 'ballots', id: 'm1:a' })
    expect(await village.get('ballots', 'm1:a')).toEqual(ballot('a', 'for'))
    expect(await village.get('ballots', 'm1:b')).toBeUndefined()
  })

  test('a key that the work itself has seen is taken too', async () => {
    const village = await storeWith('ballots', [ballot('a', 'for')])
    await expect(
      village.commit(async tx => {
        if (await tx.get('ballots', 'm1:a')) await tx.insert('ballots', ballot('a', 'against'))
      }),
    ).rejects.toBeInstanceOf(KeyTaken)
    await expect(
      village.commit(async tx => {
        await tx.insert('ballots', ballot('b', 'for'))
        await tx.insert('ballots', ballot('b', 'against'))
      }),
    ).rejects.toBeInstanceOf(KeyTaken)
    expect(await village.get('ballots', 'm1:b')).toBeUndefined()
  })

  test('a commit sees its own writes, and nobody else sees them before it is done', async () => {
    const village = await storeWith('ballots', [ballot('a', 'for')])
    await village.commit(async tx => {
      await tx.put('ballots', ballot('a', 'against'))
      await tx.insert('ballots', ballot('b', 'for'))
      expect((await tx.get('ballots', 'm1:a'))?.choice).toBe('against')
      expect((await tx.get('ballots', 'm1:b'))?.choice).toBe('for')
      await tx.remove('ballots', 'm1:b')
      expect(await tx.get('ballots', 'm1:b')).toBeUndefined()
      await tx.insert('ballots', ballot('b', 'abstain'))
      expect((await village.get('ballots', 'm1:a'))?.choice).toBe('for')
      expect((await village.list('ballots', { match: { motionId: 'm1' }, limit: 10 })).rows).toHaveLength(1)
    })
    expect((await village.get('ballots', 'm1:a'))?.choice).toBe('against')
    expect((await village.get('ballots', 'm1:b'))?.choice).toBe('abstain')
  })

  test('put writes a row whether or not it was there; remove takes it away whether or not it was', async () => {
    const village = await store()
    await village.put('ballots', ballot('a', 'for'))
    await village.put('ballots', ballot('a', 'against'))
    expect((await village.get('ballots', 'm1:a'))?.choice).toBe('against')
    await village.commit(async tx => {
      await tx.remove('ballots', 'm1:a')
      await tx.remove('ballots', 'm1:nobody')
    })
    expect(await village.get('ballots', 'm1:a')).toBeUndefined()
    expect(await village.count('ballots', { motionId: 'm1' })).toBe(0)
  })

  test('a row changed in memory does not change the row that is kept', async () => {
    const village = await store()
    const photoIds = ['p1']
    const draft = {
      id: 'd1',
      orgId: 'o1',
      ownerId: 'me',
      title: '路灯',
      what: '',
      where: '',
      affected: '',
      suggestion: '',
      category: 'lighting' as const,
      photoIds,
      showName: true,
      savedAt: 1,
    }
    await village.put('drafts', draft)
    photoIds.push('p2')
    const read = await village.get('drafts', 'd1')
    try {
      ;(read?.photoIds as string[]).push('p3')
    } catch {
      /* A frozen row is as good as a copy. */
    }
    expect((await village.get('drafts', 'd1'))?.photoIds).toEqual(['p1'])
  })

  test('a commit that ends in an answer and no writes changes nothing', async () => {
    const village = await storeWith('ballots', [ballot('a', 'for')])
    const answer = await village.commit(async tx => [await tx.get('ballots', 'm1:a'), await tx.get('ballots', 'm1:b')])
    expect(answer).toEqual([ballot('a', 'for'), undefined])
  })

  test('fifty commits at once on two counters lose no step', async () => {
    const village = await storeWith('codeTries', [tries('a', 0), tries('b', 0)])
    const step = (id: string) =>
      village.commit(async tx => {
        const row = await tx.get('codeTries', id)
        await tx.put('codeTries', tries(id, (row?.wrong ?? NaN) + 1))
      })
    await Promise.all(Array.from({ length: 50 }, (_, n) => step(n % 2 ? 'a' : 'b')))
    expect((await village.getMany('codeTries', ['a', 'b'])).map(row => row.wrong)).toEqual([25, 25])
  })

  test('two that each look at what the other writes do not both go through as if alone', async () => {
    const village = await store()
    // Both see a zero and would make theirs a one: after either, the other must see it.
    const raise = (own: string, other: string) =>
      village.commit(async tx => {
        const seen = await tx.get('codeTries', other)
        if (seen?.wrong === 0) await tx.put('codeTries', tries(own, 1))
      })
    for (let round = 0; round < 5; round += 1) {
      const a = `a${round}`,
        b = `b${round}`
      await village.commit(async tx => {
        await tx.insert('codeTries', tries(a, 0))
        await tx.insert('codeTries', tries(b, 0))
      })
      await Promise.all([raise(a, b), raise(b, a)])
      expect((await village.getMany('codeTries', [a, b])).map(row => row.wrong).sort()).toEqual([0, 1])
    }
  })

  test('two that each found the other missing do not both go through as if alone', async () => {
    const village = await store()
    const settle = (own: string, other: string) =>
      village.commit(async tx => {
        if (!(await tx.get('codeTries', other))) await tx.put('codeTries', tries(own, 1))
      })
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([settle(`a${round}`, `b${round}`), settle(`b${round}`, `a${round}`)])
      expect(await village.getMany('codeTries', [`a${round}`, `b${round}`])).toHaveLength(1)
    }
  })

  test('a row that was missing and is put by several at once is built on, not written over', async () => {
    const village = await store()
    await Promise.all(
      Array.from({ length: 20 }, () =>
        village.commit(async tx => {
          const row = await tx.get('codeTries', 'a')
          await tx.put('codeTries', tries('a', (row?.wrong ?? 0) + 1))
        }),
      ),
    )
    expect((await village.get('codeTries', 'a'))?.wrong).toBe(20)
  })

  test('two hundred that insert one key at once are one row', async () => {
    const village = await store()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) =>
        village.commit(async tx => {
          await tx.insert('ballots', { ...ballot('a', 'for'), castAt: n })
          await tx.insert('marks', { id: `m1:${n}`, orgId: 'o1', motionId: 'm1', day: '2026-03-01' })
        }),
      ),
    )
    const refused = outcomes.filter(outcome => outcome.status === 'rejected')
    expect(refused).toHaveLength(199)
    expect(refused.every(({ reason }) => reason instanceof KeyTaken && reason.id === 'm1:a')).toBe(true)
    expect(await village.count('ballots', { motionId: 'm1' })).toBe(1)
    expect(await village.count('marks', { motionId: 'm1' })).toBe(1)
  })

  test('a thousand different rows at once are a thousand rows', async () => {
    const village = await store()
    await Promise.all(Array.from({ length: 1000 }, (_, n) => village.commit(tx => tx.insert('ballots', ballot(String(n), 'for')))))
    expect(await village.count('ballots', { motionId: 'm1' })).toBe(1000)
  })

  test('rows that are missing are put in, those that are there are left as they are, and it says how many it put', async () => {
    const village = await storeWith('messages', [message('m3', 5), message('m7', 7)])
    const rows = Array.from({ length: 250 }, (_, n) => message(`m${n}`, null))
    expect(await village.insertMissing('messages', rows)).toBe(248)
    expect(await village.insertMissing('messages', rows)).toBe(0)
    expect(await village.insertMissing('messages', [])).toBe(0)
    expect(await village.count('messages', { personId: 'me' })).toBe(250)
    expect((await village.getMany('messages', ['m3', 'm4', 'm7'])).map(row => row.readAt)).toEqual([5, null, 7])
  })

  test('two that put in the same missing rows at once leave each row once', async () => {
    const village = await store()
    const rows = Array.from({ length: 300 }, (_, n) => message(`m${n}`, null))
    await Promise.all([village.insertMissing('messages', rows), village.insertMissing('messages', [...rows].reverse())])
    expect(await village.count('messages', { personId: 'me' })).toBe(300)
  })

  test('a row that is too much for one answer beside its like is listed all the same', async () => {
    const long = '议'.repeat(60_000),
      rows = Array.from({ length: 12 }, (_, n) => ({ ...comment(`c${String(n).padStart(2, '0')}`, n), text: long }))
    const village = await store()
    await village.insertMissing('comments', rows)
    const page = await village.list('comments', { match: { topicId: 't1' }, order: { by: 'at' }, limit: 11 })
    expect(page.rows.map(row => row.id)).toEqual(rows.slice(0, 11).map(row => row.id))
    expect(page.next).not.toBeNull()
    expect(
      await village.getMany(
        'comments',
        rows.map(row => row.id),
      ),
    ).toHaveLength(12)
  })

  test('many rows are fetched in the order asked, once each, without the missing', async () => {
    const village = await storeWith(
      'ballots',
      ['a', 'b', 'c'].map(unit => ballot(unit, 'for')),
    )
    expect((await village.getMany('ballots', ['m1:c', 'm1:nobody', 'm1:a', 'm1:c'])).map(row => row.id)).toEqual(['m1:c', 'm1:a'])
    expect(await village.getMany('ballots', [])).toEqual([])
    await expect(
      village.getMany(
        'ballots',
        Array.from({ length: 1001 }, (_, n) => `m1:${n}`),
      ),
    ).rejects.toThrow('1000')
  })

  test('pages in either direction show every row once, ties included', async () => {
    // Three rows to an instant, so pages end in the middle of ties.
    const rows = Array.from({ length: 20 }, (_, n) => support(`s${(n * 7) % 20}`, 1_700_000_000_000 + Math.floor(n / 3)))
    const village = await storeWith('supports', rows)
    const upward = [...rows].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(row => row.id)
    for (const limit of [1, 3, 7, 20, 1000]) {
      expect(await walk(village, 'supports', { match: { topicId: 't1' }, order: { by: 'at' }, limit })).toEqual(upward)
      expect(await walk(village, 'supports', { match: { topicId: 't1' }, order: { by: 'at', descending: true }, limit })).toEqual(
        [...upward].reverse(),
      )
    }
  })

  test('rows that come while somebody turns pages neither repeat nor hide others', async () => {
    const village = await storeWith(
      'supports',
      [10, 20, 30, 40].map(at => support(`s${at}`, at)),
    )
    const query: Query<'supports'> = { match: { topicId: 't1' }, order: { by: 'at', descending: true }, limit: 2 }
    const first = await village.list('supports', query)
    await village.put('supports', support('s50', 50))
    await village.put('supports', support('s25', 25))
    const second = await village.list('supports', { ...query, after: first.next ?? undefined })
    expect([...first.rows, ...second.rows].map(row => row.id)).toEqual(['s40', 's30', 's25', 's20'])
    const third = await village.list('supports', { ...query, after: second.next ?? undefined })
    expect(third).toMatchObject({ rows: [{ id: 's10' }], next: null })
  })

  test('the last page says that it is the last', async () => {
    const village = await storeWith(
      'supports',
      [1, 2].map(at => support(`s${at}`, at)),
    )
    expect((await village.list('supports', { match: { topicId: 't1' }, order: { by: 'at' }, limit: 2 })).next).toBeNull()
    expect(await village.list('supports', { match: { topicId: 'none' }, order: { by: 'at' }, limit: 2 })).toEqual({ rows: [], next: null })
  })

  test('what a row does not have is matched by null: rows from before a field was thought of are found', async () => {
    const village = await storeWith('dispatches', [dispatch('old', 0), dispatch('sms', 0, 'sms'), dispatch('new', 1)])
    const { rows } = await village.list('dispatches', {
      match: { noticeId: 'n1', way: null },
      order: { by: 'n', descending: true },
      limit: 3,
    })
    expect(rows.map(row => row.id)).toEqual(['new', 'old'])
  })
  test('null is matched like any value', async () => {
    const village = await storeWith('motions', [motion('a', null), motion('b', 5), motion('c', null)])
    const open = await village.list('motions', { match: { settledAt: null }, order: { by: 'closesAt' }, limit: 10 })
    expect(open.rows.map(row => row.id)).toEqual(['a', 'c'])
    expect((await village.list('motions', { match: { settledAt: [null, 5] }, order: { by: 'closesAt' }, limit: 10 })).rows).toHaveLength(3)
    expect(await village.count('motions', { orgId: 'o1', settledAt: null })).toBe(2)
  })

  test('true and false are matched', async () => {
    const village = await storeWith('topics', [topic('a', true), topic('b', false), topic('c', true)])
    const waiting = await village.list('topics', { match: { orgId: 'o1', waitsForKey: true }, order: { by: 'activeAt' }, limit: 10 })
    expect(waiting.rows.map(row => row.id)).toEqual(['a', 'c'])
    expect(await village.count('topics', { orgId: 'o1', waitsForKey: [true, false] })).toBe(3)
  })

  test('a number is not its digits', async () => {
    const village = await storeWith('comments', [comment('a', 1), comment('b', 2, 2)])
    expect(await village.count('comments', { topicId: 't1', round: 1 })).toBe(1)
    expect(await village.count('comments', { topicId: 't1', round: '1' as unknown as number })).toBe(0)
  })

  test('numbers come as numbers, whatever their sign and size, and nothing comes before them', async () => {
    const instants = [-1e15, -2.5, -1, 0, 0.5, 2, 10, 1_700_000_000_000, 1_700_000_000_001, 9e15]
    const rows = [...instants].reverse().map((at, n) => message(`m${n}`, at))
    const village = await storeWith('messages', [message('unread', null), ...rows])
    const query: Query<'messages'> = { match: { personId: 'me' }, order: { by: 'readAt' }, limit: 4 }
    const ids = await walk(village, 'messages', query)
    expect((await village.getMany('messages', ids)).map(row => row.readAt)).toEqual([null, ...instants])
    expect(await walk(village, 'messages', { ...query, order: { by: 'readAt', descending: true } })).toEqual([...ids].reverse())
  })

  test('text is in the order of its bytes: capitals, small letters, 中文, full width, and what lies beyond', async () => {
    const units = ['', '0', 'Z', 'a', 'é', '中', '村', '龥', '\uf900', 'ｋ', '😀', '𠮷', '𪚥']
    const village = await storeWith(
      'ballots',
      [...units].reverse().map(unit => ballot(unit, 'for')),
    )
    expect(await walk(village, 'ballots', { match: { motionId: 'm1' }, limit: 3 })).toEqual(units.map(unit => `m1:${unit}`))
    expect(await walk(village, 'ballots', { match: { motionId: 'm1' }, order: { by: 'id', descending: true }, limit: 3 })).toEqual(
      units.map(unit => `m1:${unit}`).reverse(),
    )
    const named = await storeWith(
      'people',
      units.map((unit, n) => ({ id: `p${n}`, orgId: 'o1', name: unit, roles: [], group: 1, householdId: unit })),
    )
    expect(
      (await named.list('people', { match: { orgId: 'o1' }, order: { by: 'householdId' }, limit: 20 })).rows.map(row => row.name),
    ).toEqual(units)
  })

  test('several values in one match come in one order', async () => {
    const boards = ['outcome', 'result', 'vote'] as const
    const rows = Array.from({ length: 30 }, (_, n) => notice(`n${n}`, boards[n % 3] ?? 'none', 100 + Math.floor(n / 2)))
    const village = await storeWith('notices', [...rows, notice('other', 'none', 105)])
    const wanted = rows
      .filter(row => row.board !== 'result')
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      .map(row => row.id)
    for (const limit of [1, 4, 1000]) {
      const query: Query<'notices'> = {
        match: { orgId: 'o1', board: ['vote', 'outcome', 'vote'] },
        order: { by: 'at', descending: true },
        limit,
      }
      expect(await walk(village, 'notices', query)).toEqual(wanted)
    }
    expect(await village.list('notices', { match: { orgId: 'o1', board: [] }, order: { by: 'at' }, limit: 5 })).toEqual({
      rows: [],
      next: null,
    })
    expect(await village.count('notices', { orgId: ['o1', 'o2'], board: ['vote', 'result'] })).toBe(20)
  })

  test('however unevenly rows fall among several values, every page of them is whole and in order', async () => {
    const boards = ['outcome', 'result', 'session', 'vote', 'none'] as const
    // Long stretches of one value, then all by turns, then one by itself: what a page takes of each is now all, now nothing.
    const boardAt = (n: number) => boards[n < 30 ? 3 : n < 36 ? 0 : n < 61 ? n % 5 : n < 70 ? 1 : (n * n) % 5] ?? 'none'
    const rows = Array.from({ length: 90 }, (_, n) => notice(`n${n}`, boardAt(n), 1000 - n))
    const village = await storeWith('notices', rows)
    for (const limit of [1, 3, 8, 20])
      for (const descending of [true, false]) {
        const ids = await walk(village, 'notices', { match: { orgId: 'o1', board: [...boards] }, order: { by: 'at', descending }, limit })
        expect([limit, descending, ids]).toEqual([limit, descending, (descending ? rows : [...rows].reverse()).map(row => row.id)])
      }
  })

  test('bounds include their ends, and leave out what has no value', async () => {
    const rows = [1, 2, 3, 4, 5].map(at => message(`m${at}`, at))
    const village = await storeWith('messages', [...rows, message('unread', null)])
    const between = async (bounds: { from?: number; until?: number }, descending = false) =>
      walk(village, 'messages', { match: { personId: 'me' }, order: { by: 'readAt', descending }, limit: 2, ...bounds })
    expect(await between({ from: 2, until: 4 })).toEqual(['m2', 'm3', 'm4'])
    expect(await between({ until: 2 })).toEqual(['m1', 'm2'])
    expect(await between({ until: 2 }, true)).toEqual(['m2', 'm1'])
    expect(await between({ from: 4 }, true)).toEqual(['m5', 'm4'])
    expect(await between({ from: 3, until: 2 })).toEqual([])
    expect(await walk(village, 'messages', { from: 'm2', until: 'm4', limit: 2 })).toEqual(['m2', 'm3', 'm4'])
  })

  test('a table is walked by id, and rows are picked by id and checked', async () => {
    const village = await storeWith(
      'ballots',
      ['a', 'b', 'c'].map(unit => ballot(unit, 'for')),
    )
    expect(await walk(village, 'ballots', { limit: 2 })).toEqual(['m1:a', 'm1:b', 'm1:c'])
    expect(await walk(village, 'ballots', { match: { id: ['m1:c', 'm1:a'], motionId: 'm1' }, limit: 10 })).toEqual(['m1:a', 'm1:c'])
    expect(await walk(village, 'ballots', { match: { id: ['m1:c', 'm1:a'], motionId: 'm2' }, limit: 10 })).toEqual([])
  })

  test('rows are counted, and counted by value', async () => {
    const village = await storeWith('supports', [...[1, 2, 3].map(n => support(`a${n}`, n, 't1')), support('b1', 1, 't2')])
    expect(await village.count('supports', { topicId: 't1' })).toBe(3)
    expect(await village.count('supports', { topicId: ['t1', 't2', 't3'] })).toBe(4)
    expect(await village.countBy('supports', 'topicId', ['t1', 't2', 't3', 't1'])).toEqual(
      new Map([
        ['t1', 3],
        ['t2', 1],
      ]),
    )
    expect(await village.countBy('supports', 'topicId', [])).toEqual(new Map())
    const nods = await storeWith(
      'reactions',
      ['x', 'y', 'z'].map((person, n) => ({
        id: `c1:${person}`,
        orgId: 'o1',
        topicId: 't1',
        commentId: 'c1',
        personId: person,
        nod: n < 2 ? ('agree' as const) : ('thank' as const),
      })),
    )
    expect(await nods.countBy('reactions', 'commentId', ['c1', 'c2'], { nod: 'agree' })).toEqual(new Map([['c1', 2]]))
  })

  test('a query without an index is refused, so no list grows slow with the years', async () => {
    const village = await store()
    const refused = (query: Query<'topics'>) => expect(village.list('topics', query)).rejects.toThrow(/topics.*index/)
    await refused({ match: { title: '路灯' }, limit: 10 })
    await refused({ match: { orgId: 'o1' }, order: { by: 'title' }, limit: 10 })
    await refused({ match: { orgId: 'o1' }, order: { by: 'dueAt' }, limit: 10 })
    await refused({ match: { category: 'lighting' }, order: { by: 'activeAt' }, limit: 10 })
    await refused({ order: { by: 'activeAt' }, limit: 10 })
    await expect(village.count('topics', { title: '路灯' })).rejects.toThrow(/topics.*index.*title/)
    await expect(village.count('topics', {})).rejects.toThrow(/topics.*index/)
    await expect(village.countBy('topics', 'title', ['路灯'])).rejects.toThrow(/topics.*index/)
  })

  test('a match without a value is refused and never widens the list', async () => {
    const village = await storeWith('supports', [support('a', 1)])
    const match = { topicId: undefined } as unknown as { topicId: string }
    await expect(village.list('supports', { match, order: { by: 'at' }, limit: 10 })).rejects.toThrow('topicId')
    await expect(village.count('supports', match)).rejects.toThrow('topicId')
  })

  test('a page holds one to a thousand rows', async () => {
    const village = await storeWith(
      'ballots',
      Array.from({ length: 1001 }, (_, n) => ballot(String(n), 'for')),
    )
    for (const limit of [0, -1, 1.5, 1001, NaN])
      await expect(village.list('ballots', { match: { motionId: 'm1' }, limit })).rejects.toThrow('1 to 1000')
    const first = await village.list('ballots', { match: { motionId: 'm1' }, limit: 1000 })
    expect(first.rows).toHaveLength(1000)
    expect((await village.list('ballots', { match: { motionId: 'm1' }, limit: 1000, after: first.next ?? undefined })).rows).toHaveLength(1)
  })

  test('a forged or borrowed place in a list shows nothing but rows of that list', async () => {
    const village = await storeWith('supports', [
      ...[1, 2, 3].map(at => support(`a${at}`, at, 't1')),
      ...[1, 2, 3].map(at => support(`b${at}`, at, 't2')),
    ])
    const query: Query<'supports'> = { match: { topicId: 't1' }, order: { by: 'at' }, limit: 5 }
    const borrowed = await village.list('supports', { match: { topicId: 't2' }, order: { by: 'at' }, limit: 1 })
    expect((await village.list('supports', { ...query, after: borrowed.next ?? undefined })).rows.map(row => row.id)).toEqual(['a2', 'a3'])
    const forged = [
      '',
      'zzz',
      '💥',
      Buffer.from('{"id":1}').toString('base64url'),
      Buffer.from('[{},"x"]').toString('base64url'),
      Buffer.from('["\\u0000","\\u0000"]').toString('base64url'),
    ]
    for (const after of forged)
      expect((await village.list('supports', { ...query, after })).rows.map(row => row.id)).toEqual(['a1', 'a2', 'a3'])
    const otherKind = Buffer.from('["text","x"]').toString('base64url')
    expect((await village.list('supports', { ...query, after: otherKind })).rows).toEqual([])
  })

  test('characters that no database keeps are refused in writing and found nowhere in reading', async () => {
    const village = await store()
    for (const bad of ['nul\0', 'half \ud842']) {
      await expect(village.put('comments', { ...comment('c1', 1), text: bad })).rejects.toThrow('comments')
      await expect(village.commit(tx => tx.insert('ballots', ballot(bad, 'for')))).rejects.toThrow('ballots')
      expect(await village.get('ballots', bad)).toBeUndefined()
      expect(await village.getMany('ballots', [bad])).toEqual([])
      expect(await village.count('supports', { topicId: bad })).toBe(0)
      expect((await village.list('supports', { match: { topicId: bad }, order: { by: 'at' }, limit: 1 })).rows).toEqual([])
      expect(
        await village.commit(async tx => {
          await tx.remove('ballots', bad)
          return tx.get('ballots', bad)
        }),
      ).toBeUndefined()
      await village.commit(async tx => {
        expect(await tx.get('ballots', bad)).toBeUndefined()
        await tx.put('ballots', ballot('after', 'for'))
      })
    }
  })

  test('forgetting in which order a vote was cast changes no row of it, nor of any other', async () => {
    const village = await store()
    for (const [n, motionId] of ['m1', 'm1', 'm2', 'm1', 'm2'].entries()) {
      await village.commit(async tx => {
        await tx.insert('marks', { id: `${motionId}:${(n * 3) % 5}`, orgId: 'o1', motionId, day: '2026-03-01' })
        await tx.insert('secretBallots', { id: `${motionId}:${(n * 2) % 5}`, orgId: 'o1', motionId, choice: 'for' })
      })
    }
    const rows = async () => [await village.list('marks', { limit: 10 }), await village.list('secretBallots', { limit: 10 })]
    const before = await rows()
    await village.forgetOrder?.('m1')
    await village.forgetOrder?.('m1')
    await village.forgetOrder?.('m3')
    expect(await rows()).toEqual(before)
    expect([await village.count('marks', { motionId: 'm1' }), await village.count('secretBallots', { motionId: 'm2' })]).toEqual([3, 2])
  })
}

async function walk<T extends Table>(store: Store, table: T, query: Query<T>): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await store.list(table, { ...query, after })
    ids.push(...page.rows.map(row => row.id))
    after = page.next
    if (ids.length > 10_000) throw new Error('These pages do not end')
  }
  return ids
}

// A store knows nothing of a row but its id and what is indexed; the rows here have little else.
const ballot = (unitId: string, choice: Ballot['choice']): Ballot => ({
  id: `m1:${unitId}`,
  orgId: 'o1',
  motionId: 'm1',
  unitId,
  voterId: unitId,
  choice,
  castAt: 1,
})
const support = (id: string, at: number, topicId = 't1'): Support => ({ id, orgId: 'o1', topicId, personId: 'me', at })
const tries = (id: string, wrong: number): CodeTries => ({ id, orgId: 'o1', wrong, since: 1 })
const comment = (id: string, at: number, round = 1) =>
  ({ id, orgId: 'o1', topicId: 't1', round, parentId: null, authorId: 'me', text: '好', at, slot: at }) as Comment
const message = (id: string, readAt: number | null) => ({ id, orgId: 'o1', personId: 'me', readAt }) as Message
const notice = (id: string, board: Notice['board'], at: number) => ({ id, orgId: 'o1', board, at }) as Notice
const dispatch = (id: string, n: number, way?: string) => ({ id, orgId: 'o1', noticeId: 'n1', n, ...(way ? { way } : {}) }) as Dispatch
const motion = (id: string, settledAt: number | null) => ({ id, orgId: 'o1', closesAt: 2, settledAt }) as Motion
const topic = (id: string, waitsForKey: boolean) => ({ id, orgId: 'o1', activeAt: 1, waitsForKey }) as Topic
