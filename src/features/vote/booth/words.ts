import { answerWords, isChoice, mostPoints, type Answer } from '@/domain/vote/question/answers'
import { bodyNames, isByHousehold, unitWord } from '@/domain/law/names'
import { dayOf, spokenDay, spokenTime, startOf } from '@/domain/ground/calendar'
import { formNames } from '@/domain/vote/motions'
import { foremostFirst, totalsOf } from '@/domain/vote/count/tallies'
import type { CastRefusal, MotionView } from './store'

type Card = MotionView['card']
export type Phase = 'not-yet' | 'open' | 'counting' | 'settled'

/** Where the motion stands, by the server's clock. */
export const phaseOf = (card: Card, now: number): Phase =>
  card.result ? 'settled' : now < card.opensAt ? 'not-yet' : now < card.closesAt ? 'open' : 'counting'

/** A vote that ends with a day ends at 24:00 of it: nobody reads 00:00 as the evening before. */
export const closingWords = (instant: number): string =>
  instant === startOf(dayOf(instant)) ? `${spokenDay(dayOf(instant - 1))} 24:00` : spokenTime(instant)

export const formTag = (card: Card): string => formNames[card.form]
export const perUnit = (card: Card): string => (isByHousehold(card.body) ? '一户一票' : '一人一票')

/** What happens to a ballot of this kind once it is in the box. */
export const afterCasting = (card: Card): string =>
  card.form === 'secret' ? '投出后不能更改，谁也看不到您选了什么。' : '截止前可以改，以最后一次为准。记名票，结束后名单会公布。'

/** A ballot line by line: one mark, or each option with its place or its points. */
export const answerLines = (answer: Answer, { method, options = [] }: Pick<Card, 'method' | 'options'>): readonly string[] =>
  isChoice(answer)
    ? [answerWords(answer)]
    : answer.split(/[+>,]/).map((part, at) => `${method === 'rank' ? `${at + 1}. ` : ''}${answerWords(part, options)}`)

/** The ballot said back: one mark in the line, several each on their own. */
export function saidBack(answer: Answer, card: Pick<Card, 'method' | 'options'>): string {
  const lines = answerLines(answer, card)
  return lines.length > 1 ? `\n${lines.join('\n')}` : lines.join('')
}

const shortest = 14
/** An answer behind a few words on a button, where it fits there. */
export function withAnswer(words: string, answer: Answer, card: Pick<Card, 'method' | 'options'>): string {
  const [line = '', ...more] = answerLines(answer, card)
  return more.length === 0 && line.length <= shortest ? `${words}：${line}` : words
}

export function askTitle(answer: Answer, card: Pick<Card, 'method' | 'options'>): string {
  const words = withAnswer('', answer, card)
  return words ? `您选的是“${words.slice(1)}”，现在投出吗？` : '您选的在下面，现在投出吗？'
}

/** What a voter may not have meant: options without points or a place get nothing. */
export function leftOut(answer: Answer, { method, options = [] }: Pick<Card, 'method' | 'options'>): string | null {
  if (isChoice(answer) || answer.split(/[>,]/).length >= options.length) return null
  return method === 'score' ? '没打分的，按 0 分算。' : method === 'rank' ? '没排上的，不得分。' : null
}

export const notYetChosen: Record<NonNullable<Card['method']>, string> = {
  'yes-no': '先选一项',
  one: '先选一项',
  approve: '先选一项',
  rank: '先排一排',
  score: '先打分',
}

/** What a receipt proves, and what it cannot. */
export const receiptProves = '它只能证明您的票原样在票箱里。别人没有它，就查不到您选了什么，所以不要给别人看。'

export const unsureWords = '没有收到回音，您的票可能已经投到，也可能没有。再点一次会送出同一张票，不会算成两票。'
export const unsureKeyWords = '没有收到回音，可能已经转了，也可能没有。再点一次还是这一把，不会出错。'

export const missedWords = (refusal: CastRefusal): string | null =>
  refusal === 'vote-closed' ? '投票已经截止，您刚才选的没有投出，没有计入。' : null

