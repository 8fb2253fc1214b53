import { readFile } from 'node:fs/promises'
import { isRestDay } from '../../adapters/rest-days'
import { judgeItem } from './judge-item'

const usage = '用法 usage: npm run -s rules -- FILE.json'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/**
 * Judges a file of votes, legal days, petitions and bodies: one answer an item, in their order. A file that is no array of items is one
 * line of complaint.
 */
export async function main(args: readonly string[]): Promise<Said> {
  const [file] = args
  if (file === undefined || args.length > 1) return failed(usage)
  try {
    const items: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
    if (!Array.isArray(items)) return failed(`${file}：里面不是数组 not an array`)
    const answers = items.map(item => JSON.stringify(judgeItem(item, isRestDay)))
    return { code: 0, out: answers.length === 0 ? '[]\n' : `[\n${answers.join(',\n')}\n]\n`, err: '' }
  } catch (error) {
    return failed(`${file}：${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

const failed = (line: string): Said => ({ code: 1, out: '', err: `✗ ${line.replaceAll(/\s+/g, ' ')}\n` })
