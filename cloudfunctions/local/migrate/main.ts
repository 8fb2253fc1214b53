import { parseArgs } from 'node:util'
import { migrate } from './migrate'
import { filesIn, movePhotos } from './photos'
import { openPlace } from './places'

const usage = '用法 usage: npm run -s migrate -- --from X --to Y [--files-from DIR --files-to DIR]'

/** Moves a village from one store to another. Gives the exit code. */
export async function main(args: readonly string[], say: (line: string) => void): Promise<number> {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ args: [...args], options: { from: text, to: text, 'files-from': text, 'files-to': text }, strict: true })
    const { from, to, 'files-from': filesFrom, 'files-to': filesTo } = values
    if (!from || !to || !filesFrom !== !filesTo) throw new Error(usage)
    const source = await openPlace(from, 'source')
    try {
      const target = await openPlace(to, 'target')
      try {
        const moved = await migrate(source, target, say)
        say(`${moved.length} 张表，${moved.reduce((sum, { rows }) => sum + rows, 0)} 行，两边一样 · tables, rows, alike on both sides`)
        if (filesFrom && filesTo) say(`${await movePhotos(target, filesIn(filesFrom), filesIn(filesTo))} 张照片，两边一样 · photos`)
      } finally {
        await target.close()
      }
    } finally {
      await source.close()
    }
    return 0
  } catch (error) {
    say(`✗ ${error instanceof Error ? error.message : 'failed'}`)
    return 1
  }
}
