import type { MotionView } from './store'

type Item = NonNullable<MotionView['agenda']>[number]

/** Where this question stands among those of its meeting, from 1; null where it stands alone. */
export function placeInAgenda({
  card,
  agenda = [],
}: Pick<MotionView, 'card' | 'agenda'>): { readonly at: number; readonly of: number } | null {
  const at = agenda.findIndex(({ id }) => id === card.id)
  return at < 0 ? null : { at: at + 1, of: agenda.length }
}

/** What leads on: the next question that is open and not answered yet, from here on and round to the first. */
export function nextQuestion({ card, agenda = [] }: Pick<MotionView, 'card' | 'agenda'>): Item | undefined {
  const at = agenda.findIndex(({ id }) => id === card.id)
  return [...agenda.slice(at + 1), ...agenda.slice(0, Math.max(0, at))].find(({ open, voted }) => open && !voted)
}

/** Whether this voter's ballot is in for every question of the meeting. */
export const allAnswered = ({ card, agenda = [] }: Pick<MotionView, 'card' | 'agenda'>): boolean =>
  agenda.length > 0 && agenda.every(({ id, voted }) => (id === card.id ? card.voted : voted))
