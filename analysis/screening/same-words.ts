import type { Failed } from './screened.ts'

/** A reason that several give with the same words to the same check. */
export interface SameWords {
  check: string
  reason: string
  /** As the first of them wrote it. */
  text: string
  /** The places of the units. */
  units: readonly number[]
}

/** So many with the same words are a habit and no explanation. */
const fewest = 3

/** Reasons that many give with the same words, the most frequent first. */
export function sameWords(failed: readonly Failed[]): SameWords[] {
  const groups = new Map<string, { check: string; reason: string; text: string; units: Set<number> }>()
  for (const { unit, check, justified } of failed) {
    if (justified === undefined) continue
    const key = `${check} ${plainWords(justified.text)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { check, ...justified, units: new Set([unit]) })
    else group.units.add(unit)
  }
  return [...groups.values()]
    .filter(({ units }) => units.size >= fewest)
    .map(({ units, ...rest }) => ({ ...rest, units: [...units] }))
    .sort((a, b) => b.units.length - a.units.length || a.check.localeCompare(b.check) || a.text.localeCompare(b.text))
}

/** A text without what says nothing: case, spaces, punctuation, and the figures in it. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
