import { describe, expect, test } from 'vitest'
import { fields } from '@/domain/procedure/fields'
import { askedNow, evidenceOf, opened, wrongIn, type FormField, type OpenStep } from './entries'

const item = (name: keyof typeof fields, more: Partial<FormField> = {}): FormField => ({
  name,
  required: true,
  prefill: null,
  options: [],
  field: structuredClone(fields[name]) as unknown as FormField['field'],
  ...more,
})
const step = (...items: readonly FormField[]): OpenStep => ({
  name: 's',
  label: '办',
  look: 'main',
  secondKey: false,
  via: null,
  article: null,
  missing: [],
  fields: [...items],
})

describe('the form of a step', () => {
  test('opens with what the village knows, and what was typed goes before it', () => {
    const form = step(
      item('budget', { prefill: 300 }),
      item('decisionText', { prefill: '旧的' }),
      item('affectedGroups', { prefill: ['1', '2'] }),
    )
    expect(opened(form, null)).toEqual({ budget: '300', decisionText: '旧的', affectedGroups: ['1', '2'] })
    expect(opened(form, { decisionText: '写了一半', gone: '不再问的' })).toEqual({
      budget: '300',
      decisionText: '写了一半',
      affectedGroups: ['1', '2'],
    })
  })

  test('a draft whose field has changed its kind is not believed', () => {
    expect(opened(step(item('budget', { prefill: 300 })), { budget: ['1'] })).toEqual({ budget: '300' })
  })

  test('says what is missing, field by field', () => {
    expect(
      Object.keys(
        wrongIn(
          step(item('decisionText'), item('budget'), item('boardPhotoFirst'), item('parent'), item('accepted'), item('finishBy')),
          {},
        ),
      ),
    ).toEqual(['decisionText', 'budget', 'boardPhotoFirst', 'parent', 'accepted', 'finishBy'])
  })

  test.each([
    ['三百', false],
    ['-5', false],
    ['2.5', false],
    ['0', true],
    [' 300 ', true],
  ])('money 「%s」 is good: %s', (typed, good) => {
    expect('budget' in wrongIn(step(item('budget')), { budget: typed })).toBe(!good)
  })

  test('a telephone number is found before it is sent', () => {
    expect(wrongIn(step(item('toFix')), { toFix: '打 13800138000 找他' })).toHaveProperty('toFix')
  })

  test('a field this phone does not know yet is left to the server', () => {
    const later: FormField = {
      name: 'inventedLater',
      required: true,
      prefill: null,
      options: [],
      field: { kind: 'text', label: '新的一项', most: 10 },
    }
    expect(wrongIn(step(later), { inventedLater: '比十个字长得多的一句话' })).toEqual({})
    expect(wrongIn(step(later), {})).toHaveProperty('inventedLater')
  })

  test('sends numbers as numbers, leaves out what is optional and empty, and says a 「no」 that may be said', () => {
    const form = step(item('budget'), item('photos', { required: false }), item('urgent', { required: false }), item('toFix'))
    expect(evidenceOf(form, { budget: '300', photos: [], urgent: false, toFix: '补照片' })).toEqual({
      budget: 300,
      urgent: false,
      toFix: '补照片',
    })
  })

  test('a kind of matter is asked only under its class, is needed there, and one of another class is not sent', () => {
    const code = item('matterCode', {
      required: false,
      options: [
        { value: 'V28-4', label: '公益事业', of: 'L1' },
        { value: 'C26-10', label: '补偿费', of: 'C1' },
      ],
    })
    const form = step(item('matterClass'), code)
    expect(askedNow(form, { matterClass: 'L2' }).map(({ name }) => name)).toEqual(['matterClass'])
    expect(askedNow(form, { matterClass: 'L1' })[1]).toMatchObject({ required: true, options: [{ value: 'V28-4' }] })
    expect(Object.keys(wrongIn(form, { matterClass: 'L1' }))).toEqual(['matterCode'])
    expect(Object.keys(wrongIn(form, { matterClass: 'L1', matterCode: 'C26-10' }))).toEqual(['matterCode'])
    expect(evidenceOf(form, { matterClass: 'L2', matterCode: 'V28-4' })).toEqual({ matterClass: 'L2' })
  })
})
