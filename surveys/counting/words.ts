import { isPlaceholder, plainText } from '../reading/typed-text.ts'

/** A word as it is compared: without case, stops, brackets and what stands in them. */
export function plainWord(text: string): string {
  const plain = plainText(text).toLowerCase()
  const bare = plain.replace(/\s*\([^)]*\)/g, '').trim()
  return spaced(bare === '' ? plain : bare)
}

/** `<`, `>` and `+` say something, all other signs only part words. */
const spaced = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}<>+]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** What people and programs write for a value that is called so. */
const usual: Readonly<Record<string, readonly string[]>> = {
  ja: ['ja', 'j', 'x', '1', 'wahr', 'true', 'yes', 'y', 'trifft zu', 'vorhanden'],
  nein: ['nein', 'n', '0', 'falsch', 'false', 'no', 'trifft nicht zu', 'nicht vorhanden'],
}

/** Signs that can only mean that something is so. A cross in a box may mean both. */
const ticks: ReadonlySet<string> = new Set(['✓', '✔', '☑', '√'])

export const usualWords = (label: string): readonly string[] => usual[label] ?? []

export const isTick = (text: string): boolean => ticks.has(text.trim())

/** Whether a cell says that nobody knows. */
export function saysUnknown(text: string, further: ReadonlySet<string>): boolean {
  const typed = plainText(text)
  return isPlaceholder(typed) || unknownWords.has(plainWord(typed)) || further.has(plainWord(typed))
}

const unknownWords: ReadonlySet<string> = new Set([
  'k a',
  'ka',
  'unbekannt',
  'nicht bekannt',
  'nicht erfasst',
  'nicht erhoben',
  'ohne angabe',
  'o a',
  'weiß nicht',
  'unklar',
])
