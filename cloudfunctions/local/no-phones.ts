import { vaultFrom } from '../adapters/vault'
import type { PhoneNumbers, Ports } from '../ports'

/** A browser has no phone button: who comes by it is told the way to the hall. */
export const noPhoneButton: PhoneNumbers = { of: async () => null }

/** Where no number is ever asked for. */
export const withoutPhones: Pick<Ports, 'phones' | 'vault'> = { phones: noPhoneButton, vault: vaultFrom(undefined) }
