import type { HandedPart, HandOver } from '../../analysis/rollup/hand-over.ts'
import type { HandOverPaper } from '../../views/page-data/papers.ts'
import { dayAndTime } from '../domain/german-time.ts'

/** What is handed over, to be signed by hand as well. */
export function handOverPaper({ signed, rows, parts, ...handed }: HandOver, synthetic: boolean): HandOverPaper {
  return {
    ...handed,
    year: String(handed.year),
    synthetic,
    signed: { ...signed, at: dayAndTime(new Date(signed.at)) },
    rows: rows.map(({ number, label, unit, words }) => ({ number: String(number), label, unit, words })),
    parts: parts.map((part) => ({ name: part.name, key: part.key, words: partWords(part) })),
  }
}

function partWords({ signed, changed }: HandedPart): string {
  if (signed === undefined) return 'nicht freigegeben'
  const words = `freigegeben von ${signed.by} am ${dayAndTime(new Date(signed.at))}`
  return changed ? `${words}, seitdem geändert` : words
}
