import { expect, test } from 'vitest'
import { operations, subjects } from '@/contract'
import { page } from './page'

test('every operation belongs to one subject', () => {
  const names = Object.values(subjects).flatMap(rows => Object.keys(rows))
  expect([...names].sort()).toEqual(Object.keys(operations).sort())
})

/** Where this fails the contract was changed: `npm run operations` writes the page anew. */
test('the page of all operations says what the contract says', async () => {
  await expect(page()).toMatchFileSnapshot('../../src/contract/OPERATIONS.md')
})
