import { readFile } from 'node:fs/promises'
import { verifyRecord } from '@/domain/vote/record/verify'

const usage = '用法 usage: npm run -s verify -- FILE.json'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Checks a published voting record: one line where all of it holds, else the first thing that does not. */
export async function main(args: readonly string[]): Promise<Said> {
  const [file] = args
  if (file === undefined || args.length > 1) return failed(usage)
  try {
    const record: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
    const verified = verifyRecord(record)
    return verified.ok ? { code: 0, out: `✓ ${verified.line}\n`, err: '' } : failed(verified.fault)
  } catch (error) {
    return failed(`${file}：${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

const failed = (line: string): Said => ({ code: 1, out: '', err: `✗ ${line.replaceAll(/\s+/g, ' ')}\n` })
