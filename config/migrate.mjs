import path from 'node:path'
import { build } from 'esbuild'
import { root } from './server.mjs'

// `npm run -s migrate -- --from X --to Y`: the databases' drivers stay outside the bundle, one of them is a binary.
const bundle = path.join(root, 'dist', 'local', 'migrate.mjs')
await build({
  entryPoints: [path.join(root, 'cloudfunctions/local/migrate/main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: ['libsql', 'pg'],
  alias: { '@': path.join(root, 'src') },
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
})
const { main } = await import(bundle)
process.exitCode = await main(process.argv.slice(2), line => console.log(line))
