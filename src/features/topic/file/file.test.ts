import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block } from '@/components/paper/blocks'
import { createClient } from '@/platform/talk-to-server/client'
import { docxOf } from './docx'
import { paperOf, photosOn, textOf } from './paper'
import { createFile, type Deed, type FileView, type Stage } from './store'
import { basisWords, docxName, handsWords, shareWords, spanWords, wholeWords } from './words'

const at = Date.parse('2026-03-02T09:00:00+08:00')
const deed = (more: Partial<Deed>): Deed => ({
  n: 1,
  at,
  said: '议三：记录党员大会',
  by: '陈书记（村党组织书记）',
  laidBy: '',
  told: [],
  kept: [],
  meeting: null,
  judged: [],
  article: null,
  confidence: null,
  ...more,
})
const stage = (more: Partial<Stage>): Stage => ({
  state: 'party_members',
  name: '议三党员大会',
  from: at,
  until: at + 86_400_000,
  deeds: [deed({})],
  signers: [],
  ...more,
})
const file: FileView = {
  now: at + 5 * 86_400_000,
  village: '小村',
  demo: true,
  title: '危桥重建',
  state: 'noticing',
  matter: [{ label: '什么事', value: '桥面裂了\n走不得车' }],
  asked: 41,
  missing: ['还缺：议三党员大会 签字的会议记录照片'],
  stages: [
    stage({
      signers: ['主持人', '镇街参加人员'],
      deeds: [
        deed({
          meeting: { should: 40, present: 31 },
          judged: ['应到 40 人，实到 31 人：31×2≥40，达到二分之一（党支部工作条例第十一条）'],
          article: '党支部工作条例第十一条',
          confidence: 'B',
          kept: ['党员大会会议记录'],
          told: [
            { label: '同意', value: '28人', photoIds: [] },
            { label: '现场照片', value: '', photoIds: ['p1', 'p2'] },
          ],
        }),
      ],
    }),
  ],
  earlier: [stage({ name: '议二两委商议', deeds: [deed({ said: '两委没有谈成' })], signers: ['主持人'] })],
  head: 'a'.repeat(64),
  boardCode: 'AAAA · AAAA · AAAA',
  manifest: [{ n: 1, hash: 'b'.repeat(64) }],
  textHash: 'c'.repeat(64),
  reviewedHash: null,
}

