import { describe, expect, test } from 'vitest'
import { isRestDay } from './rest-days'

describe('rest days', () => {
  test('National Day is free, and the Saturday worked for it is not', () => {
    expect(isRestDay('2026-10-01')).toBe(true)
    expect(isRestDay('2026-10-07')).toBe(true)
    expect(isRestDay('2026-10-10')).toBe(false)
    expect(isRestDay('2026-10-17')).toBe(true)
    expect(isRestDay('2026-11-24')).toBe(false)
  })
  test('a year nobody has arranged yet still knows its weekends and the days the law frees', () => {
    const free = [
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]
    expect(free.filter(day => !isRestDay(day))).toEqual([])
    expect(isRestDay('2027-07-10')).toBe(true)
    expect(isRestDay('2027-07-09')).toBe(false)
  })
})
