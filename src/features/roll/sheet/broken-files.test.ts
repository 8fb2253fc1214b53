import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkSheet, columnsWrong, exportedFile, openFile, template, type Checked } from './computer'
import { workbook } from './write-file'

/** Every file here is made by this test; the people are invented. */
const heading = ['姓名', '村民小组', '户号', '手机号', '出生日期', '名册编号']
type Body = 'VA_PERSON' | 'VA_HOUSEHOLD' | 'CMA'
const told = { groups: 12, today: '2026-11-25' }
const sheetOf = (rows: readonly (readonly string[])[]): Blob => workbook('名册', rows, 0, rows[0]?.map(() => 12) ?? [])
const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())
const asFile = (bytes: Uint8Array): Blob => new Blob([bytes as BlobPart])

/** A good file with its parts changed by hand. */
async function changed(
  change: (parts: Record<string, Uint8Array>) => void,
  rows: readonly (readonly string[])[] = [heading, ['何阿华', '3', '0301', '', '', '']],
): Promise<Blob> {
  const parts: Record<string, Uint8Array> = { ...unzipSync(await bytesOf(sheetOf(rows))) }
  change(parts)
  return asFile(zipSync(parts))
}
const text = (part: Uint8Array | undefined): string => new TextDecoder().decode(part)
const inSheet = (change: (xml: string) => string) =>
  changed(parts => {
    parts['xl/worksheets/sheet1.xml'] = strToU8(change(text(parts['xl/worksheets/sheet1.xml'])))
  })

function secondSheet(state: string) {
  return changed(parts => {
    parts['xl/worksheets/sheet2.xml'] = parts['xl/worksheets/sheet1.xml'] ?? strToU8('')
    parts['xl/workbook.xml'] = strToU8(
      text(parts['xl/workbook.xml']).replace('</sheets>', `<sheet name="旧名册" sheetId="2" ${state} r:id="rId9"/></sheets>`),
    )
    parts['xl/_rels/workbook.xml.rels'] = strToU8(
      text(parts['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="x" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
    )
  })
}
/** The compound file Excel of before 2007 wrote, as far as its head goes. */
const compound = (word: string): Uint8Array =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
    ...[...word].flatMap(letter => [letter.charCodeAt(0), 0]),
  ])

