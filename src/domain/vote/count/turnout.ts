import { unitWord, type BodyId } from '../../law/names'

interface Turnout {
  readonly body: BodyId
  readonly rollSize: number
  readonly turnout: number
  readonly quorumNeeds: number
}

/** 「应到 80 人，已到 52 人，还差 2 人达到法定人数」. How many, never how. */
export function turnoutWords({ body, rollSize, turnout, quorumNeeds }: Turnout): string {
  const unit = unitWord(body)
  if (quorumNeeds === 0) return `已有 ${turnout} ${unit}说了想法`
  const short = quorumNeeds - turnout
  return `应到 ${rollSize} ${unit}，已到 ${turnout} ${unit}，${short > 0 ? `还差 ${short} ${unit}达到法定人数` : '够法定人数了'}`
}
