import { opensSentences } from './common-words.ts'
import type { Entry, Gazetteer } from './gazetteer.ts'
import { kindOfName } from './kind-of-name.ts'
import { findParts } from './name-parts.ts'
import { type Proposal, proposal, type RedactionKind } from './proposal.ts'
import { beginsSentence, gapBefore, type Surroundings, standsForPlace } from './surroundings.ts'
import { isCapitalised } from './words.ts'

/** Words of a text that are a name. */
interface Match {
  from: number
  /** The last word. */
  to: number
  entry: Entry
}

/** Names of Kommunen, Kreise and Verbünde in a text, each at its longest. */
export function findNames(around: Surroundings, names: Gazetteer): Proposal[] {
  const found: Proposal[] = []
  let previous: { kind: RedactionKind; word: number } | undefined
  for (let at = 0; at < around.words.length; at += 1) {
    const match = matchAt(around, at, names)
    if (match === undefined || isPlainWord(match, around)) {
      found.push(...findParts(around, at, names))
      continue
    }
    const kind = kindOfName(match.entry, around, { ...match, previous })
    found.push(proposalOf(match, kind, around))
    previous = kind === 'landkreis' || kind === 'kreis' ? { kind, word: match.to } : undefined
    at = match.to
  }
  return found
}

function matchAt(around: Surroundings, at: number, { words, sequences }: Gazetteer): Match | undefined {
  const folded = around.words[at]?.folded ?? ''
  for (const { rest, entry } of sequences.get(folded) ?? []) {
    const follows = rest.every((forms, index) => {
      const place = at + 1 + index
      return forms.has(around.words[place]?.folded ?? '') && isWithinName(gapBefore(around, place))
    })
    if (follows) return { from: at, to: at + rest.length, entry }
  }
  const entry = words.get(folded)
  return entry && { from: at, to: at, entry }
}

const isWithinName = (gap: string) => gap.length <= 6 && /^[\s.(/’'‑–-]*$/.test(gap)

/** A word that says something else too is a name only with a capital letter, or where a place is named in a text without any. */
function isPlainWord({ from, to, entry }: Match, around: Surroundings): boolean {
  const word = around.words[from]
  if (!entry.common || word === undefined) return false
  if (isShorthand(word.text)) return true
  if (!isCapitalised(word.text)) return !(around.small && standsForPlace(around, from))
  return from === to && opensSentences(word.folded) && beginsSentence(around, from)
}

/** `AU` is the Anschlussunterbringung, not the Kommune Au. */
const isShorthand = (word: string) => word.length <= 3 && word === word.toUpperCase()

function proposalOf({ from, to, entry }: Match, kind: RedactionKind, around: Surroundings): Proposal {
  const start = around.words[from]?.start ?? 0
  const end = wholeEnd(around.text, start, around.words[to]?.end ?? 0)
  const written = around.text.slice(start, end)
  const why = entry.common
    ? `„${written}“ kann „${entry.name}“ meinen, ist aber auch ein gewöhnliches Wort oder ein anderer Name.`
    : `„${written}“ steht für „${entry.name}“.`
  return proposal({ start, end }, kind, !entry.common, why)
}

/** With the bracket that closes within the name (`Singen (Hohentwiel)`) and an addition in short (`Kirchheim u. T.`). */
function wholeEnd(text: string, start: number, end: number): number {
  if (text[end] === ')' && text.slice(start, end).includes('(')) return end + 1
  const addition = /^ ?[auoi]\. ?(?:d\. ?)?\p{Lu}\p{L}{0,2}\./u.exec(text.slice(end, end + 14))
  return end + (addition?.[0].length ?? 0)
}
