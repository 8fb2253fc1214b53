import { vaultFrom } from '../adapters/vault'
import type { PhoneNumbers, Ports } from '../ports'

/** A browser has no phone button: who comes by it is told the way to the hall. */
export const noPhoneButton: PhoneNumbers = { of: async () => null }

/** A host without WeChat: no number is asked for, nothing is sent to a phone, nothing is printed, and time's beat needs no alarm. */
export const withoutPhones: Pick<Ports, 'phones' | 'vault' | 'push' | 'codes' | 'alarm'> = {
  phones: noPhoneButton,
  vault: vaultFrom(undefined),
  push: null,
  codes: { of: () => Promise.reject(new Error('no codes here')) },
  alarm: { wake: async () => undefined },
}
