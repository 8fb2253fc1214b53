import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperBallots } from '../ballot/ballots'
import { boxOf, byChannelWords, foundInAll, paperWords, reconcile, type Urn } from './reconcile'

/** 37 took part: 10 by phone, 5 on the device, 20 were given paper and two more for spoiled ones, 2 left without voting. */
const urn: Urn = { present: 37, taken: { phone: 10, hall: 5, paper: 20, proxy: 0 }, cast: 15, box: 19, spoiled: 2 }

describe('the sum before a count is final', () => {
  test('a paper ballot that is missing and a unit without a ballot are unreturned', () => {
    expect(reconcile(urn)).toEqual({
      present: 37,
      fault: null,
      unreturned: 3,
      byChannel: { phone: 10, hall: 5, paper: 20 },
      paper: { issued: 22, spoiled: 2, found: 19 },
    })
  })
  test.each([
    ['one paper ballot too many voids it', { box: 21 }, 'void'],
    ['a spoiled one put in beside its replacement is one too many', { box: 22 }, 'void'],
    ['every paper ballot in the box is in order', { box: 20 }, null],
    ['a ballot without its unit’s row is a fault of the records', { cast: 16 }, 'sum-wrong'],
    ['a row without its ballot is one too', { cast: 14 }, 'sum-wrong'],
    ['so is a unit that voted and is not counted as there', { present: 34 }, 'sum-wrong'],
  ] as const)('%s', (_, change, fault) => {
    expect(reconcile({ ...urn, ...change }).fault).toBe(fault)
  })

  test('wherever it holds, what came back and what did not are everybody who took part', () => {
    const n = fc.nat(50)
    fc.assert(
      fc.property(n, n, n, n, n, n, n, (phone, hall, paper, proxy, missing, idle, spoiled) => {
        const box = Math.max(0, paper - missing),
          taken = { phone, hall, paper, proxy }
        const sum = reconcile({ present: phone + hall + paper + proxy + idle, taken, cast: phone + hall + proxy, box, spoiled })
        expect(sum.fault).toBeNull()
        expect(phone + hall + proxy + box + sum.unreturned).toBe(sum.present)
        expect(sum.paper.issued - sum.paper.spoiled - sum.paper.found).toBe(paper - box)
      }),
    )
  })
  test('it is said in words, with every number', () => {
    expect(byChannelWords(reconcile(urn), '户')).toBe('参加 37 户：手机 10，会场平板 5，纸质票 20，到了没有投的 2')
    expect(paperWords(reconcile(urn).paper)).toBe('纸质票发出 22 张，作废换发 2 张，票箱里 19 张，没有交回 1 张')
    expect(paperWords({ issued: 3, spoiled: 1, found: 4 })).toContain('多出 2 张')
  })
})

test('the ballots of a box are the same however often they are made, each once, and their places say nothing of what they say', () => {
  const box = boxOf([
      { for: 20, invalid: 2 },
      { for: 1, against: 17 },
    ]),
    motion = { id: 'm', orgId: 'v1' }
  const ballots = paperBallots(motion, 'seed', box)
  expect(paperBallots(motion, 'seed', { invalid: 2, against: 17, for: 21 })).toEqual(ballots)
  expect([ballots.length, new Set(ballots.map(({ id }) => id)).size, foundInAll(box)]).toEqual([40, 40, 40])
  const inOrder = [...ballots].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ choice }) => choice)
  expect(inOrder).not.toEqual([...inOrder].sort())
  expect(paperBallots(motion, 'another', box).map(({ id }) => id)).not.toContain(ballots[0]?.id)
})
