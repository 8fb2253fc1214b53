import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Picture } from '@/platform/files/paper'
import type { Block, Cell } from '@/components/paper/blocks'

// A4 in twentieths of a point, with the margins of the printed sheet.
const a4 = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_020, bottom: 1_020, left: 900, right: 900 } }
const inside = a4.size.width - a4.margin.left - a4.margin.right
const widestPicture = 210

/** What was typed on several lines keeps them. */
const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))
const words = (text: string) => new Paragraph({ children: lines(text), spacing: { after: 60 } })
const cell = (text: string, width: number, bold = false) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    children: [new Paragraph({ children: bold ? [new TextRun({ text, bold })] : lines(text) })],
  })
const table = (rows: readonly TableRow[], columnWidths: readonly number[]) =>
  new Table({ rows: [...rows], columnWidths: [...columnWidths], width: { size: inside, type: WidthType.DXA } })

const labelWidth = 2_200
const factRow = ({ label, value }: Cell) => new TableRow({ children: [cell(label, labelWidth, true), cell(value, inside - labelWidth)] })

function sheet(cells: readonly Cell[]): Table {
  const width = Math.floor(inside / (cells.length * 2))
  return table(
    [new TableRow({ children: cells.flatMap(({ label, value }) => [cell(label, width, true), cell(value, width)]) })],
    cells.flatMap(() => [width, width]),
  )
}

function pictures(ids: readonly string[], held: ReadonlyMap<string, Picture>): Paragraph {
  return new Paragraph({
    children: ids.flatMap(id => {
      const picture = held.get(id)
      if (!picture) return []
      const scale = Math.min(1, widestPicture / picture.width)
      return [
        new ImageRun({
          type: 'jpg',
          data: picture.bytes,
          transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
        }),
        new TextRun('  '),
      ]
    }),
  })
}

function drawn(block: Block, held: ReadonlyMap<string, Picture>): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { after: 200 } })]
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 320, after: 100 },
          children: [new TextRun(block.text), ...(block.note === '' ? [] : [new TextRun({ text: `　${block.note}`, size: 20 })])],
        }),
      ]
    case 'deed':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 60 },
          children: [new TextRun({ text: block.text, bold: true }), new TextRun(`　${block.note}`)],
        }),
      ]
    case 'line':
      return [words(block.text)]
    case 'facts':
      return [table(block.rows.map(factRow), [labelWidth, inside - labelWidth]), words('')]
    case 'sheet':
      return [sheet(block.cells), words('')]
    case 'photos':
      return [
        new Paragraph({ keepNext: true, children: [new TextRun(`${block.label}（${block.ids.length} 张）`)] }),
        pictures(block.ids, held),
      ]
    case 'signatures':
      return [
        words(''),
        table(
          block.who.map(
            who =>
              new TableRow({
                height: { value: 560, rule: 'atLeast' },
                cantSplit: true,
                children: [cell(`${who}签字`, labelWidth, true), cell('', inside - labelWidth - 2_400), cell('　　年　　月　　日', 2_400)],
              }),
          ),
          [labelWidth, inside - labelWidth - 2_400, 2_400],
        ),
      ]
  }
}

/** The file as a Word document, of the same blocks as the printed sheet. `demo`: said at the head of every page. */
export function docxOf(
  blocks: readonly Block[],
  held: ReadonlyMap<string, Picture>,
  told: { readonly title: string; readonly demo: boolean },
): Promise<Blob> {
  return Packer.toBlob(
    new Document({
      title: told.title,
      styles: {
        default: {
          document: { run: { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }, size: 21 } },
          title: { run: { size: 40, bold: true } },
          heading1: { run: { size: 28, bold: true } },
        },
      },
      sections: [
        {
          properties: { page: a4 },
          headers: {
            default: new Header({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [new TextRun({ text: told.demo ? `${told.title}　示范数据` : told.title, size: 18 })],
                }),
              ],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'], size: 18 })],
                }),
              ],
            }),
          },
          children: blocks.flatMap(block => drawn(block, held)),
        },
      ],
    }),
  )
}
