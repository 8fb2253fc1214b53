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
  // A village to try never fills somebody's real database.
  delete process.env.DATABASE_URL
  delete process.env.ORG_ID
  await serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Before minutes of building, not after. */
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

/** Only what we put there ourselves. */
async function startOver() {
  const data = path.resolve(root, process.env.DATA_DIR || '.data')
  for (const name of ['village.db', 'village.db-wal', 'village.db-shm', 'clock.json', 'files'])
    await rm(path.join(data, name), { recursive: true, force: true })
  console.log('数据已清空，重新开始。Starting over with a new village.')
}