/** All the words of a block, as they must stand on paper. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'line':
      return [block.text]
    case 'heading':
    case 'deed':
      return [block.text, block.note]
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, ...value.split('\n')])
    case 'sheet':
      return block.cells.flatMap(({ label, value }) => [label, value])
    case 'photos':
      return [block.label]
    case 'signatures':
      return block.who.map(who => `${who}签字`)
  }
}

// A JPEG of one pixel, by hand: enough for a document to hold.
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

test('the document unzips, and says every word of the sheet, in its order, with its pictures', async () => {
  const blocks = paperOf(file)
  const made = await docxOf(blocks, new Map([['p1', { bytes: jpeg, width: 800, height: 600 }]]), { title: '一事一档-危桥重建', demo: true })
  const parts = unzipSync(new Uint8Array(await made.arrayBuffer()))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const text = xml.replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '|')
  let place = 0
  for (const word of blocks.flatMap(wordsOf).filter(Boolean)) {
    const found = text.indexOf(word, place)
    expect(found, `“${word}” after ${text.slice(Math.max(0, place - 20), place)}`).toBeGreaterThanOrEqual(0)
    place = found
  }
  expect(xml).toContain('w:w="11906"') // A4
  expect(Object.keys(parts).filter(name => name.startsWith('word/media/'))).toHaveLength(1)
  const head = Object.keys(parts)
    .filter(name => /word\/header\d/.test(name))
    .map(name => strFromU8(parts[name] ?? new Uint8Array()))
    .join()
  expect(head).toContain('示范数据')
})

test('a village that is no demonstration says nothing of demonstration data', async () => {
  const blocks = paperOf({ ...file, demo: false })
  expect(textOf(blocks)).not.toContain('示范数据')
  const parts = unzipSync(new Uint8Array(await (await docxOf(blocks, new Map(), { title: '一', demo: false })).arrayBuffer()))
  expect(
    Object.values(parts)
      .map(part => strFromU8(part))
      .join(),
  ).not.toContain('示范数据')
})

test('the sheet of a meeting has 应到, 实到, 比例 and lines to sign on, one for the town; what is earlier is signed no more', () => {
  const blocks = paperOf(file)
  expect(blocks.filter(block => block.kind === 'sheet')).toEqual([
    {
      kind: 'sheet',
      cells: [
        { label: '应到', value: '40' },
        { label: '实到', value: '31' },
        { label: '比例', value: '77.5%' },
      ],
    },
  ])
  expect(blocks.filter(block => block.kind === 'signatures')).toEqual([{ kind: 'signatures', who: ['主持人', '镇街参加人员'] }])
  expect(photosOn(blocks)).toEqual(['p1', 'p2'])
})

test('what is missing stands before the stages, and what is not for this reader is named', () => {
  const text = textOf(paperOf(file))
  expect(text.indexOf('还缺：议三党员大会 签字的会议记录照片')).toBeLessThan(text.indexOf('【议三党员大会】'))
  expect(text).toContain('党员大会会议记录：档案里有，按规定只给有关的人看')
  expect(textOf(paperOf({ ...file, missing: [] }))).toContain('核查：档案齐全：到现在该有的 41 样都在')
})

test('words: a share is rounded down, a second key names both, a default is said to be one, a name fits every disk', () => {
  expect([shareWords({ should: 3, present: 2 }), shareWords({ should: 0, present: 0 }), shareWords({ should: 7, present: 7 })]).toEqual([
    '66.6%',
    '—',
    '100%',
  ])
  expect(handsWords(deed({ laidBy: '林主持', by: '何监委' }))).toBe('林主持提出，何监委确认 · 2026年3月2日 09:00')
  expect(basisWords(deed({ article: '第三十五条', confidence: 'A' }))).toBe('第三十五条（法律条文）')
  expect(basisWords(deed({ article: '半年后回头看', confidence: 'D' }))).toContain('村里可以定')
  expect(spanWords(stage({ until: null }))).toBe('2026年3月2日至今')
  expect(wholeWords(file)).toBe('还缺 1 样')
  expect(docxName({ ...file, title: '桥/路:“修”?' })).toBe('一事一档-桥路“修”.docx')
})

test('shown once, a file stays where the next answer is lost; it is made once at a time, and a failure is said', async () => {
  let answers = true
  const store = createFile(
    't',
    createClient(async () => {
      if (!answers) throw new Error('lost')
      return { ok: true, value: file }
    }),
  )
  await store.getState().refresh()
  answers = false
  await store.getState().refresh()
  expect(store.getState().seen).toMatchObject({ at: 'shown', stale: true })
  let made = 0
  const work = async () => {
    made += 1
    await Promise.resolve()
    return '存好了'
  }
  await Promise.all([store.getState().make(work), store.getState().make(work)])
  expect([made, store.getState().said, store.getState().making]).toEqual([1, '存好了', false])
  await store.getState().make(() => Promise.reject(new Error('no memory')))
  expect(store.getState()).toMatchObject({ said: '没有做成，请再试一次', making: false })
})

test('never shown, a lost answer is a failure; a topic that is not there is refused', async () => {
  const lost = createFile(
    't',
    createClient(() => Promise.reject(new Error('lost'))),
  )
  await lost.getState().refresh()
  expect(lost.getState().seen).toEqual({ at: 'failed' })
  const none = createFile(
    't',
    createClient(async () => ({ ok: false, refusal: 'no-such-topic' })),
  )
  await none.getState().refresh()
  expect(none.getState().seen).toMatchObject({ at: 'refused', refusal: 'no-such-topic' })
})
