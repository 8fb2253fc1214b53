import { expect, test } from 'vitest'
import { vaultFrom, vaultOf } from './vault'

const vault = vaultOf('a secret of the village, long enough')

test('the same number has the same mark under one secret and another under another, and the mark does not hold it', () => {
  expect(vault.mark('+8613800001234')).toBe(vaultOf('a secret of the village, long enough').mark('+8613800001234'))
  expect(vault.mark('+8613800001234')).not.toBe(vaultOf('another village’s secret, long enough').mark('+8613800001234'))
  expect(vault.mark('+8613800001234')).toMatch(/^[0-9a-f]{64}$/)
})

test('what is sealed opens, twice sealed looks different, and a changed letter does not open', () => {
  const sealed = vault.seal('+8613800001234')
  expect(vault.open(sealed)).toBe('+8613800001234')
  expect(vault.seal('+8613800001234')).not.toBe(sealed)
  const bytes = Buffer.from(sealed, 'base64url')
  for (const at of [0, 12, bytes.length - 1]) {
    const bent = Buffer.from(bytes)
    bent[at]! ^= 1
    expect(() => vault.open(bent.toString('base64url'))).toThrow()
  }
  expect(() => vaultOf('another village’s secret, long enough').open(sealed)).toThrow()
})

test('without a secret nothing is marked, and a short one is no secret', () => {
  expect(() => vaultFrom(undefined).mark('x')).toThrow('VAULT_KEY')
  expect(() => vaultFrom('short').seal('x')).toThrow('VAULT_KEY')
})
