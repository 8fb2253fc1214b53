import { randomBytes, randomInt } from 'node:crypto'
import type { Chance } from '../ports'

export const chance: Chance = { id: () => randomBytes(16).toString('hex'), below: n => randomInt(n) }
