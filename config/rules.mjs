import path from 'node:path'
import { build } from 'esbuild'
import { root } from './server.mjs'

// `npm run -s rules -- FILE.json`: built in memory and run at once, so that it is never older than the rules and disturbs no other
// command's bundle.
const {
  outputFiles: [bundle],
} = await build({
  entryPoints: [path.join(root, 'cloudfunctions/local/rules/main.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  alias: { '@': path.join(root, 'src') },
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
})
const { main } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`)

// npm runs us in the project's folder; a file is meant from where it was typed.
const from = (process.env.npm_lifecycle_event === 'rules' && process.env.INIT_CWD) || process.cwd()
const { code, out, err } = await main(process.argv.slice(2).map(file => path.resolve(from, file)))
process.stderr.write(err)
process.stdout.write(out)
process.exitCode = code
