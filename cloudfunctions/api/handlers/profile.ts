import { grant, refuse } from '@/domain/decision'
import { checkNickname } from '@/domain/nickname'
import type { Handler } from '../handler'

/** Nobody looks at a nickname afterwards, so only what the check finds clean is taken. */
export const setProfile: Handler<'profile.set'> = async ({ nickname }, { store, actor, contentCheck, openid }) => {
  const checked = checkNickname(nickname)
  if (!checked.ok) return checked
  const wanted = checked.value
  const verdict = wanted === '' || wanted === actor.nickname ? 'clean' : await contentCheck.judge(wanted, openid, { kind: 'profile' })
  if (verdict !== 'clean') return refuse(verdict === 'unchecked' ? 'nickname-unchecked' : 'content-risky')
  await store.commit(async tx => {
    const person = await tx.get('people', actor.id)
    if (!person || (await tx.get('accounts', openid))?.personId !== person.id) return // closed meanwhile: nothing is put back
    const { nickname: _, ...others } = person
    await tx.put('people', wanted === '' ? others : { ...others, nickname: wanted })
  })
  return grant({ nickname: wanted === '' ? null : wanted })
}
