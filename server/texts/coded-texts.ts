import type { CodedText } from '../../analysis/texts/agreement/agreement.ts'
import { forward } from '../../analysis/texts/codebook/forward.ts'
import type { CodebookVersion } from '../store/texts/codebooks.ts'
import type { GivenCoding } from '../store/texts/codings.ts'

/** Codings by the newest version of a codebook. */
export interface CodedByNewest {
  texts: CodedText[]
  /** Texts of which a coding has a category that was split since: somebody has to decide anew. */
  undecided: Set<number>
}

/** What coders gave texts, each category followed to what it is in the newest version. */
export function codedByNewest(codings: readonly GivenCoding[], versions: readonly CodebookVersion[]): CodedByNewest {
  const texts = new Map<number, Map<string, ReadonlySet<string>>>()
  const undecided = new Set<number>()
  for (const { text, coder, version, marks } of codings) {
    const place = versions.findIndex(({ id }) => id === version)
    if (place === -1) continue
    const changes = versions.slice(place + 1).flatMap((one) => one.changes)
    const given = new Set<string>()
    for (const { category } of marks) {
      const { keys, open } = forward(category, changes)
      if (open) undecided.add(text)
      else for (const key of keys) given.add(key)
    }
    const known = texts.get(text) ?? new Map<string, ReadonlySet<string>>()
    texts.set(text, known.set(coder, given))
  }
  return { texts: [...texts].map(([text, by]) => ({ text: String(text), codings: by })), undecided }
}