const broken: readonly (readonly [what: string, file: () => Promise<Blob> | Blob, says: RegExp])[] = [
  ['an empty file', () => new Blob([]), /空文件/],
  ['six megabytes', () => asFile(new Uint8Array(6_000_000).fill(80)), /超过 5 MB/],
  ['an .xls with another name', () => asFile(compound('Workbook')), /旧版的 \.xls.*另存为/],
  ['a workbook with a password', () => asFile(compound('EncryptedPackage')), /加了密码.*去掉密码/],
  ['a .csv with another name', () => new Blob(['姓名,小组\n何阿华,3\n']), /\.csv.*改名字没有用/],
  [
    'a .csv in the old Chinese encoding',
    () => asFile(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd7, 0xe9, 0x0d, 0x0a, 0xba, 0xce, 0x2c, 0x33])),
    /\.csv/,
  ],
  ['a web page with another name', () => new Blob(['<html><table><tr><td>姓名</td></tr></table></html>']), /网页存成的/],
  ['a PDF', () => new Blob(['%PDF-1.7 …']), /PDF/],
  ['a picture', () => asFile(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])), /图片/],
  ['bytes of nothing', () => asFile(new Uint8Array([1, 2, 3, 0, 0, 0, 9])), /不是表格文件/],
  ['a Word file', () => asFile(zipSync({ 'word/document.xml': strToU8('<w/>') })), /Word/],
  ['an .ods', () => asFile(zipSync({ mimetype: strToU8('application/vnd.oasis'), 'content.xml': strToU8('<o/>') })), /\.ods/],
  ['an .xlsb', () => asFile(zipSync({ 'xl/workbook.bin': strToU8('…') })), /\.xlsb/],
  [
    'a workbook with macros',
    () =>
      changed(parts => {
        parts['xl/vbaProject.bin'] = strToU8('…')
      }),
    /宏/,
  ],
  ['an archive of something else', () => asFile(zipSync({ 'readme.txt': strToU8('hello') })), /不是表格文件/],
  [
    'half a download',
    async () => {
      const whole = await bytesOf(sheetOf([heading, ['何阿华', '3', '', '', '', '']]))
      return asFile(whole.slice(0, whole.length / 2))
    },
    /文件坏了/,
  ],
  [
    'what unpacks to a hundred megabytes',
    () =>
      changed(parts => {
        parts['xl/media.xml'] = new Uint8Array(90_000_000)
      }),
    /展开以后太大/,
  ],
  ['two sheets with something on them', () => secondSheet(''), /好几张.*名册、旧名册/],
  ['a hidden sheet', () => secondSheet('state="hidden"'), /隐藏的工作表.*旧名册/],
  ['a sheet with nothing on it', () => inSheet(xml => xml.replace(/<sheetData>.*<\/sheetData>/, '<sheetData/>')), /没有内容/],
  [
    'merged cells among the people',
    () => inSheet(xml => xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="C2:C4"/></mergeCells>')),
    /合并的单元格.*C2:C4/,
  ],
  ['a hidden row', () => inSheet(xml => xml.replace('<row r="2">', '<row r="2" hidden="1">')), /隐藏的或者筛选掉的行.*第 2 行/],
  ['a hidden column', () => inSheet(xml => xml.replace('<col min="3"', '<col hidden="1" min="3"')), /隐藏的列.*第 3 列/],
  ['a formula', () => inSheet(xml => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2"><f>A1+2</f><v>3</v></c>')), /有公式.*B2/],
  [
    'a cell that could not be worked out',
    () => inSheet(xml => xml.replace(/<c r="B2"[^>]*>.*?<\/c>/, '<c r="B2" t="e"><v>#REF!</v></c>')),
    /算错的格子.*B2/,
  ],
  [
    'no heading',
    () =>
      sheetOf([
        ['何阿华', '3'],
        ['梁伯', '3'],
      ]),
    /没有找到表头/,
  ],
  ['a heading alone', () => sheetOf([heading]), /只有表头/],
  [
    'a column of ID numbers',
    () =>
      sheetOf([
        ['姓名', '组', '公民身份号码'],
        ['何阿华', '3', ''],
      ]),
    /身份证号这一列.*没有离开这台电脑.*公民身份号码/,
  ],
  [
    'an ID number among the people',
    () =>
      sheetOf([
        ['姓名', '组', '备注'],
        ['何阿华', '3', '44010119900307803X'],
      ]),
    /像是身份证号.*没有离开这台电脑.*第 2 行第 3 列/,
  ],
  [
    'an ID number that Excel made a figure of',
    () =>
      inSheet(xml =>
        xml
          .replace(/<c r="D2"[^>]*>.*?<\/c>/, '')
          .replace('</row></sheetData>', '<c r="D2"><v>4.40101199003078E+17</v></c></row></sheetData>'),
      ),
    /像是身份证号/,
  ],
  [
    'a column of bank accounts',
    () =>
      sheetOf([
        ['姓名', '组', '开户银行账号'],
        ['何阿华', '3', ''],
      ]),
    /银行卡号/,
  ],
]

describe('a file that is no roll is refused in words, and nothing of it leaves the computer', () => {
  test.each(broken)('%s', async (_, file, says) => {
    const opened = await openFile('VA_PERSON', await file())
    expect(opened.ok ? 'opened' : opened.says).toMatch(says)
  })
  test('more than twenty thousand rows', async () => {
    const opened = await openFile('VA_PERSON', sheetOf([['姓名', '组'], ...Array.from({ length: 20_001 }, () => ['何阿华', '3'])]))
    expect(opened.ok ? 'opened' : opened.says).toMatch(/超过 20,000 行.*20001/)
  })
  test('a title merged over the table is no harm, and the heading may stand below it', async () => {
    const file = await changed(
      parts => {
        parts['xl/worksheets/sheet1.xml'] = strToU8(
          text(parts['xl/worksheets/sheet1.xml']).replace(
            '</sheetData>',
            '</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>',
          ),
        )
      },
      [['示范村村民名册'], heading, ['何阿华', '3', '0301', '', '', '']],
    )
    const opened = await openFile('VA_PERSON', file)
    expect(opened).toMatchObject({ ok: true, opened: { table: { first: 3, headings } } })
  })
  const headings = heading
})

async function checked(rows: readonly (readonly string[])[], body: Body = 'VA_PERSON'): Promise<Checked> {
  const opened = await openFile(body, sheetOf(rows))
  if (!opened.ok) throw new Error(opened.says)
  expect(columnsWrong(body, opened.opened.mapping)).toBe(null)
  return checkSheet(body, opened.opened, opened.opened.mapping, told)
}

const one = (name: string, group = '3', household = '', phone = '', born = '', code = ''): readonly string[] => [
  name,
  group,
  household,
  phone,
  born,
  code,
]
const household = ['姓名', '组', '户号', '是不是户代表', '手机号', '出生日期', '编号']

// biome-ignore format: a row a line
const wrongRows: readonly (readonly [what: string, rows: readonly (readonly string[])[], says: RegExp, body?: Body])[] = [
  ['no name', [heading, one('', '3', '0301')], /^第 2 行 姓名：没有写姓名。补上/],
  ['a name with a figure in it', [heading, one('何阿华1')], /姓名里有数字/],
  ['a name with a remark in it', [heading, one('何阿华（去世）')], /姓名里有数字或者别的符号/],
  ['a name that is a sentence', [heading, one('何'.repeat(41))], /姓名太长/],
  ['the example of the template', [heading, one('张三（示例）')], /示例行删掉/],
  ['no group', [heading, one('何阿华', '')], /没有写第几组/],
  ['a group in words nobody knows', [heading, one('何阿华', '河边')], /看不懂是第几组（河边）/],
  ['a group the village has not', [heading, one('何阿华', '13')], /村里没有这个组（13）/],
  ['a household with signs in it', [heading, one('何阿华', '3', '三组/5')], /户号只能用数字/],
  ['a telephone number too short', [heading, one('何阿华', '3', '', '1380013')], /手机号不对。11 位/],
  ['a telephone number rounded by Excel', [heading, one('何阿华', '3', '', '1.38E+10')], /科学计数/],
  ['a date in words', [heading, one('何阿华', '3', '', '', '六十岁上下')], /看不懂出生日期（六十岁上下）。写成 1990-03-05/],
  ['a day there is not', [heading, one('何阿华', '3', '', '', '1990-02-30')], /没有这一天/],
  ['a day to come', [heading, one('何阿华', '3', '', '', '2027-01-01')], /今天以后/],
  ['seventeen', [heading, one('何阿华', '3', '', '', '2008-11-26')], /还没有满岁数/],
  ['fifteen in a collective', [heading, one('何阿华', '3', '', '', '2011-11-26')], /还没有满岁数/, 'CMA'],
  ['a code with a blank in it', [heading, one('何阿华', '3', '', '', '', 'p 1/2')], /名册编号不对/],
  ['a code twice', [heading, one('何阿华', '3', '', '', '', 'p1'), one('梁伯', '3', '', '', '', 'p1')], /第 3 行 名册编号：名册编号重复（第 2 行）/],
  ['a row twice', [heading, one('何阿华'), one('梁伯'), one('何阿华')], /第 4 行 姓名：和前面一行一样（第 2 行）/],
  ['two of one name in a household', [heading, one('何阿华', '3', '0301', '13800138000'), one('何阿华', '3', '0301', '13900139000')], /同名的两?个?人，?分不清|两个同名的人/],
  ['a household in two groups', [heading, one('何阿华', '3', '0301'), one('何小华', '4', '0301')], /同一户写了两个组（户号 0301）/],
  ['a household without its number', [household, ['何阿华', '3', '', '是', '', '', '']], /没有写户号/, 'VA_HOUSEHOLD'],
  ['a household without a representative', [household, ['何阿华', '3', '0301', '否', '', '', ''], ['何小华', '3', '0301', '', '', '', '']], /第 2 行 户号：这一户没有户代表（0301）/, 'VA_HOUSEHOLD'],
  ['two representatives in one household', [household, ['何阿华', '3', '0301', '是', '', '', ''], ['何小华', '3', '0301', '是', '', '', '']], /这一户有两个户代表（户号 0301，另一个在第 2 行）/, 'VA_HOUSEHOLD'],
  ['one person for two households', [household, ['何阿华', '3', '0301', '是', '', '', ''], ['何阿华', '3', '0302', '是', '', '', '']], /同一个人代表了两户（另一户在第 2 行）/, 'VA_HOUSEHOLD'],
  ['neither yes nor no', [household, ['何阿华', '3', '0301', '大概', '', '', '']], /只能填是或否/, 'VA_HOUSEHOLD'],
]

describe('what is wrong in a row is said with its row, its column and how to mend it', () => {
  test.each(wrongRows.map(([what, rows, says, body]) => ({ what, rows, says, body: body ?? ('VA_PERSON' as const) })))(
    '$what',
    async ({ rows, says, body }) => {
      const { wrongs } = await checked(rows, body)
      expect(wrongs.map(wrong => wrong.says).join('\n')).toMatch(says)
      expect(wrongs.length).toBe(1)
    },
  )

  test('full-width digits, groups in words, blanks in names and dates of every kind are read as they were meant', async () => {
    const { rows, wrongs } = await checked([
      heading,
      one('何 阿华', '第３组', '０３０１', '１３８００１３８０００', '1970年5月6日'),
      one('梁伯', '十二队', '', '138-0013-8001', '1950/01/02'),
      one('阿依古丽•买买提', '3', '', '', '19600709'),
    ])
    expect(wrongs).toEqual([])
    expect(rows).toEqual([
      { row: 2, name: '何阿华', group: 3, household: '0301', phone: '+8613800138000', code: null, adultFrom: null },
      { row: 3, name: '梁伯', group: 12, household: null, phone: '+8613800138001', code: null, adultFrom: null },
      { row: 4, name: '阿依古丽·买买提', group: 3, household: null, phone: null, code: null, adultFrom: null },
    ])
  })

  test('of a birthday nothing is sent but the day a member of sixteen will be eighteen', async () => {
    const { rows } = await checked([heading, one('何阿华', '3', '', '', '1970-05-06'), one('何小华', '3', '', '', '2009-12-01')], 'CMA')
    expect(rows.map(row => row.adultFrom)).toEqual([null, '2027-12-01'])
    expect(JSON.stringify(rows)).not.toContain('1970')
  })

  test('a household’s other members are counted and not sent', async () => {
    const { rows, leftOut } = await checked(
      [household, ['何阿华', '3', '0301', '是', '', '', ''], ['何小华', '3', '0301', '否', '', '', '']],
      'VA_HOUSEHOLD',
    )
    expect([rows.map(row => row.name), leftOut]).toEqual([['何阿华'], 1])
  })
})

describe('columns', () => {
  test('are known by other names too; missing, twice and doubtful ones are said', async () => {
    const opened = await openFile(
      'VA_PERSON',
      sheetOf([
        ['序号', '名字', '所属小组', '联系电话（可不填）', '备注'],
        ['1', '何阿华', '3', '13800138000', ''],
      ]),
    )
    if (!opened.ok) throw new Error(opened.says)
    expect(opened.opened.mapping).toMatchObject({ name: 1, group: 2, phone: 3, household: null })
    const without = await openFile(
      'VA_HOUSEHOLD',
      sheetOf([
        ['姓名', '组'],
        ['何阿华', '3'],
      ]),
    )
    if (!without.ok) throw new Error(without.says)
    expect(columnsWrong('VA_HOUSEHOLD', without.opened.mapping)).toMatch(/缺少必须有的列（户号）/)
    const doubtful = await openFile(
      'VA_PERSON',
      sheetOf([
        ['姓名', '组', '队'],
        ['何阿华', '3', '4'],
      ]),
    )
    if (!doubtful.ok) throw new Error(doubtful.says)
    expect(doubtful.opened.unsure).toEqual(['group'])
    expect(columnsWrong('VA_PERSON', { ...doubtful.opened.mapping, group: 0 })).toMatch(/同一列选了两次/)
  })

  test('the template is a file that can be filled in, and as it is only its example is refused', async () => {
    for (const body of ['VA_PERSON', 'VA_HOUSEHOLD', 'CMA'] as const) {
      const opened = await openFile(body, template(body, '名册'))
      if (!opened.ok) throw new Error(opened.says)
      expect([opened.opened.unsure, columnsWrong(body, opened.opened.mapping)]).toEqual([[], null])
      expect(checkSheet(body, opened.opened, opened.opened.mapping, told).wrongs.map(wrong => wrong.says)).toEqual([
        '第 3 行 姓名：这是模板里的示例。把示例行删掉',
      ])
    }
  })

  test('what was exported is read again as it stood', async () => {
    const file = exportedFile('VA_HOUSEHOLD', [
      { code: 'shifan-p0001', name: '何阿华', group: 3, household: 'h0301' },
      { code: 'shifan-p0002', name: '梁&<伯', group: 3, household: 'h0302' },
    ])
    const opened = await openFile('VA_HOUSEHOLD', file)
    if (!opened.ok) throw new Error(opened.says)
    const { rows } = checkSheet('VA_HOUSEHOLD', opened.opened, opened.opened.mapping, told)
    expect(rows[0]).toMatchObject({ name: '何阿华', code: 'shifan-p0001', household: 'h0301' })
    expect(opened.opened.table.cells[1]?.[0]).toBe('梁&<伯')
  })
})
