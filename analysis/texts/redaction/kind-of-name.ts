import type { Entry } from './gazetteer.ts'
import type { RedactionKind } from './proposal.ts'
import { gapBefore, type Surroundings, wordAfter, wordBefore } from './surroundings.ts'

/** Words that say of the name beside them that it is the Landkreis's, not the Kommune's. */
const ofLandkreis =
  /^(?:landkreis(?:es|s|e|en)?|lkr|lk|lra|landratsamt(?:e?s)?|landratsaemtern?|landraet(?:in|e)|landrat(?:s|es)?)$/
const ofKreis = /^(?:stadt)?kreis(?:es|e|en)?$|^kreis(?:verwaltung|behoerde|tag|jugendamt|sozialamt)(?:s|es)?$/

/**
 * Whose name it is: `Kreis Göppingen`, `Göppinger Landratsamt` and `Ostalbkreis` name a Kreis, `Göppingen` alone the Kommune.
 * What follows a Kreis after a comma or `und` is one as well (`die Landkreise Böblingen und Esslingen`).
 */
export function kindOfName(
  entry: Entry,
  around: Surroundings,
  { from, to, previous }: { from: number; to: number; previous: { kind: RedactionKind; word: number } | undefined },
): RedactionKind {
  const beside = [wordBefore(around, from), wordAfter(around, to)]
  if (beside.some((word) => ofLandkreis.test(word))) return 'landkreis'
  if (beside.some((word) => ofKreis.test(word))) return 'kreis'
  if (previous !== undefined && isListed(around, previous.word, from)) return previous.kind
  if (entry.kinds.has('kommune')) return 'kommune'
  return entry.kinds.has('kreis') ? 'landkreis' : 'name'
}

function isListed(around: Surroundings, last: number, at: number): boolean {
  const between = around.words.slice(last + 1, at)
  if (between.some(({ folded }) => folded !== 'und' && folded !== 'sowie')) return false
  return between.length > 0 || /^\s*[,/]\s*$/.test(gapBefore(around, at))
}
