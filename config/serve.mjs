import path from 'node:path'
import { builtAt, isStale } from './freshness.mjs'
import { buildServer, root, serverBundle } from './server.mjs'

// The server alone. Settings come from the environment: cloudfunctions/local/README.md lists them.
export const serverSources = ['src/domain', 'src/contract', 'cloudfunctions', 'config/server.mjs', 'package-lock.json'].map(place =>
  path.join(root, place),
)

export async function freshServer() {
  if (!(await isStale(serverBundle, serverSources))) return
  console.log('正在构建服务器… Building the server…')
  const begun = new Date()
  await buildServer()
  await builtAt(serverBundle, begun)
}

export async function serve() {
  const { main } = await import(serverBundle)
  await main(root)
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  await freshServer()
  await serve().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
