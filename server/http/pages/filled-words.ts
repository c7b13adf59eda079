import type { Progress } from '../../../surveys/answer/progress.ts'

/** `12 von 40 Feldern`. */
export const filledWords = ({ filled, total }: Progress): string =>
  `${filled} von ${total} ${total === 1 ? 'Feld' : 'Feldern'}`
