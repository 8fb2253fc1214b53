import { caseId, isPutAway } from '@/domain/moderation/cases'
import { grant, refuse } from '@/domain/ground/decision'
import { checkNickname } from '@/domain/resident/nickname'
import type { Person } from '@/domain/resident/people'
import type { Tx } from '../../ports'
import { nicknameId, nothingToJudge } from '../ground/case-rows'
import { letGo, putPhoto } from '../moderation/picture-verdicts'
import type { Context, Handler } from '../ground/handler'
import { takePicture } from '../moderation/photos'

/** Nobody looks at a nickname beforehand, so only what the check finds clean is taken; what a person has put away is not taken again. */
export const setProfile: Handler<'profile.set'> = async ({ nickname }, { store, own, actor, contentCheck, openid }) => {
  const checked = checkNickname(nickname)
  if (!checked.ok) return checked
  const wanted = checked.value
  const judged = wanted === '' ? undefined : await own('cases', caseId('nickname', nicknameId(actor.id, wanted)))
  if (judged && isPutAway(judged)) return refuse('nickname-away')
  const verdict = wanted === '' || wanted === actor.nickname ? 'clean' : await contentCheck.judge(wanted, openid, { kind: 'profile' })
  if (verdict !== 'clean') return refuse(verdict === 'unchecked' ? 'nickname-unchecked' : 'content-risky')
  await store.commit(async tx => {
    const person = await stillOpen(tx, actor, openid)
    if (!person) return
    const { nickname: before, ...others } = person
    if (before !== undefined && before !== wanted) await nothingToJudge(tx, caseId('nickname', nicknameId(person.id, before)))
    await tx.put('people', wanted === '' ? others : { ...others, nickname: wanted })
  })
  return grant({ nickname: wanted === '' ? null : wanted })
}

export const setAvatar: Handler<'avatar.set'> = async ({ data }, context) => {
  const taken = await takePicture(data, context)
  if (!taken.ok) return taken
  const { store, actor, openid, files } = context
  const picture = { ...taken.value, use: 'avatar' as const }
  const hers = await store.commit(async tx => {
    const person = await stillOpen(tx, actor, openid)
    if (!person) return false
    await putPhoto(tx, picture, picture.at)
    if (person.avatarId !== undefined) await letGo(tx, person.avatarId)
    await tx.put('people', { ...person, avatarId: picture.id })
    return true
  })
  if (!hers) await files.remove(picture.id)
  return grant({})
}

export const removeAvatar: Handler<'avatar.remove'> = async (_, { store, actor, openid }) => {
  await store.commit(async tx => {
    const person = await stillOpen(tx, actor, openid)
    if (person?.avatarId === undefined) return
    const { avatarId, ...others } = person
    await letGo(tx, avatarId)
    await tx.put('people', others)
  })
  return grant({})
}

/** The person as she stands now; undefined where the account was closed meanwhile, and nothing is put back. */
async function stillOpen(tx: Tx, actor: Person, openid: Context['openid']): Promise<Person | undefined> {
  const person = await tx.get('people', actor.id)
  return person && (await tx.get('accounts', openid))?.personId === person.id ? person : undefined
}
