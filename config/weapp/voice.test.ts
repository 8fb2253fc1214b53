import { beforeAll, describe, expect, test } from 'vitest'
import { dist } from './built'
import { Phone } from './phone'
import { answeredFor, villageAtTheVote } from './story'

interface Ear {
  onStop(answer: { result: string }): void
  onError(answer: { retcode: number; msg: string }): void
  start(how: unknown): void
  stop(): void
}

let story: Awaited<ReturnType<typeof villageAtTheVote>>
beforeAll(async () => {
  story = await villageAtTheVote()
})

const written = '推轮椅上不去'
/** The form with a sentence in it, on a phone whose WeChat has the plugin or has not. */
async function atTheForm(ended: 'without the plugin' | ((ear: Ear) => void)) {
  const asked: string[] = []
  const ear: Ear = {
    onStop: () => undefined,
    onError: () => undefined,
    start: () => {
      asked.push('start')
    },
    stop: () => {
      asked.push('stop')
      if (ended !== 'without the plugin') ended(ear)
    },
  }
  const phone = new Phone({
    dist,
    answer: answeredFor(story.village, 'ahua'),
    ...(ended === 'without the plugin' ? {} : { plugins: { WechatSI: { getRecordRecognitionManager: () => ear } } }),
  })
  await phone.launch('pages/home/index')
  await phone.open('/pages/raise/index')
  await phone.type('说说怎么回事', written)
  return { phone, asked }
}

describe('who would rather say it than type it', () => {
  test('says it, sees it after what stands there, and may mend it', async () => {
    const { phone, asked } = await atTheForm(ear => ear.onStop({ result: '上个月有老人摔倒。' }))
    await phone.tap('说给它听')
    expect(asked).toEqual(['start'])
    await phone.tap('正在听，说完点一下')
    expect(phone.values()).toContain(`${written}，上个月有老人摔倒。`)
    await phone.type('说说怎么回事', '改过的话')
    expect(phone.values()).toContain('改过的话')
    expect(phone.words).toContain('说给它听')
    expect(phone.complaints).toEqual([])
  })
  test.each([
    ['a no', 104, '没有允许用话筒'],
    ['a day’s calls used up', -40001, '今天用话筒的人多'],
    ['no network', -30003, '没有听成'],
  ])('%s is told in plain words, and the text stays', async (_, retcode, says) => {
    const { phone } = await atTheForm(ear => ear.onError({ retcode, msg: '' }))
    await phone.tap('说给它听')
    await phone.tap('正在听')
    expect(phone.words).toContain(says)
    expect(phone.values()).toContain(written)
  })
  test('without the plugin the tap ends in words, and typing goes on', async () => {
    const { phone } = await atTheForm('without the plugin')
    await phone.tap('说给它听')
    expect(phone.words).toContain('打字')
    expect(phone.values()).toContain(written)
    expect(phone.complaints).toEqual([])
  })
  test('leaving the page stops it, and what was said before is kept', async () => {
    const { phone, asked } = await atTheForm(ear => ear.onStop({ result: '说到一半' }))
    await phone.tap('说给它听')
    await phone.back()
    expect(asked).toEqual(['start', 'stop'])
    await phone.open('/pages/raise/index')
    expect(phone.values()).toContain(`${written}，说到一半`)
  })
})
