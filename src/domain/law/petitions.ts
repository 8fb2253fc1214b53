import { inequality, inWords, largestCount, meets, needed } from '../ground/share'
import { citation } from './articles'
import { unitWord } from './names'
import type { PetitionRule } from './rule'

export interface PetitionJudgement {
  readonly reached: boolean
  /** The fewest signatures that oblige. */
  readonly needs: number
  readonly explain: string
}

/** What is wrong with the numbers, in words; null where they can be judged. */
export function malformedPetition(of: number, signed: number): string | null {
  for (const [name, value] of [
    ['of', of],
    ['signed', signed],
  ] as const) {
    if (!Number.isInteger(value)) return `${name} 要是整数`
    if (value < 0) return `${name} 不能是负数`
    if (value > largestCount) return `${name} 太大，不能准确计算`
  }
  return signed > of ? `联名的 ${signed} 比名册上的 ${of} 还多` : null
}

/** Whether enough have signed: 「十分之一以上」 counts the tenth itself. Of an empty roll nobody ever has. */
export function judgePetition({ id, pass, article }: PetitionRule, of: number, signed: number): PetitionJudgement {
  const reached = meets(signed, of, pass.share)
  const word = unitWord(id)
  const judgement = `${reached ? '达到' : '没有达到'}${inWords(pass.share)}（${citation(article)}）`
  return {
    reached,
    needs: Math.max(1, needed(of, pass.share)),
    explain:
      of === 0
        ? `名册上没有${word}，${judgement}`
        : `名册 ${of} ${word}，联名 ${signed} ${word}：${inequality(signed, of, pass.share)}，${judgement}`,
  }
}
