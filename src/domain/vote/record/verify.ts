import { answerFits, answerWords } from '../question/answers'
import { unitWord } from '../../law/names'
import { isRuleSetId, ruleIn, ruleSets } from '../../law/rule-sets'
import { channelNames, channels, type Channel } from '../channels'
import { boardCode, entryId, isIntact } from '../../ground/journal'
import { isMeeting, outcomeWords, type Motion } from '../motions'
import { masked } from '../../resident/people'
import { judgeMotion } from '../count/settle'
import { judgeMeeting } from '../meeting/settle-meeting'
import { isNamed, misplacedAt, rootOf, unitSeal } from './ballot-list'
import { recount } from './recount'
import { isWhole, linksHash, statementHash, textHashOf, type VotingRecord } from './record'
import type { VoteSettled } from './sealed-vote'
import { recordShape } from './record-shape'

/** One thing that was looked at, with its numbers. */
export interface Check {
  readonly title: string
  readonly says: string
}
export type Verified =
  | { readonly ok: true; readonly checks: readonly Check[]; readonly line: string; readonly boardCode: string }
  /** `checks` are those that held; `fault` is the first thing that does not. */
  | { readonly ok: false; readonly checks: readonly Check[]; readonly fault: string }

type Finding = { readonly says: string } | { readonly fault: string }
const fault = (words: string): Finding => ({ fault: words })
const held = (words: string): Finding => ({ says: words })

const isRecord = (value: unknown): value is VotingRecord => recordShape(value, '记录') === null

/**
 * Recounts a voting record and believes none of its totals: shape, text, every ballot, order, sums, the tree's root, the rule's judgement,
 * the journal's chain and that it says the same. Gives the first thing that does not hold, in words.
 */
export function verifyRecord(value: unknown): Verified {
  if (!isRecord(value)) return { ok: false, checks: [], fault: recordShape(value, '记录') ?? '' }
  const checks: Check[] = []
  for (const [title, look] of looks) {
    const found = look(value)
    if ('fault' in found) return { ok: false, checks, fault: `${title}：${found.fault}` }
    checks.push({ title, says: found.says })
  }
  const code = boardCode(value.journal.at(-1)?.hash ?? '')
  const { counts, roll, rule, outcome } = value,
    unit = unitWord(rule.id)
  const line =
    `核对无误：名册 ${roll.size} ${unit}，参加 ${counts.present} ${unit}，${countWords(value)}，` +
    `${outcomeWords[outcome.outcome]}；公示栏验证码应是 ${code}`
  return { ok: true, checks, line, boardCode: code }
}

const looks: readonly (readonly [title: string, look: (record: VotingRecord) => Finding])[] = [
  ['格式', () => held('每一项都有，没有多出来的')],
  ['表决事项', text],
  ['每一张票', eachBallot],
  ['票的次序', order],
  ['重新数票', totals],
  ['人数对账', sums],
  ['名单指纹', root],
  ['按规则重判', judgedAnew],
  ['议题记录', chain],
  ['记录里的数', onRecord],
]

function text({ motion, journal }: VotingRecord): Finding {
  const own = textHashOf({ text: motion.text, options: motion.options })
  if (own !== motion.textHash) return fault('正文和它的指纹对不上')
  const ids = motion.options.map(option => option.id)
  if (new Set(ids).size !== ids.length) return fault('选项有重复')
  if (motion.closesAt < motion.opensAt || (motion.openedAt !== null && motion.openedAt < motion.opensAt))
    return fault('开始和截止的时间不对')
  if (new Set(motion.channels).size !== motion.channels.length || motion.channels.length === 0) return fault('投票方式写得不对')
  if (motion.secondOf === motion.id || motion.revoteOf === motion.id) return fault('一次表决不能接着它自己')
  const put = journal.find(entry => isWhole(entry) && entry.vote?.kind === 'put' && entry.vote.motionId === motion.id)
  if (put && isWhole(put) && put.vote?.kind === 'put' && put.vote.textHash !== own) return fault('和提请表决时记下的正文不一样')
  return held(`“${motion.text}”，指纹 ${own.slice(0, 12)}`)
}

function eachBallot({ motion, rule, ballots, key }: VotingRecord): Finding {
  const units = new Set<string>()
  for (const [index, ballot] of ballots.entries()) {
    const place = `第 ${index + 1} 张票`
    if (isNamed(ballot)) {
      if (motion.form === 'secret') return fault(`${place}是记名的，这是无记名表决`)
      if (ballot.channel === 'paper' || !isOffered(motion, ballot.channel))
        return fault(`${place}的投票方式（${channelNames[ballot.channel]}）这次没有`)
      if (!answerFits(motion, ballot.choice)) return fault(`${place}写的“${ballot.choice}”不是这个问题的答案`)
      if (key === null ? ballot.of !== undefined || ballot.who !== masked(ballot.who) : ballot.of === undefined)
        return fault(`${place}的名字写法不对`)
      if (key !== null && ballot.of !== undefined) {
        if (unitSeal(key, ballot.of, ballot.who) !== ballot.unit) return fault(`${place}的名字和它的指纹对不上`)
        if (units.has(ballot.of)) return fault(`${place}和前面一张是同一${unitWord(rule.id)}的`)
        units.add(ballot.of)
      }
      continue
    }
    const paper = motion.channels.includes('paper')
    if (motion.form === 'named' && !paper) return fault(`${place}没有名字，这是记名表决`)
    if (!answerFits(motion, ballot.choice) && !(paper && ballot.choice === 'invalid'))
      return fault(`${place}写的“${ballot.choice}”不是这个问题的答案`)
  }
  if (key !== null && units.size === 0) return fault('没有名字可以打开，却有一把钥匙')
  return held(`${ballots.length} 张，答案都对得上这个问题`)
}

