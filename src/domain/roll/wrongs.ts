/**
 * Everything that can be wrong with a sheet. What is wrong with the file as a whole stops it; what is wrong in a row names the row, the
 * column and how to mend it.
 */
export const fileWrongs = {
  'empty-file': '这是个空文件（0 字节）。请重新保存一次再选',
  'too-large': '文件超过 5 MB。名册用不了这么大，请删掉图片和别的表再试',
  'old-xls': '这是旧版的 .xls 表格。请在 Excel 或 WPS 里“另存为”.xlsx 再选',
  password: '这个表格加了密码，打不开。请去掉密码再保存一次',
  'text-file': '这是文本（.csv），不是表格，改名字没有用。请用 Excel 或 WPS 打开它，“另存为”.xlsx',
  'html-file': '这是网页存成的表格。请用 Excel 或 WPS 打开它，“另存为”.xlsx',
  'pdf-file': '这是 PDF，不是表格。请用原来的表格',
  'picture-file': '这是图片，不是表格。请用原来的表格',
  'not-a-workbook': '这不是表格文件。请选 .xlsx',
  'word-file': '这是 Word 文件。请把名单放进表格（可以下载模板）再选',
  'ods-file': '这是 .ods 表格。请“另存为”.xlsx 再选',
  'binary-file': '这是 .xlsb 表格。请“另存为”.xlsx 再选',
  'macro-file': '这个表格里有宏（小程序代码）。请“另存为”普通的 .xlsx 再选',
  'broken-file': '文件坏了，或者没有下载完。请重新保存一次再选',
  'unpacks-too-large': '文件展开以后太大，不像名册。请另建一个表，只粘贴名单',
  'several-sheets': '文件里有好几张有内容的工作表，不知道用哪一张。请只留名册那一张',
  'hidden-sheet': '文件里有隐藏的工作表。请先显示出来看一看，不要的删掉',
  'no-sheet-data': '表里没有内容',
  'merged-cells': '有合并的单元格，合并的地方只有一行有字，会漏人。请取消合并，每行都填上',
  'hidden-rows': '有隐藏的或者筛选掉的行，容易多算少算。请取消筛选、显示全部行再保存',
  'hidden-columns': '有隐藏的列。请显示出来看一看，不要的删掉',
  'formula-cells': '有公式。公式在别的电脑上会变，请“复制”后“粘贴为数值”再保存',
  'error-cells': '有算错的格子（#REF!、#N/A 之类）。请改成真正的内容',
  'no-headings': '没有找到表头。第一行要写列名，至少有“姓名”。可以下载模板照着填',
  'no-rows': '只有表头，没有名单',
  'too-many-rows': '超过 20,000 行。请确认选对了表，或者删掉后面的空行',
  'id-column': '有身份证号这一列。村里不收身份证号，文件没有离开这台电脑。请删掉这一列再选',
  'id-in-cells': '有格子里像是身份证号。村里不收身份证号，文件没有离开这台电脑。请删掉再选',
  'bank-column': '有银行卡号、账号这一列。名册用不着，文件没有离开这台电脑。请删掉这一列再选',
  'column-missing': '缺少必须有的列',
  'column-unsure': '有两列都像是同一样内容，请自己选用哪一列',
  'column-twice': '同一列选了两次',
} as const
export type FileWrongKind = keyof typeof fileWrongs

export const rowWrongs = {
  'name-empty': ['没有写姓名', '补上姓名；空行请整行删掉'],
  'name-odd': ['姓名里有数字或者别的符号', '只留姓名，备注放到别的列'],
  'name-long': ['姓名太长', '检查是不是把别的内容填进来了'],
  'example-row': ['这是模板里的示例', '把示例行删掉'],
  'group-missing': ['没有写第几组', '补上组号'],
  'group-odd': ['看不懂是第几组', '只写数字，例如 3'],
  'group-unknown': ['村里没有这个组', '检查组号'],
  'household-missing': ['没有写户号', '补上户号'],
  'household-odd': ['户号只能用数字、字母和短横线', '例如 0312'],
  'household-groups': ['同一户写了两个组', '一户只能在一个组，检查组号或户号'],
  'represents-odd': ['“是不是户代表”只能填是或否', '改成是或否'],
  'no-representative': ['这一户没有户代表', '在户代表那一行填“是”'],
  'two-representatives': ['这一户有两个户代表', '一户只能有一个，其他的填“否”或删掉'],
  'two-households': ['同一个人代表了两户', '一个人只能代表一户，换一个人；真是同名的两个人，填上各自的名册编号或手机号'],
  'phone-odd': ['手机号不对', '11 位数字；没有就空着'],
  'phone-cut': ['手机号变成了科学计数，后面几位丢了', '把这一列改成“文本”，重新填'],
  'born-text': ['看不懂出生日期', '写成 1990-03-05 这样'],
  'born-impossible': ['没有这一天，或者在今天以后', '检查出生日期'],
  'too-young': ['还没有满岁数，不能上这个名册', '删掉这一行'],
  'code-odd': ['名册编号不对', '不要改导出来的编号；新加的人空着'],
  'code-twice': ['名册编号重复', '一个编号只能用一次；新加的人空着'],
  'row-twice': ['和前面一行一样', '删掉重复的一行'],
  'same-name-household': ['一户里有两个同名的人，分不清', '填上名册编号；没有的话在户号或组里分开'],
  'unknown-code': ['村里没有这个名册编号', '检查编号；新加的人空着'],
  'code-other-name': ['这个编号是另一个人的', '检查编号和姓名'],
  'several-alike': ['村里有几位同名，分不清是哪一位', '填上名册编号，或者写清户号'],
  'one-person-twice': ['两行是同一个人', '删掉一行，或者填上名册编号分开'],
} as const
export type RowWrongKind = keyof typeof rowWrongs

/** One thing wrong in one row: what, and how to mend it, are `rowWrongs`' words. */
export interface RowWrong {
  /** As the sheet numbers it, from 1. */
  readonly row: number
  readonly column: string
  readonly kind: RowWrongKind
  /** What stood there, where it helps; never a telephone number. */
  readonly was?: string
}

/** 「第 5 行 手机号：手机号不对（12345）。11 位数字；没有就空着」 */
export const wrongWords = ({ row, column, kind, was }: RowWrong): string =>
  `第 ${row} 行 ${column}：${rowWrongs[kind][0]}${was === undefined || was === '' ? '' : `（${was}）`}。${rowWrongs[kind][1]}`
