import { spawn } from 'node:child_process'
import path from 'node:path'
import { build } from 'esbuild'
import { isStale } from '../freshness.mjs'
import { freshPages } from '../pages.mjs'
import { freshServer, serverSources } from '../serve.mjs'
import { root } from '../server.mjs'

// `npm run -s bench`: every figure as one JSON object on stdout, everything else on stderr. `-- NAME` runs one bench, or the bench of one
// figure.
console.log = console.error

const outfile = path.join(root, 'dist', 'bench', 'figures.mjs')
await build({
  entryPoints: [path.join(root, 'config/bench/figures.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  external: [
    'esbuild',
    'eslint',
    'typescript',
    'typescript-eslint',
    'libsql',
    'pg',
    'playwright-core',
    'wx-server-sdk',
    'bson',
    'mingo',
    'protobufjs',
  ],
  alias: { '@': path.join(root, 'src') },
  sourcemap: 'inline',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
})
const { measure } = await import(outfile)
const figures = await measure(process.argv[2], { root, pages: freshPages, server: freshServer, functions: freshFunctions })
// Exits by itself: a bench may have left a connection open, which would keep the process from ending.
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`, () => process.exit(0))

async function freshFunctions() {
  const sources = [...serverSources, path.join(root, 'config/cloud.mjs'), path.join(root, 'config/cloud-ballast.mjs')]
  const stale = await Promise.all(
    ['api', 'tick', 'callback'].map(name => isStale(path.join(root, 'dist/cloudfunctions', name, 'index.js'), sources)),
  )
  if (!stale.includes(true)) return
  console.error('building the cloud functions…')
  await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'config/cloud.mjs'), path.join(root, 'config/cloud-ballast.mjs')], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`config/cloud.mjs ended with ${code}`))))
  })
}