const voters: Partial<Record<Card['body'], string>> = {
  VRA: '这次由村民代表来投。您的想法可以告诉您这一组的代表，或写在议题下面的留言里。',
  VA_HOUSEHOLD: '这次一户一票，由每户的户代表来投。您可以和家里的户代表商量。',
  VA_PERSON: '这次由满十八岁的村民来投，一人一票。',
  CMA: '这次由村集体的成员来投，一人一票。您的想法可以写在议题下面的留言里。',
  CMRA: '这次由村集体的成员代表来投。您的想法可以告诉代表。',
  POLL: '这次征询的名册上没有您。想参加请到议事厅登记，下次就能投。',
}
export const whoVotes = (card: Card): string => voters[card.body] ?? '这次的名册上没有您。觉得不对的话，请到议事厅问一问。'

/** How far from the legal number, in words. */
export function turnoutLine(card: Card): string {
  const unit = unitWord(card.body)
  if (card.quorumNeeds === 0) return `已有 ${card.turnout} ${unit}表达意见`
  // In a hall the quorum is of those who came, and is counted there.
  if (card.openedAt !== undefined) return `名册 ${card.rollSize} ${unit}，已投 ${card.turnout} ${unit}。够不够法定人数，按到会的算`
  const missing = card.quorumNeeds - card.turnout
  return `名册 ${card.rollSize} ${unit}，已投 ${card.turnout} ${unit}，${missing > 0 ? `还差 ${missing} ${unit}达到法定人数` : '已够法定人数'}`
}

interface Said {
  readonly says: string
  readonly tone: 'green' | 'amber' | 'grey'
}

/** Whether enough took part; nothing to say where there is no legal number. */
export function quorumTag({ result, quorumNeeds }: Card): Said | null {
  if (!result || quorumNeeds === 0) return null
  return result.present >= quorumNeeds ? { says: '够数', tone: 'green' } : { says: '不够数', tone: 'amber' }
}

/** 过半数 is reached by its own words, 三分之二以上 wants a verb: 没有达到三分之二以上. */
function shareWords(share: string, reached: boolean): string {
  const verb = share.includes('过') ? '' : '达到'
  return `${reached ? '' : '没有'}${verb}${share}`
}

/** Whether it carried, by the rule's own share. A count of views never says so. */
export function majorityTag({ result, binding, share }: Card): Said | null {
  if (!result || result.outcome === 'quorum_failed' || result.outcome === 'void') return null
  if (!binding || result.outcome === 'counted' || share === undefined) return { says: '只作参考', tone: 'grey' }
  return result.outcome === 'passed' ? { says: shareWords(share, true), tone: 'green' } : { says: shareWords(share, false), tone: 'amber' }
}

/** What the phone found under its own receipt. */
export function foundWords(mine: Answer | null | 'no-receipt', card: Pick<Card, 'method' | 'options'>): string {
  if (mine === 'no-receipt') return '这部手机里没有您的回执。如果您用别的手机投的，请在那部手机上核对；如果您没有投，就没有您的票。'
  if (mine === null) return '名单里没有找到这部手机的回执。请打电话给议事厅，或找村务监督委员会核查。'
  return `找到了。您的票在里面，记的是${answerLines(mine, card)
    .map(line => `“${line}”`)
    .join('')}。`
}

/** Counted again on the phone, against what was announced. */
export function recountWords(ballots: readonly { readonly choice: Answer }[], card: Card): string {
  const { result, options: texts = [] } = card
  const counted = totalsOf(card, ballots)
  const same =
    result !== null &&
    counted.for === result.for &&
    counted.against === result.against &&
    counted.abstain === result.abstain &&
    (counted.options ?? []).every(({ id, votes }) => result.options?.some(option => option.id === id && option.votes === votes))
  const parts = counted.options
    ? counted.options.map(({ id, votes }) => `“${answerWords(id, texts)}”${votes} ${unitOfVotes(card)}`)
    : [`赞成 ${counted.for}`, `反对 ${counted.against}`]
  return `手机重数：${parts.join('，')}，弃权 ${counted.abstain}，${same ? '和公布的一样。' : '和公布的不一样，请告诉村务监督委员会。'}`
}

/** What an option's figure counts. */
export const unitOfVotes = ({ method }: Pick<Card, 'method'>): string => (method === 'rank' || method === 'score' ? '分' : '票')

