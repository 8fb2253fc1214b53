import { checkText } from '../ground/text'
import type { ColumnId, RollBody } from './roll-bodies'

export const columnNames: Record<ColumnId, string> = {
  name: '姓名',
  group: '村民小组',
  household: '户号',
  represents: '是不是户代表',
  phone: '手机号',
  born: '出生日期',
  code: '名册编号',
}

/** What each column is good for, under its name in the template. */
export const columnHints: Record<ColumnId, string> = {
  name: '和身份证上一样',
  group: '只写数字',
  household: '数字、字母，一户一个号',
  represents: '填“是”或“否”；不填这一列就当每行都是户代表',
  phone: '可以不填',
  born: '可以不填，只用来看满没满岁数，不上传',
  code: '从这里导出的才有，新加的人空着',
}

const synonyms: Record<ColumnId, readonly string[]> = {
  name: ['姓名', '名字', '户代表姓名', '代表姓名', '成员姓名', '户主姓名', '村民姓名'],
  group: ['村民小组', '小组', '组', '组别', '所在组', '所属小组', '居民小组', '队', '生产队'],
  household: ['户号', '户编号', '家庭编号', '户口簿编号', '户码', '家庭号'],
  represents: ['是不是户代表', '是否户代表', '户代表', '是否代表'],
  phone: ['手机号', '手机', '手机号码', '电话', '联系电话', '电话号码', '联系方式'],
  born: ['出生日期', '出生年月日', '生日', '出生'],
  code: ['名册编号', '编号', '人员编号'],
}

const forbidden: readonly { readonly kind: 'id-column' | 'bank-column'; readonly words: RegExp }[] = [
  { kind: 'id-column', words: /身份证|证件号|公民身份|身份号码|社会?保障?号|社保号|护照/ },
  { kind: 'bank-column', words: /银行|卡号|账号|帐号|存折/ },
]

/** A heading as it is compared: half width, without spaces, marks and what stands in brackets. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s*＊:：、.。]/g, '')

/** Which column of the sheet (from 0) is which; null where none fits. */
export type Mapping = Readonly<Record<ColumnId, number | null>>

/** What is longer is a title over the table, or a remark. */
const longestHeading = 16

/** A heading that names what this village does not keep: the sheet is not read further (procedures §6.2). */
export function forbiddenColumn(
  headings: readonly string[],
): { readonly kind: 'id-column' | 'bank-column'; readonly column: number } | null {
  for (const [column, heading] of headings.entries())
    for (const { kind, words } of forbidden)
      if ([...plainHeading(heading)].length <= longestHeading && words.test(plainHeading(heading))) return { kind, column }
  return null
}

/** Whether a cell holds what looks like an ID number, as text or as the number Excel makes of it. */
export const looksLikeId = (cell: string): boolean => {
  const bare = cell.normalize('NFKC').replace(/\s/g, '')
  if (/^\d{17}[\dXx]$/.test(bare) || /^\d(\.\d+)?E\+?1[4-7]$/i.test(bare)) return true
  const checked = checkText(cell, 500)
  return !checked.ok && checked.refusal === 'id-number-in-text'
}

/**
 * Columns by their headings, for this roll. A heading that fits two columns, or a column that two headings fit, is left to be chosen by
 * hand.
 */
export function mappingOf(
  headings: readonly string[],
  roll: Pick<RollBody, 'columns'>,
): { readonly mapping: Mapping; readonly unsure: readonly ColumnId[] } {
  const plain = headings.map(plainHeading)
  const mapping: Record<ColumnId, number | null> = {
    name: null,
    group: null,
    household: null,
    represents: null,
    phone: null,
    born: null,
    code: null,
  }
  const unsure: ColumnId[] = []
  for (const id of roll.columns) {
    const exact = plain.flatMap((heading, at) => (heading === columnNames[id] ? [at] : []))
    const found = exact.length > 0 ? exact : plain.flatMap((heading, at) => (synonyms[id].includes(heading) ? [at] : []))
    if (found.length === 1) mapping[id] = found[0] ?? null
    else if (found.length > 1) unsure.push(id)
  }
  return { mapping, unsure }
}

/** The row that names the columns: the first of the first ten in which a name column can be told. */
export function headingRow(cells: readonly (readonly string[])[]): number | null {
  const at = cells.slice(0, 10).findIndex(row => row.some(cell => synonyms.name.includes(plainHeading(cell))))
  return at === -1 ? null : at
}
