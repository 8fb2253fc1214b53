import { basisLines } from '@/components/article/words'
import type { Block } from '@/components/paper/blocks'
import type { Deed, FileView, Stage } from './store'
import { basisWords, fullTime, handsWords, keptWords, shareWords, spanWords, stateWords, wholeWords } from './words'

function deedOnPaper(deed: Deed): Block[] {
  const written = deed.told.filter(({ value }) => value !== '')
  const basis = basisWords(deed) === '' ? [] : [`依据：${basisWords(deed)}`, ...basisLines(deed.basis)]
  const lines = [...deed.judged, ...basis, keptWords(deed)].filter(Boolean)
  return [
    { kind: 'deed', text: deed.said, note: handsWords(deed) },
    ...(deed.meeting
      ? [
          {
            kind: 'sheet' as const,
            cells: [
              { label: '应到', value: String(deed.meeting.should) },
              { label: '实到', value: String(deed.meeting.present) },
              { label: '比例', value: shareWords(deed.meeting) },
            ],
          },
        ]
      : []),
    ...(written.length > 0 ? [{ kind: 'facts' as const, rows: written.map(({ label, value }) => ({ label, value })) }] : []),
    ...deed.told
      .filter(({ photoIds }) => photoIds.length > 0)
      .map(({ label, photoIds }) => ({ kind: 'photos' as const, label, ids: photoIds })),
    ...lines.map(text => ({ kind: 'line' as const, text })),
  ]
}

const stageOnPaper = (stage: Stage): Block[] => [
  { kind: 'heading', text: stage.name, note: spanWords(stage) },
  ...stage.deeds.flatMap(deedOnPaper),
  ...(stage.signers.length > 0 ? [{ kind: 'signatures' as const, who: stage.signers }] : []),
]

/**
 * The whole file, in the order in which it is bound: what it is, what is missing, each stage, what was done anew, how it can be checked.
 */
export const paperOf = (file: FileView): readonly Block[] => [
  { kind: 'title', text: '一事一档' },
  {
    kind: 'facts',
    rows: [
      ...(file.demo ? [{ label: '说明', value: '示范数据，都不是真人真事' }] : []),
      { label: '村', value: file.village },
      { label: '事项', value: file.title },
      ...file.matter,
      { label: '走到', value: stateWords(file) },
      { label: '核查', value: wholeWords(file) },
    ],
  },
  ...(file.missing.length > 0
    ? [
        { kind: 'heading' as const, text: `还缺 ${file.missing.length} 样`, note: '' },
        ...file.missing.map(text => ({ kind: 'line' as const, text })),
      ]
    : []),
  ...file.stages.flatMap(stageOnPaper),
  ...file.earlier.flatMap(stage => stageOnPaper({ ...stage, name: `此前：${stage.name}`, signers: [] })),
  { kind: 'heading', text: '核对', note: `${fullTime(file.now)} 打印` },
  {
    kind: 'facts',
    rows: [
      { label: '公示栏验证码', value: file.boardCode },
      { label: '最后一条的指纹', value: file.head },
      ...(file.textHash ? [{ label: '正文指纹', value: file.textHash }] : []),
      ...(file.reviewedHash ? [{ label: '审核过的正文指纹', value: file.reviewedHash }] : []),
    ],
  },
  { kind: 'line', text: '每一条记录的指纹（SHA-256，前 16 位），一条扣着一条；改动任何一条，后面的都对不上。' },
  ...file.manifest.map(({ n, hash }) => ({ kind: 'line' as const, text: `${n}　${hash.slice(0, 16)}` })),
]

/** The file as plain text, where there is no printer at hand. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(block => {
      switch (block.kind) {
        case 'title':
          return [block.text]
        case 'heading':
          return ['', `【${block.text}】${block.note}`]
        case 'deed':
          return [`${block.text}（${block.note}）`]
        case 'line':
          return [block.text]
        case 'facts':
          return block.rows.map(({ label, value }) => `${label}：${value}`)
        case 'sheet':
          return [block.cells.map(({ label, value }) => `${label} ${value}`).join('　')]
        case 'photos':
          return [`${block.label}：${block.ids.length} 张`]
        case 'signatures':
          return []
      }
    })
    .join('\n')

export const photosOn = (blocks: readonly Block[]): readonly string[] => [
  ...new Set(blocks.flatMap(block => (block.kind === 'photos' ? block.ids : []))),
]
