import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { libsqlStore } from '../../cloudfunctions/adapters/sql/libsql'
import { granted, key, minute, smallVillage } from '../../cloudfunctions/api/journeys/small-village'
import type { Row, Table } from '../../cloudfunctions/ports'
import { checkSheet, openFile } from '@/features/roll/sheet/computer'
import { workbook } from '@/features/roll/sheet/write-file'
import { atMost, rounded, type Bench } from './figure'
import { timed } from './repeated'

const rows = 10_000
const part = 500
const numerals = '甲乙丙丁戊己庚辛壬癸'
const named = (n: number): string => `陈${[...String(n).padStart(4, '0')].map(digit => numerals[Number(digit)]).join('')}`

/**
 * A sheet of 10,000 people from its bytes to the difference that lies before the second key: read and checked as in the browser, sent and
 * compared through `serve` on the embedded store. Writing the roll after the second key is not measured by it.
 */
export const sheetImport: Bench = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'village-bench-'))
  const store = libsqlStore(path.join(folder, 'village.db'))
  try {
    const village = smallVillage({ store })
    for (const [table, some] of Object.entries(village.seed)) await store.bulkLoad(table as Table, some as readonly Row<Table>[])
    const file = workbook(
      '名册',
      [
        ['姓名', '村民小组', '户号', '手机号', '出生日期', '名册编号'],
        ...Array.from({ length: rows }, (_, n) => [
          named(n),
          String((n % 12) + 1),
          String(10_000 + Math.floor(n / 24) * 12 + (n % 12)),
          `138${String(n).padStart(8, '0')}`,
          '1970-05-06',
          '',
        ]),
      ],
      0,
      [12, 8, 10, 14, 12, 20],
    )
    const id = key('bench')
    let checked: ReturnType<typeof checkSheet> | undefined
    const reading = await timed(async () => {
      const read = await openFile('VA_PERSON', file)
      if (!read.ok) throw new Error(read.says)
      checked = checkSheet('VA_PERSON', read.opened, read.opened.mapping, { groups: 12, today: '2026-03-02' })
    })
    if (checked?.rows.length !== rows) throw new Error(`${checked?.rows.length} rows were read: ${checked?.wrongs[0]?.says}`)
    const { rows: sent } = checked
    const sending = await timed(async () => {
      granted(await village.as('committee')('roll.begin', { key: id, body: 'VA_PERSON', rows, parts: rows / part }))
      for (let n = 0; n < rows / part; n += 1)
        granted(await village.as('committee')('roll.rows', { id, part: n, rows: sent.slice(n * part, n * part + part) }))
    })
    const comparing = await timed(async () => {
      const told = granted(await village.as('committee')('roll.compare', { id }))
      if (told.wrong > 0 || told.added !== rows) throw new Error(`${told.added} would be added: ${told.wrongs[0]?.says}`)
    })
    granted(await village.as('committee')('roll.submit', { id, reason: '第一次登记' }))
    const applying = await timed(async () => {
      granted(await village.as('supervisor')('roll.confirm', { id, agrees: true, note: '' }))
      await village.pass(6 * minute)
    })
    const size = granted(await village.as('supervisor')('roll.list', {})).rolls.find(one => one.body === 'VA_PERSON')?.size
    if (size !== rows) throw new Error(`${size} stand on the roll`)
    const seconds = (ms: number) => rounded(ms / 1000)
    return {
      import: atMost(10, (reading + sending + comparing) / 1000, 's', {
        rows,
        reading: seconds(reading),
        sending: seconds(sending),
        comparing: seconds(comparing),
        applying: seconds(applying),
      }),
    }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}
