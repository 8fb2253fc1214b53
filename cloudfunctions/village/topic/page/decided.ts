import { matterShown, planShown, reviewShown, townReport } from '../major-matter'
import { answer, decision } from '../topic-page'
import type { Seen } from './seen'

/** What became of it so far: why it was turned aside, what was decided, and what a major matter's road has brought. */
export const decidedShown = ({ topic, journal, people, actor }: Seen, titles: ReadonlyMap<string, string>) => ({
  answer: answer(topic, people, titles, actor),
  decision: decision(topic, people, actor),
  matter: matterShown(topic, actor),
  plan: planShown(topic, journal, actor),
  review: reviewShown(topic, journal, people, actor),
  townReport: townReport(journal, actor),
})
