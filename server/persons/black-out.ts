/** A text in which some words are no longer readable: those of others, whom the person who asks has no right to know. */
export function blackOut(text: string, words: readonly string[]): string {
  const escaped = words.filter((word) => word.trim() !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (escaped.length === 0) return text
  // As wide as a short word each time: how long a name is tells something, too.
  return text
    .normalize('NFC')
    .replace(new RegExp(escaped.map((word) => word.normalize('NFC')).join('|'), 'giu'), '█████')
}