/** The fingerprint of the whole list, reckoned on the phone, against the published one; nothing where none was published. */
export function rootWords(own: string, { result }: Card): string[] {
  if (!result?.root) return []
  return [
    result.root === own ? `整份名单的指纹是 ${fingerprint(own)}，和公布的一样。` : '整份名单的指纹和公布的不一样，请告诉村务监督委员会。',
  ]
}
export const fingerprint = (hash: string): string => (hash.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join(' · ')

export const checkProves =
  '这能看出：公布以后，名单没有少票、多票、改票，每一票都数进去了。指纹写在议题的全部记录里，公示栏的验证码就是从那里来的。'
export const checkCannot =
  '这看不出：投票的时候有没有人在旁边逼着投；管机器的人和监票的人要是串通，光看名单也看不出来。所以请大家到场看计票，有人逼您投票，请告诉村务监督委员会或镇街。'

/** A paper ballot has no name; its number was drawn for the list. */
export const listedName = ({ who, unit }: { readonly who: string; readonly unit?: string | undefined }): string =>
  unit === undefined && /^[0-9a-f]{64}$/.test(who) ? '纸质票' : who

/** A secret vote hides who chose what, and hides nothing where all chose the same. */
export const oneSidedBefore = '无记名藏得住谁投了什么。只是如果大家都选同一项，结果一公布就看得出来。'
export function oneSidedAfter({ form, result, method = 'yes-no' }: Card): string | null {
  if (form !== 'secret' || !result || result.present === 0) return null
  // Points of a poll, or approvals, are no ballots that say the same.
  const counts = [
    result.for,
    result.against,
    result.abstain,
    ...(method === 'one' ? (result.options ?? []).map(option => option.votes) : []),
  ]
  return counts.includes(result.present) ? '参加的都选了同一项，所以这次看得出每个人怎么投。' : null
}

/** What an outcome means for who reads it. */
export function outcomeLine({ result, body, share, method, options = [] }: Card): string {
  const unit = unitWord(body)
  switch (result?.outcome) {
    case 'passed':
      return `${method === 'one' ? `“${foremost(result.options, options)}”${shareWords(share ?? '', true)}。` : ''}接下来按结论公示，公示期满就办。`
    case 'not_passed':
      return `${method === 'one' ? '没有一项' : '赞成的没有'}${shareWords(share ?? '', true)}，这件事这次不办。`
    case 'second_ballot':
      return `没有一项${shareWords(share ?? '', true)}，票数在前的几项再投一轮，还是原来的名册。`
    case 'void':
      return '票数对不上，这次不算数，要重新投。'
    case 'quorum_failed':
      return `参加的${unit}数没到法定人数，这次不算数，要办得再开一次。`
    default:
      return '这次听到了大家的想法，不作决定。'
  }
}

const foremost = (votes: NonNullable<Card['result']>['options'], options: NonNullable<Card['options']>): string =>
  answerWords(foremostFirst(votes ?? [])[0]?.id ?? '', options)

const howToAnswer = {
  'yes-no': () => '您可以选赞成、反对，或者弃权。',
  one: texts => `请在这几项里选一项：${texts}，或者弃权。`,
  approve: texts => `可以选几项：${texts}。`,
  rank: texts => `请按您想要的先后来排：${texts}。`,
  score: texts => `请给每一项打 0 到 ${mostPoints} 分：${texts}。`,
} satisfies Record<NonNullable<Card['method']>, (texts: string) => string>

const howTo = ({ method, options }: Card): string => howToAnswer[method ?? 'yes-no']((options ?? []).map(({ text }) => text).join('；'))

/** What is read aloud: the question, until when, and how to answer it. */
export const aloudWords = ({ card }: MotionView): string =>
  `${bodyNames[card.body].name}${bodyNames[card.body].views ? '' : '表决'}。${card.text}。${formTag(card)}` +
  `投票，${perUnit(card)}，${closingWords(card.closesAt)}截止。${howTo(card)}`

/** The answers of this paper, for who is helped. */
export const answersAloud = (card: Card): string => `请您自己选。${howTo(card)}`

/** The choice said back, before it counts. */
export const readBack = (words: string): string => `您选的是：${words}。对的，请您自己点“投出”；不对，请点“再想想”。`
