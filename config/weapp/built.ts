import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The mini-program as `npm run build:weapp` leaves it. */
export const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))
if (!existsSync(`${dist}/app.json`)) throw new Error('dist/weapp is missing: npm run build:weapp')
