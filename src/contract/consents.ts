import * as v from 'valibot'
import { templateKeys, type TemplateKey } from '@/domain/notice/templates'
import { operation } from './operation'
import { freshKey } from './shapes'

const template = v.picklist(templateKeys as [TemplateKey, ...TemplateKey[]])

export const consents = {
  /** The templates this village has, under the ids WeChat's question needs; none where nothing is pushed. */
  'consent.view': operation({
    input: v.strictObject({}),
    output: v.object({ templates: v.array(v.object({ template, id: v.string(), lasting: v.boolean() })) }),
    refusals: [],
  }),
  /** What a resident chose when WeChat asked, under a key of this one tap. */
  'consent.record': operation({
    input: v.strictObject({
      tap: freshKey,
      answers: v.pipe(
        v.array(v.strictObject({ template, answer: v.picklist(['accept', 'reject', 'ban', 'filter']) })),
        v.minLength(1),
        v.maxLength(5),
        v.check(answers => new Set(answers.map(one => one.template)).size === answers.length),
      ),
    }),
    output: v.object({}),
    refusals: [],
  }),
}