/** Whether one could vote this way. Proxies are given where there is a meeting; the rule says to whom. */
const isOffered = (motion: VotingRecord['motion'], channel: Channel): boolean =>
  motion.channels.includes(channel) || (channel === 'proxy' && isMeeting(motion))

function order({ ballots }: VotingRecord): Finding {
  const found = misplacedAt(ballots)
  if (!found) return held('按指纹排，没有重复，看不出先后')
  return fault(found.twice ? `第 ${found.at} 张票和前一张是同一张，算了两次` : `第 ${found.at} 张票的位置不对`)
}

function totals(record: VotingRecord): Finding {
  const { motion, ballots, counts } = record
  const own = recount(motion, ballots)
  for (const [name, words] of [
    ['for', '赞成'],
    ['against', '反对'],
    ['abstain', '弃权'],
    ['invalid', '无效'],
  ] as const)
    if (own[name] !== counts[name]) return fault(`${words}数出来是 ${own[name]} 票，记录上写 ${counts[name]} 票`)
  if (own.options.length !== counts.options.length) return fault(`选项有 ${own.options.length} 项，记录上数了 ${counts.options.length} 项`)
  for (const [index, { id, votes }] of own.options.entries()) {
    const written = counts.options[index]
    if (written?.id !== id || written.votes !== votes)
      return fault(`“${answerWords(id, motion.options)}”数出来是 ${votes}，记录上写 ${written?.votes ?? 0}`)
  }
  return held(countWords(record))
}

const countWords = ({ counts, motion }: VotingRecord): string =>
  [
    ...(motion.method === 'yes-no'
      ? [`赞成 ${counts.for}`, `反对 ${counts.against}`]
      : counts.options.map(({ id, votes }) => `${answerWords(id, motion.options)} ${votes}`)),
    `弃权 ${counts.abstain}`,
    ...(counts.invalid > 0 ? [`无效 ${counts.invalid}`] : []),
    ...(counts.unreturned > 0 ? [`没有交回 ${counts.unreturned}`] : []),
  ].join('，')

function sums({ motion, ballots, counts, roll, outcome, rule }: VotingRecord): Finding {
  const unit = unitWord(rule.id),
    { present, unreturned, byChannel, paper } = counts
  if (present > roll.size) return fault(`参加的 ${present} ${unit}比名册上的 ${roll.size} ${unit}还多`)
  const tooMany = paper !== null && paper.found > paper.issued - paper.spoiled
  if (tooMany !== (outcome.outcome === 'void')) return fault(tooMany ? '票箱里的票比发出的多，应当作废' : '票没有多出来，不应当作废')
  if (!tooMany && ballots.length + unreturned !== present)
    return fault(`票 ${ballots.length} 张加没有交回的 ${unreturned}，不等于参加的 ${present} ${unit}`)
  const nameless = ballots.filter(ballot => !isNamed(ballot)).length
  for (const channel of channels) {
    if (byChannel[channel] > 0 && !isOffered(motion, channel))
      return fault(`${channelNames[channel]}写了 ${byChannel[channel]} ${unit}，这次没有这种投法`)
    const returned = motion.form === 'named' ? returnedBy(channel, ballots) : 0
    if (returned > byChannel[channel]) return fault(`${channelNames[channel]}交来 ${returned} 票，比写的 ${byChannel[channel]} ${unit}还多`)
  }
  const ways = channels.reduce((sum, channel) => sum + byChannel[channel], 0)
  if (ways > present || (!tooMany && present - ways > unreturned))
    return fault(`各种投法加起来 ${ways} ${unit}，和参加的 ${present} ${unit}对不上`)
  if ((paper !== null) !== motion.channels.includes('paper')) return fault('有没有纸质票，前后写得不一样')
  if (paper && !tooMany && motion.form === 'named' && paper.found !== nameless)
    return fault(`票箱里数出 ${nameless} 张，记录上写 ${paper.found} 张`)
  if (paper && paper.found > ballots.length) return fault(`记录上写票箱里有 ${paper.found} 张，名单里一共 ${ballots.length} 张`)
  const parts = channels.filter(channel => byChannel[channel] > 0).map(channel => `${channelNames[channel]} ${byChannel[channel]}`)
  return held(
    `名册 ${roll.size} ≥ 参加 ${present}${parts.length > 0 ? `（${parts.join('，')}）` : ''} = 票 ${ballots.length} + 没有交回 ${unreturned}`,
  )
}

