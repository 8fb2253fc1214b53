import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordFor, secretBallots } from '@/domain/vote/record/record-for-tests'

const root = path.resolve(import.meta.dirname, '../../..')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verify-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}
/** The command as it is typed. */
const verify = (...args: readonly string[]) =>
  new Promise<Ran>(resolve => {
    const child = execFile('npm', ['run', '-s', 'verify', '--', ...args], { cwd: root }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
async function verified(name: string, text: string): Promise<Ran> {
  const file = path.join(folder, name)
  await writeFile(file, text)
  return verify(file)
}

const record = recordFor({ form: 'secret' }, secretBallots(Array.from({ length: 41 }, (_, n) => (n % 3 === 0 ? 'against' : 'for'))))

test('a record that holds is one line and exit 0; it says the code to compare with the board', async () => {
  const { code, out, err } = await verified('good.json', `\uFEFF${JSON.stringify(record, null, 1)}`)
  expect([code, err, out.trimEnd().split('\n')]).toEqual([
    0,
    '',
    [
      expect.stringMatching(
        /^✓ 核对无误：名册 60 户，参加 41 户，赞成 27，反对 14，弃权 0，通过；公示栏验证码应是 [0-9A-F]{4} · [0-9A-F]{4} · [0-9A-F]{4}$/,
      ),
    ],
  ])
})

test('a record that does not hold is exit 1 and the first thing that is wrong', async () => {
  expect(await verified('bad.json', JSON.stringify({ ...record, roll: { ...record.roll, size: 61 } }))).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^✗ .+\n$/) as string,
  })
  expect((await verified('total.json', JSON.stringify({ ...record, counts: { ...record.counts, for: 28 } }))).err).toBe(
    '✗ 重新数票：赞成数出来是 27 票，记录上写 28 票\n',
  )
})

test('what is no record, no JSON or no file is one line and exit 1', async () => {
  const answers = [
    await verified('array.json', '[]'),
    await verified('half.json', '{"format":'),
    await verified('other.json', '{"format":"another"}'),
    await verify(path.join(folder, 'nothing.json')),
    await verify(),
  ]
  for (const { code, out, err } of answers) expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1])
})
