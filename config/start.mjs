import { createServer } from 'node:net'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { freshPages } from './pages.mjs'
import { freshServer, serve } from './serve.mjs'
import { root } from './server.mjs'

// `npm start`: a village to try on this machine. Builds what is missing or older than its sources, then serves the demo village.
const port = Number(process.env.PORT ?? 10086)

try {
  await portIsFree()
  if (process.argv.includes('--fresh')) await startOver()
  await freshPages()
  await freshServer()
  process.env.DEMO = '1'
  // With DATABASE_URL set, the demo village would be loaded into somebody's real database.
  delete process.env.DATABASE_URL
  delete process.env.ORG_ID
  await serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Asked before minutes of building, so that a taken port is said at once. */
function portIsFree() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(
        new Error(`端口 ${port} 已被占用，换一个：PORT=10087 npm start · port ${port} is taken, choose another: PORT=10087 npm start`),
      ),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}

/** Removes what `npm start` itself put into the data folder, and nothing else that may lie there. */
async function startOver() {
  const data = path.resolve(root, process.env.DATA_DIR || '.data')
  for (const name of ['village.db', 'village.db-wal', 'village.db-shm', 'clock.json', 'files'])
    await rm(path.join(data, name), { recursive: true, force: true })
  console.log('数据已清空，重新开始。Starting over with a new village.')
}
