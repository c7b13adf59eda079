import type { Span } from '../../analysis/texts/redaction/proposal.ts'
import { proposeRedactions } from '../../analysis/texts/redaction/propose-redactions.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { ListedText } from '../store/texts/list-texts.ts'
import type { KnownRedaction } from '../store/texts/redactions.ts'
import { namesOf } from './redact-text.ts'

/** Where the words of a redaction stand in a text, and what was decided there. */
export interface SamePlace extends Span {
  accepted: boolean | null
  decidedBy: string | null
  batch: number | null
}

/** Where words stand in a text as they are, not within others nor joined to one by a hyphen. */
export function standsIn(text: string, words: string): Span[] {
  const isLetter = (sign = '') => /[\p{L}\p{M}\p{N}-]/u.test(sign)
  const places: Span[] = []
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length
    if (!isLetter(text[start - 1]) && !isLetter(text[end])) places.push({ start, end })
  }
  return places
}

/**
 * Where the words of a redaction stand in another text and mean the same there: not within a longer name, nor where they are found to be something
 * else (`Göppingen` in `Landkreis Göppingen`).
 */
export function samePlaces(
  { text }: Pick<ListedText, 'text'>,
  { words, kind }: { words: string; kind: KnownRedaction['kind'] },
  { register, known }: { register: Register; known: readonly KnownRedaction[] },
): SamePlace[] {
  const isKnown = ({ start, end }: Span) => known.some((one) => one.start === start && one.end === end)
  const found = [...known, ...proposeRedactions(text, namesOf(register)).filter((one) => !isKnown(one))]
  return standsIn(text, words).flatMap(({ start, end }) => {
    const overlapping = found.filter((one) => one.start < end && start < one.end)
    const isSame = overlapping.every((one) => one.start === start && one.end === end && one.kind === kind)
    if (!isSame) return []
    const {
      accepted = null,
      decidedBy = null,
      batch = null,
    } = known.find((one) => one.start === start && one.end === end) ?? {}
    return [{ start, end, accepted, decidedBy, batch }]
  })
}