const returnedBy = (channel: Channel, ballots: VotingRecord['ballots']): number =>
  ballots.filter(ballot => isNamed(ballot) && ballot.channel === channel).length

function root({ ballots, root: written }: VotingRecord): Finding {
  const own = rootOf(ballots)
  return own === written
    ? held(`${own.slice(0, 16)}…，和公布的一样`)
    : fault(`算出来是 ${own.slice(0, 16)}…，记录上写 ${written.slice(0, 16)}…`)
}

function judgedAnew({ motion, rule, roll, counts, outcome }: VotingRecord): Finding {
  if (!isRuleSetId(rule.set) || !ruleIn(rule.set, rule.id)) return fault(`没有 ${rule.set} 里的 ${rule.id} 这条规则`)
  const { options, byChannel, paper, ...choices } = counts
  const own = isMeeting(motion)
    ? {
        present: counts.present,
        ...judgeMeeting(judged({ motion, rule, roll }), { ...choices, options, byChannel, ...(paper ? { paper } : {}) }),
      }
    : judgeMotion(judged({ motion, rule, roll }), counts, counts.present)
  if (own.outcome !== outcome.outcome)
    return fault(`按${ruleSets[rule.set].name}应是“${outcomeWords[own.outcome]}”，记录上写“${outcomeWords[outcome.outcome]}”`)
  if (own.present !== counts.present) return fault(`参加的应是 ${own.present}，记录上写 ${counts.present}`)
  const at = outcome.explain.findIndex((line, index) => line !== own.explain[index])
  if (at >= 0 || own.explain.length !== outcome.explain.length)
    return fault(`算式第 ${at < 0 ? own.explain.length : at + 1} 行和重算的不一样`)
  return held(`${outcomeWords[own.outcome]}：${own.explain.join('；')}`)
}

/** The motion as its judge asks for it. */
const judged = ({
  motion,
  rule,
  roll,
}: Pick<VotingRecord, 'motion' | 'rule' | 'roll'>): Pick<
  Motion,
  'body' | 'byLaw' | 'rollSize' | 'rules' | 'chosen' | 'method' | 'options' | 'secondOf' | 'openedAt'
> => ({
  body: rule.id,
  byLaw: motion.byLaw,
  rollSize: roll.size,
  rules: rule.set,
  chosen: rule.chosen,
  openedAt: motion.openedAt,
  method: motion.method,
  options: motion.options,
  ...(motion.secondOf === null ? {} : { secondOf: motion.secondOf }),
})

function chain({ motion, journal }: VotingRecord): Finding {
  let before = ''
  for (const [index, entry] of journal.entries()) {
    const place = `第 ${index + 1} 条`
    if (entry.n !== index + 1) return fault(`${place}的编号是 ${entry.n}，少了、多了或换了次序`)
    if (entry.before !== before) return fault(`${place}接不上前一条`)
    if (isWhole(entry)) {
      if (entry.orgId !== motion.orgId || entry.topicId !== motion.topicId || entry.id !== entryId(motion.topicId, entry.n))
        return fault(`${place}不是这件议题的`)
      if (!isIntact(entry)) return fault(`${place}被改过，和它的指纹对不上`)
    }
    before = entry.hash
  }
  return held(`${journal.length} 条，一条接一条`)
}

function onRecord(record: VotingRecord): Finding {
  const { motion, roll, counts, outcome, journal } = record
  const last = journal.at(-1)
  const settled = last && isWhole(last) && last.vote?.kind === 'settled' ? last.vote : null
  if (!settled || settled.motionId !== motion.id) return fault('最后一条不是这次表决的结果')
  const links = linksHash(journal.slice(0, -1).map(entry => entry.hash))
  const same: readonly (readonly [words: string, own: string | number, written: string | number])[] = [
    ['名单指纹', record.root, settled.root],
    ['结果', outcomeWords[outcome.outcome], outcomeWords[settled.outcome]],
    ['赞成', counts.for, settled.for],
    ['反对', counts.against, settled.against],
    ['弃权', counts.abstain, settled.abstain],
    ['参加', counts.present, settled.present],
    ['名册人数', roll.size, settled.rollSize],
    ['名册指纹', roll.hash, settled.rollHash],
    ['前面各条', links, settled.links],
    ['其他各项', statementHash(record), settled.statement],
  ]
  const differs = same.find(([, own, written]) => own !== written)
  if (differs) return fault(`${differs[0]}和议题记录最后一条写的不一样`)
  return held(`${settledWords(settled)}，和议题记录最后一条一样`)
}

const settledWords = ({ outcome, present, rollSize }: VoteSettled): string => `${outcomeWords[outcome]}，参加 ${present}，名册 ${rollSize}`
