import { createHash } from 'node:crypto'
import { plainWords } from '../../analysis/screening/same-words.ts'

/** The same for texts that say the same with the same words. What people wrote does not belong into addresses; this tells nothing of it. */
export const wordsKey = (text: string): string =>
  createHash('sha256').update(plainWords(text)).digest('hex').slice(0, 16)
