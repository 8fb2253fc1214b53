import { readFile, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import path from 'node:path'

/**
 * The village's secret: as its settings say, else one drawn at the first start and kept in the data folder, readable by the server's user
 * alone.
 */
export async function vaultKey(given: string | undefined, dataDir: string): Promise<string> {
  if (given) return given
  const file = path.join(dataDir, 'vault.key')
  // `wx`: of two servers that start at once one draws, both read the same.
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch((fault: unknown) => {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  })
  return readFile(file, 'utf8')
}
