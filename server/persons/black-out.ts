/** What stands in place of a word, whatever its length, since that tells something, too. Read aloud, it says what it is. */
const blackedOut = '[geschwärzt]'

/** A text in which some words are no longer readable: those of others, whom the person who asks has no right to know. */
export function blackOut(text: string, words: readonly string[]): string {
  const escaped = words.filter((word) => word.trim() !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (escaped.length === 0) return text
  return text
    .normalize('NFC')
    .replace(new RegExp(escaped.map((word) => word.normalize('NFC')).join('|'), 'giu'), blackedOut)
}
