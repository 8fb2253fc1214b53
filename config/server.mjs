import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

export const root = path.resolve(import.meta.dirname, '..')
export const serverBundle = path.join(root, 'dist', 'local', 'main.mjs')

/** The local and self-hosted server as one file. The two databases' drivers stay outside: one of them is a binary. */
export async function buildServer() {
  await rm(path.dirname(serverBundle), { recursive: true, force: true })
  await build({
    entryPoints: [path.join(root, 'cloudfunctions/local/main.ts')],
    outfile: serverBundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['libsql', 'pg'],
    alias: { '@': path.join(root, 'src') },
    sourcemap: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  })
}
