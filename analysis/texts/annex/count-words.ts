import { hidden, type Told } from '../../disclosure/hidden.ts'
import { whole } from '../../words.ts'
import type { WriterWords } from './document.ts'
import type { ToldCounts } from './tell-annex.ts'

/** `12 Texte von 9 Kommunen`. */
export function countWords({ texts, units }: ToldCounts, writers: WriterWords): string {
  if (texts === hidden || units === hidden) return 'Anzahl verdeckt'
  const written = textWords(texts)
  if (writers === null || texts === 0) return written
  return `${written} von ${whole(units)} ${units === 1 ? writers.one : writers.many}`
}

export const textWords = (count: number): string =>
  count === 0 ? 'kein Text' : `${whole(count)} ${count === 1 ? 'Text' : 'Texte'}`

export const cellWords = (count: Told<number>): string => (count === hidden ? count : whole(count))
