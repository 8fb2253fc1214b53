import type { Person } from './person'
import { idOnScreen, takes, topicPage } from './steps'

/** Puts a question to the village's representatives, secretly, in the earliest lawful time. */
export async function putsQuestion(moderator: Person, topicId: string, question: string): Promise<string> {
  await moderator.comes(topicPage(topicId))
  await moderator.tap('提请表决')
  await moderator.types('要问大家什么', question)
  await moderator.tap(/^村民代表会议/, 'radio')
  await moderator.tap(/^无记名/, 'radio')
  await moderator.sees('要提前 3 天告诉大家', '算数，按结果办')
  await moderator.tap('提请表决')
  await moderator.sees('提请表决吗', '问题和时间都不能再改')
  await moderator.tap('确定，发出去')
  await moderator.sees('已经提请表决')
  await moderator.tap('看这项表决')
  return idOnScreen(moderator)
}

/** From the question to the ballot in the box: chooses, hears it back in words, says yes. */
export async function votes(who: Person, choice: '赞成' | '反对' | '弃权'): Promise<void> {
  await who.tap(choice, 'radio')
  await who.tap(`我选好了：${choice}`)
  await who.sees(`您选的是“${choice}”，现在投出吗？`)
  await who.tap(`投出：${choice}`)
  await who.sees('您的票投好了')
}

export interface Outcome {
  readonly decided: string
  readonly implementer: string
  readonly finishBy: string
  readonly budget: string
}

/** Fills in the outcome: what was decided, who does it, by when, for how much. */
export async function writesOutcome(moderator: Person, { decided, implementer, finishBy, budget }: Outcome): Promise<void> {
  await moderator.tap(/^多数同意/, 'radio')
  await moderator.types('定了什么', decided)
  await moderator.types('会议纪要', '主持人主持，记录员记录。到会 5 人，赞成一次装完的多，有人主张先装巷口。')
  await moderator.types('谁签了字', '主持人、记录员、两名参会代表、一名监督委员')
  await moderator.tap(implementer, 'radio')
  await moderator.sets('什么时候办好', finishBy)
  await moderator.types('要花多少钱', budget)
}

/** A photograph of the board on the wall. */
export const photographsBoard = (who: Person, id: string, step: '上传张贴照片' | '上传期满照片'): Promise<void> =>
  takes(who, id, step, () => who.photographs())

/** A supervisor has seen the board: the posting counts. */
export const certifiesPosting = (who: Person, id: string): Promise<void> =>
  takes(who, id, '确认公示贴满', () => who.tap(/^我到公示栏看过/, 'checkbox'))

/** Opens the notice of a topic on one of the boards. */
export async function readsNotice(who: Person, board: '结论' | '结果', title: string): Promise<void> {
  await who.comes('pages/notices/index')
  await who.tap(board, 'tab')
  await who.tap(new RegExp(title))
}

/** Objects to what is posted, on the notice that stands open. */
export async function objects(who: Person, reason: string): Promise<void> {
  await who.tap('我有异议')
  await who.types('哪里不对，为什么', reason)
  await who.tap('交给村务监督委员会')
  await who.sees('异议收到了')
}

/** Answers an objection that does not hold. */
export async function answersObjection(supervisor: Person, topicId: string, reason: string, answer: string): Promise<void> {
  await supervisor.comes(topicPage(topicId))
  await supervisor.sees(reason)
  await supervisor.tap('答复这件异议')
  await supervisor.tap(/^异议不成立/, 'radio')
  await supervisor.types('答复', answer)
  await supervisor.tap('答复')
  await supervisor.tap('确定，答复他')
  await supervisor.sees('答复好了')
}

/** Gives a closed matter its stars. */
export async function rates(who: Person, topicId: string, stars: string): Promise<void> {
  await who.comes(topicPage(topicId))
  await who.tap(stars, 'radio')
  await who.tap('交上评价')
  await who.sees('收到您的评价，谢谢')
}
