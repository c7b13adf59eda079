import type { Gazetteer } from './gazetteer.ts'
import { isPlate } from './plates.ts'
import { type Proposal, proposal } from './proposal.ts'
import { gapBefore, type Surroundings, wordBefore } from './surroundings.ts'
import { everydayWords } from './vocabulary.ts'
import { isCapitalised } from './words.ts'

/** What is no name in itself, but holds one or stands for one: it is asked about. */
export function findParts(around: Surroundings, at: number, names: Gazetteer): Proposal[] {
  const word = around.words[at]
  if (word === undefined || !isCapitalised(word.text)) return []
  if (isPlate(word.text, wordBefore(around, at))) {
    const why = `„${word.text}“ kann als Kennzeichen für einen Kreis oder eine Kommune stehen.`
    return [proposal(word, 'kreis', false, why)]
  }
  const inside = nameInside(word.folded, names)
  if (inside !== undefined) {
    const kind = inside.kinds.has('kommune') ? 'kommune' : 'landkreis'
    return [proposal(word, kind, false, `In „${word.text}“ steckt „${inside.name}“.`)]
  }
  if (everydayWords.isOrdinary(word.folded)) return []
  const before = names.words.get(around.words[at - 1]?.folded ?? '')
  if (before === undefined || before.common || !/^[-‑–]$/.test(gapBefore(around, at))) return []
  return [proposal(word, 'name', false, `„${word.text}“ hängt an „${before.name}“ und kann ein Ortsteil sein.`)]
}

const shortestStart = 6
const shortestEnd = 5
const additions = /^(?:ober|unter|alt|neu|gross|klein|nieder|hinter|vorder|mittel|nord|sued|ost|west|kern|innen)/

/** The name that a compound begins with (`Heidelbergprojekt`), or that has something before it (`Altböblingen`). */
function nameInside(folded: string, { words }: Gazetteer) {
  for (let end = folded.length - 2; end >= shortestStart; end -= 1) {
    const entry = words.get(folded.slice(0, end))
    if (entry !== undefined && !entry.common) return entry
  }
  const rest = folded.replace(additions, '')
  const entry = rest.length === folded.length || rest.length < shortestEnd ? undefined : words.get(rest)
  return entry?.common === true ? undefined : entry
}
